package dev.prakat.spi;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What stands at a public address. Immutable.
 *
 * <p>{@code ABSENT} is only ever said when it is sure: the address answers 404 or 410 and does not show the item below that, or
 * shows our notice and no revision, or is a listing or feed of ours, read whole, that does not name the item. A refusal (403,
 * 429), a fault (5xx), a time-out, half an answer, a log-in page, a redirect or a page that carries no marker of ours is {@code
 * UNKNOWN}.
 *
 * @param placement the placement's key
 * @param address the address looked at
 * @param answer what stands there
 * @param marker the marker found, or null
 * @param sha256 the hash of the bytes found, or null
 * @param redirect where the address leads, or null when it leads nowhere
 * @param soft whether the notice was shown with a status that says "here it is" (200), as a plain file server does
 * @param evidence what was seen, for people: status, method, size
 */
public record Observation(
        String placement,
        URI address,
        Answer answer,
        @Nullable Marker marker,
        @Nullable String sha256,
        @Nullable URI redirect,
        boolean soft,
        String evidence) {

    /** The three answers. */
    public enum Answer {
        /** The item, or this part of it, is public here. */
        PRESENT,
        /** It is not, for sure. */
        ABSENT,
        /** Nobody can say. */
        UNKNOWN
    }
}
