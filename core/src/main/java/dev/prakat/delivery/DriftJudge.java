package dev.prakat.delivery;

import dev.prakat.delivery.Desired.Schedule;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Observation.Answer;
import dev.prakat.spi.TakeDownKind;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how what is seen at an address differs from what was proven there. An address that cannot be judged, such as one that
 * does not answer, is no difference: a scan raises no false alarm for a website that is down. Pure.
 */
final class DriftJudge {

    private DriftJudge() {}

    /**
     * A difference.
     *
     * @param address where
     * @param drift how it differs
     * @param expected what must be seen, in words
     * @param found what was seen, in words
     */
    record Difference(URI address, Drift drift, String expected, String found) {}

    /** What is proven of a placement: a revision that is live, or a kind of take-down. */
    sealed interface Proven {

        /** A revision is live. */
        record Live(String revisionHash) implements Proven {}

        /** It is taken down. */
        record Removed(TakeDownKind kind, @Nullable URI redirectTo) implements Proven {}

        static Proven removed(Schedule schedule) {
            TakeDownKind kind = schedule.order() == null
                    ? schedule.kind()
                    : schedule.order().kind();
            return new Removed(kind, kind == TakeDownKind.REDIRECT ? schedule.redirectTo() : null);
        }
    }

    static Optional<Difference> judge(Proven proven, Expectation expectation, boolean softThen, Observation seen) {
        if (proven instanceof Proven.Live live) {
            return expectation.provesPresent(seen, live.revisionHash())
                            && !(expectation.expected() && bytesDiffer(expectation, seen))
                    ? Optional.empty()
                    : live(live, expectation, seen);
        }
        Proven.Removed removed = (Proven.Removed) proven;
        if (expectation.provesTakenDown(seen, removed.kind(), removed.redirectTo())) {
            return seen.soft() && !softThen ? wrong(seen, "a status that says that it is gone") : Optional.empty();
        }
        return removed(removed, expectation, seen);
    }

    private static Optional<Difference> live(Proven.Live live, Expectation expectation, Observation seen) {
        if (!expectation.expected()) {
            return seen.answer() == Answer.PRESENT
                    ? difference(seen, Drift.STILL_PUBLIC, "nothing: an earlier revision left this address")
                    : Optional.empty();
        }
        String expected = "revision " + shorter(live.revisionHash());
        if (seen.answer() == Answer.ABSENT) {
            return difference(seen, Drift.MISSING, expected);
        }
        if (seen.answer() == Answer.PRESENT) {
            return difference(seen, Drift.ALTERED, expected);
        }
        return seen.redirect() == null ? unmarked(expectation, seen, expected) : wrong(seen, expected);
    }

    /** A file bears no mark; when it answers with other bytes, somebody put another one there. */
    private static Optional<Difference> unmarked(Expectation expectation, Observation seen, String expected) {
        boolean other = bytesDiffer(expectation, seen) && expectation.kind() == Artefact.Kind.ATTACHMENT;
        return other ? difference(seen, Drift.ALTERED, expected) : Optional.empty();
    }

    private static Optional<Difference> removed(Proven.Removed removed, Expectation expectation, Observation seen) {
        String expected = "taken down as " + removed.kind();
        boolean ownPage = expectation.kind() == Artefact.Kind.PAGE || expectation.kind() == Artefact.Kind.ALTERNATIVE;
        if (seen.answer() == Answer.PRESENT) {
            return difference(seen, Drift.STILL_PUBLIC, expected);
        }
        if (seen.answer() == Answer.ABSENT) {
            // Only what must still be there can be missed: the withdrawn page, the redirect.
            return ownPage && (removed.kind() == TakeDownKind.WITHDRAWN || removed.kind() == TakeDownKind.REDIRECT)
                    ? difference(seen, Drift.MISSING, expected)
                    : wrong(seen, expected);
        }
        return seen.redirect() == null ? Optional.empty() : wrong(seen, expected);
    }

    private static boolean bytesDiffer(Expectation expectation, Observation seen) {
        return expectation.sha256() != null
                && seen.sha256() != null
                && !expectation.shared()
                && !Objects.equals(expectation.sha256(), seen.sha256());
    }

    private static Optional<Difference> wrong(Observation seen, String expected) {
        return difference(seen, Drift.WRONG_STATUS, expected);
    }

    private static Optional<Difference> difference(Observation seen, Drift drift, String expected) {
        return Optional.of(new Difference(seen.address(), drift, expected, words(seen)));
    }

    /** What was seen, for people. */
    private static String words(Observation seen) {
        StringBuilder words = new StringBuilder(seen.answer() + ", " + seen.evidence());
        Marker marker = seen.marker();
        if (marker != null) {
            words.append(", marked as ").append(marker.state());
            if (marker.revisionHash() != null) {
                words.append(' ').append(shorter(marker.revisionHash()));
            }
        }
        if (seen.redirect() != null) {
            words.append(", leads to ").append(seen.redirect());
        }
        if (seen.sha256() != null) {
            words.append(", bytes ").append(shorter(seen.sha256()));
        }
        return words.toString();
    }

    static String shorter(String hash) {
        return hash.length() <= 12 ? hash : hash.substring(0, 12) + "…";
    }
}
