package dev.prakat.spi;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The exact bytes that a target would put at public addresses for an item, before it is approved. Immutable.
 *
 * @param pages the item's own page or pages, its attachments, and what they load to look right; no listings, no feeds
 */
public record Preview(List<Page> pages) {

    private static final Pattern RELATIVE =
            Pattern.compile("[0-9A-Za-z_-][0-9A-Za-z_.-]*(/[0-9A-Za-z_-][0-9A-Za-z_.-]*)*");

    public Preview {
        pages = List.copyOf(pages);
    }

    /**
     * What would stand at one address.
     *
     * @param address the public address
     * @param path where it can be written below any folder, so that the pages of this preview find each other there: names of
     *     ASCII letters, digits, {@code _ . -}, none beginning with a dot, joined by forward slashes
     * @param kind what it is
     * @param mediaType the media type that a reader gets
     * @param bytes the size in bytes
     * @param sha256 the hash of the bytes, 64 hexadecimal digits
     * @param source opens the bytes; those of an attachment come from the attachment store, and can be opened as long as it can
     */
    public record Page(
            URI address,
            String path,
            Kind kind,
            String mediaType,
            long bytes,
            String sha256,
            AttachmentContent.Source source) {

        /**
         * Checks the path, because somebody will write a file there.
         *
         * @throws IllegalArgumentException if it could lead out of a folder
         */
        public Page {
            if (!RELATIVE.matcher(path).matches()) {
                throw new IllegalArgumentException("preview of " + address + ": found the path '" + path
                        + "', expected names of letters, digits and _ . - joined by /, none beginning with a dot");
            }
        }
    }

    /** What stands at an address. */
    public enum Kind {
        /** The item's own page. */
        PAGE,
        /** A file of the item. */
        ATTACHMENT,
        /** What a page loads to look right, such as a style sheet; not the item's alone. */
        STYLE
    }
}
