package dev.prakat.trafficlog;

import dev.prakat.spi.Actor;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a record will say, without what the log adds itself. Immutable.
 *
 * @param kind the kind, as stored
 * @param phase {@code intent}, {@code outcome} or {@code single}
 * @param correlation what ties the records of one command together
 * @param ref the index of the intent, or null
 * @param actor who acts
 * @param entry what it is about
 * @param outcome how it ended, or null for an intent
 * @param micros how long it took in microseconds, -1 when that is not known
 */
record Draft(
        String kind,
        String phase,
        String correlation,
        @Nullable Long ref,
        Actor actor,
        TrafficEntry entry,
        @Nullable TrafficOutcome outcome,
        long micros) {

    static final String INTENT = "intent";
    static final String OUTCOME = "outcome";
    static final String SINGLE = "single";

    /** The kind of what a sink of the log sends. */
    static final String SEND = "log.send";

    static Draft intent(Actor actor, String correlation, TrafficEntry entry) {
        return new Draft(kind(entry.kind()), INTENT, correlation, null, actor, entry, null, -1);
    }

    /** A step of the log on itself that is over when it is recorded. */
    static Draft own(String kind, TrafficEntry entry) {
        TrafficOutcome done = TrafficOutcome.ok(entry.bytes());
        return new Draft(kind, SINGLE, NaCode.NOT_GIVEN, null, Actor.system("trafficlog"), entry, done, -1);
    }

    /** A step of an officer on the log itself that is over when it is recorded. */
    static Draft own(String kind, Actor actor, TrafficEntry entry, TrafficOutcome outcome) {
        return new Draft(kind, SINGLE, NaCode.NOT_GIVEN, null, actor, entry, outcome, -1);
    }

    /** A step of an officer on the log itself that is about to happen. */
    static Draft ownIntent(String kind, Actor actor, TrafficEntry entry) {
        return new Draft(kind, INTENT, NaCode.NOT_GIVEN, null, actor, entry, null, -1);
    }

    /**
     * Whether it is still recorded when the disk is full: what ends something, and what takes something away. A measure of the clock
     * and an imported request are not; they would use up the reserve.
     */
    boolean urgent() {
        boolean removes = entry.kind() == TrafficEntry.Kind.FILE_REMOVE
                || entry.command().equals("DELETE")
                || entry.command().endsWith("take-down")
                || entry.command().endsWith("take-down-ordered");
        boolean waits = kind.equals("clock") || entry.kind() == TrafficEntry.Kind.HTTP_IN;
        return !waits && (!phase.equals(INTENT) || removes);
    }

    static String kind(TrafficEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
