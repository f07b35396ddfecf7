package dev.prakat.wordpress;

import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Observation.Answer;
import dev.prakat.spi.ObserveRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What one look saw. Immutable.
 *
 * @param answer what it means
 * @param marker the mark found, or null
 * @param sha256 the hash of the bytes found, or null
 * @param redirect where the address leads, or null
 * @param soft whether the notice was shown with a status that says "here it is"
 * @param seen what was seen, for people
 */
record Sighting(
        Answer answer,
        @Nullable Marker marker,
        @Nullable String sha256,
        @Nullable URI redirect,
        boolean soft,
        String seen) {

    static Sighting unknown(String seen) {
        return new Sighting(Answer.UNKNOWN, null, null, null, false, seen);
    }

    static Sighting absent(String seen) {
        return new Sighting(Answer.ABSENT, null, null, null, false, seen);
    }

    static Sighting present(@Nullable Marker marker, @Nullable String sha256, String seen) {
        return new Sighting(Answer.PRESENT, marker, sha256, null, false, seen);
    }

    /** How much of the item was seen. A redirect can prove something too, so that "unknown" without one is more. */
    int shows() {
        return switch (answer) {
            case PRESENT -> marker != null && marker.state() == Marker.State.WITHDRAWN ? 1 : 4;
            case UNKNOWN -> redirect == null ? 3 : 2;
            case ABSENT -> soft ? 1 : 0;
        };
    }

    Sighting saying(String words) {
        return new Sighting(answer, marker, sha256, redirect, soft, words);
    }

    Observation of(ObserveRequest.Address asked) {
        return new Observation(asked.placement(), asked.address(), answer, marker, sha256, redirect, soft, seen);
    }
}
