package dev.prakat.spi;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Something at a public address because of an item. Captured at publish time, because after a take-down nobody can work the
 * address out again. Immutable.
 *
 * @param address the public address
 * @param kind what it is
 * @param remotePath the target's own way to it: a path, a media key
 * @param sha256 the hash of its bytes, or null when the target does not know them
 * @param shared whether other items stand there too (a listing, a feed), so that it never goes with this item
 */
public record Artefact(
        URI address, Kind kind, String remotePath, @Nullable String sha256, boolean shared) {

    /** What stands at an address. */
    public enum Kind {
        /** The item's own page. */
        PAGE,
        /** A file of the item. */
        ATTACHMENT,
        /** A page that lists items. */
        LISTING,
        /** A feed. */
        FEED,
        /** Another address of the same page. */
        ALTERNATIVE
    }
}
