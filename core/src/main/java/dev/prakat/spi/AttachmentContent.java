package dev.prakat.spi;

import java.io.IOException;
import java.io.InputStream;

/**
 * An attachment of an approved revision. Immutable; the content is read from its store each time.
 *
 * @param name the file name as readers see it, Thai allowed, without folders
 * @param mediaType the sniffed media type
 * @param bytes the size in bytes
 * @param sha256 the hash of the content, 64 hexadecimal digits
 * @param source opens the content
 */
public record AttachmentContent(String name, String mediaType, long bytes, String sha256, Source source) {

    /** Opens the content of an attachment. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens the content from its beginning. May be called more than once.
         *
         * @return a new stream, to be closed by the caller
         * @throws IOException if the content cannot be read
         */
        InputStream open() throws IOException;
    }
}
