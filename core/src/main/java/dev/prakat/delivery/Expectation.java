package dev.prakat.delivery;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Observation.Answer;
import dev.prakat.spi.TakeDownKind;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What must be seen at an address before a delivery is done. What is not surely as expected is not met.
 *
 * @param kind what the address is
 * @param sha256 the hash that was put there, or null
 * @param shared whether other items stand there too
 * @param expected whether the newest publication put this item there; false for what an earlier revision left
 */
record Expectation(Artefact.Kind kind, @Nullable String sha256, boolean shared, boolean expected) {

    /**
     * Whether the observation proves that the revision with this hash is public. A listing or feed need not name the item
     * (it may have room for the newest only), but what it names must be this revision.
     */
    boolean provesPresent(Observation seen, String revisionHash) {
        if (shared) {
            Marker marker = seen.marker();
            return seen.answer() != Answer.UNKNOWN && (marker == null || revisionHash.equals(marker.revisionHash()));
        }
        if (!expected) {
            return seen.answer() == Answer.ABSENT;
        }
        if (seen.answer() != Answer.PRESENT) {
            return false;
        }
        Marker marker = seen.marker();
        return switch (kind) {
            case PAGE, ALTERNATIVE ->
                marker != null && marker.state() == Marker.State.PRESENT && revisionHash.equals(marker.revisionHash());
            case ATTACHMENT -> sha256 == null || sha256.equals(seen.sha256());
            case LISTING, FEED -> true;
        };
    }

    /** Whether the observation proves that the item is taken down in this way. */
    boolean provesTakenDown(Observation seen, TakeDownKind how, @Nullable URI redirectTo) {
        boolean ownPage = kind == Artefact.Kind.PAGE || kind == Artefact.Kind.ALTERNATIVE;
        return switch (how) {
            case GONE -> seen.answer() == Answer.ABSENT;
            case VANISH -> seen.answer() == Answer.ABSENT && !seen.soft();
            case WITHDRAWN ->
                ownPage ? withdrawn(seen) : kind == Artefact.Kind.ATTACHMENT || seen.answer() == Answer.ABSENT;
            case REDIRECT -> {
                boolean leads = redirectTo != null && redirectTo.equals(seen.redirect());
                // Another address of the page, such as an interface for programs, may also be gone without leading
                // anywhere.
                yield kind == Artefact.Kind.PAGE ? leads : seen.answer() == Answer.ABSENT || (ownPage && leads);
            }
        };
    }

    private static boolean withdrawn(Observation seen) {
        Marker marker = seen.marker();
        return seen.answer() == Answer.PRESENT && marker != null && marker.state() == Marker.State.WITHDRAWN;
    }
}
