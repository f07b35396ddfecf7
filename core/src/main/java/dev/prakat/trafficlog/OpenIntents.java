package dev.prakat.trafficlog;

import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is known of the intents that have no outcome yet, so that the outcome can repeat it and say how long it took. Thread-safe. */
final class OpenIntents {

    /** A caller that never gives outcomes must not fill the memory; beyond this an outcome points to its intent. */
    private static final int MOST = 65_536;

    private record Begun(String kind, TrafficEntry entry, long nanos) {}

    private final Map<Long, Begun> begun = new ConcurrentHashMap<>();

    /** What makes drafts durable. */
    interface Append {
        List<LogReceipt> all(List<Draft> drafts);
    }

    /** Has intents made durable and remembers them. */
    List<LogReceipt> begin(List<Draft> drafts, Append append) {
        List<LogReceipt> receipts = append.all(drafts);
        for (int i = 0; i < receipts.size(); i++) {
            begin(receipts.get(i).index(), drafts.get(i), System.nanoTime());
        }
        return receipts;
    }

    private void begin(long index, Draft draft, long nanos) {
        if (begun.size() < MOST) {
            begun.put(index, new Begun(draft.kind(), draft.entry(), nanos));
        }
    }

    /** The outcome of an intent of this run, or of one that nothing is known of any more. */
    Draft outcome(long index, Actor actor, String correlation, TrafficOutcome outcome) {
        Begun intent = begun.remove(index);
        if (intent == null) {
            return closing(index, NaCode.SEE_REF, correlation, actor, unknown(), outcome);
        }
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - intent.nanos());
        TrafficEntry entry = intent.entry();
        return new Draft(intent.kind(), Draft.OUTCOME, correlation, index, actor, entry, outcome, micros);
    }

    /** The outcome that the log itself gives to an intent of an earlier run. */
    static Draft interrupted(long index, @Nullable StoredRecord intent) {
        Actor log = Actor.system("trafficlog");
        TrafficOutcome unknown = TrafficOutcome.of(TrafficOutcome.Status.UNKNOWN, "interrupted");
        if (intent == null) {
            return closing(index, NaCode.SEE_REF, NaCode.SEE_REF, log, unknown(), unknown);
        }
        TrafficEntry entry = new TrafficEntry(
                kind(intent.kind),
                or(intent.service),
                or(intent.command),
                or(intent.destination),
                or(intent.path),
                intent.subject,
                null,
                -1,
                "the process ended before the outcome was recorded");
        return closing(index, or(intent.kind), or(intent.correlation), log, entry, unknown);
    }

    private static Draft closing(
            long index, String kind, String correlation, Actor actor, TrafficEntry entry, TrafficOutcome outcome) {
        return new Draft(kind, Draft.OUTCOME, correlation, index, actor, entry, outcome, -1);
    }

    private static TrafficEntry unknown() {
        return new TrafficEntry(
                TrafficEntry.Kind.COMMAND,
                NaCode.SEE_REF,
                NaCode.SEE_REF,
                NaCode.SEE_REF,
                NaCode.SEE_REF,
                null,
                null,
                -1,
                null);
    }

    private static TrafficEntry.Kind kind(@Nullable String stored) {
        for (TrafficEntry.Kind each : TrafficEntry.Kind.values()) {
            if (Draft.kind(each).equals(stored)) {
                return each;
            }
        }
        return TrafficEntry.Kind.COMMAND;
    }

    private static String or(@Nullable String text) {
        return text == null ? NaCode.SEE_REF : text;
    }
}
