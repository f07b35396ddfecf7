package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one or several logs: the record of it is durable and signed before anything is shown, and a reading that was
 * refused is a record too. One thread, one use.
 */
final class LogReading {

    private final LogOpening.Opened parts;
    private final TrafficLogSettings settings;
    private final TrafficLog log;
    private final Actor actor;
    private final LogQuery query;
    private final List<Path> others;
    private long handedOut;

    LogReading(
            LogOpening.Opened parts,
            TrafficLogSettings settings,
            TrafficLog log,
            Actor actor,
            LogQuery query,
            List<Path> others) {
        this.parts = parts;
        this.settings = settings;
        this.log = log;
        this.actor = actor;
        this.query = query;
        this.others = List.copyOf(others);
    }

    /** What is done with the records, and what the record of it says at the end. */
    interface Work {
        TrafficOutcome on(List<LogSource> sources, long intent) throws IOException;
    }

    /** Notes that a record is about to leave the log. */
    void handOut() {
        handedOut++;
    }

    ReadReport show(Consumer<LogRecord> reader) throws IOException {
        List<ReadReport> reports = new ArrayList<>();
        run("log.read", "show", query.item(), (sources, intent) -> {
            long[] counts = new long[2];
            try (LogMerge merge = new LogMerge(sources)) {
                for (LogRecord next = merge.next(); next != null; next = merge.next()) {
                    counts[0]++;
                    counts[1] += next.personal() == null ? 0 : 1;
                    handOut();
                    reader.accept(next);
                }
            }
            reports.add(new ReadReport(intent, counts[0], counts[1], origins(sources)));
            return new TrafficOutcome(TrafficOutcome.Status.OK, "records:" + counts[0], -1, -1);
        });
        return reports.get(0);
    }

    /** Records that somebody reads, lets them, and records how that ended. */
    void run(String kind, String command, @Nullable String subject, Work work) throws IOException {
        if (query.ground() != null && !settings.openers().test(actor)) {
            log.own(Draft.own(
                    kind,
                    actor,
                    entry(command, subject),
                    TrafficOutcome.of(TrafficOutcome.Status.DENIED, "may-not-open")));
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    "traffic log " + parts.place() + ": " + actor.officer().value()
                            + " may not open personal parts, expected one whom the agency has named for it."
                            + " Read without opening them, or have the order changed. The refusal is recorded.");
        }
        Draft intent = Draft.ownIntent(kind, actor, entry(command, subject));
        long index = log.own(intent).index();
        log.checkpoint();
        TrafficOutcome ended = null;
        String broken = "interrupted";
        try {
            ended = work.on(sources(index), index);
        } catch (IOException | RuntimeException e) {
            broken = e.getClass().getSimpleName();
            throw e;
        } finally {
            ended = ended == null ? half(broken) : ended;
            log.own(new Draft(kind, Draft.OUTCOME, intent.correlation(), index, actor, intent.entry(), ended, -1));
        }
    }

    /** What left the log may have been read, whatever became of the rest. */
    private TrafficOutcome half(String broken) {
        return handedOut == 0
                ? TrafficOutcome.of(TrafficOutcome.Status.FAILED, broken)
                : TrafficOutcome.of(TrafficOutcome.Status.UNKNOWN, broken + " records:" + handedOut);
    }

    static List<String> origins(List<LogSource> sources) {
        return sources.stream().map(LogSource::origin).toList();
    }

    private TrafficEntry entry(String command, @Nullable String subject) {
        String who = query.user() == null ? "" : "user " + parts.records().pseudonym(query.user()) + "; ";
        String object = query.item() == null ? "" : "item " + query.item() + "; ";
        String ground = query.ground() == null ? "personal parts sealed" : "personal parts opened: " + query.ground();
        return new TrafficEntry(
                TrafficEntry.Kind.COMMAND,
                "file",
                command,
                NaCode.IN_PROCESS,
                query.path(),
                subject,
                null,
                -1,
                who + object + ground);
    }

    /** This log up to the record of the reading, and the others as far as they are signed. */
    private List<LogSource> sources(long limit) throws IOException {
        List<LogSource> sources = new ArrayList<>();
        sources.add(new LogSource(parts.storage(), query, settings.keys(), limit));
        for (Path other : others) {
            LogSource source = new LogSource(new DiskStorage(other), query, settings.keys(), Long.MAX_VALUE);
            if (origins(sources).contains(source.origin())) {
                throw new PrakatException(
                        ProblemCode.INVALID_INPUT,
                        "traffic log " + other + ": found " + source.origin()
                                + " a second time, expected each log once. Give the folders of the other nodes only.");
            }
            sources.add(source);
        }
        return sources;
    }
}
