package dev.prakat.trafficlog;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The import of one access log. The file is read once to find what is wrong with it and which hours it is of, then once for each group
 * of hours, so that memory is needed for the lines of a group and not of the file. Lines that are the same have the same time, so no
 * group hides a repetition from another. One thread, one use.
 */
final class AccessImport {

    /** How many lines of a file are held at a time, unless one hour has more. */
    static final int GROUP = 300_000;

    private static final int MOST_WAITING = 2_048;

    private final LogOpening.Opened parts;
    private final TrafficLog log;
    private final Actor actor;
    private final String site;
    private final int most;
    private final Consumer<RejectedLine> reader;
    private final String correlation = UUID.randomUUID().toString();
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private final RepeatKeys keys;
    private final Instant latest;
    private long imported;
    private long repeated;
    private long rejected;
    private boolean begun;

    /**
     * @param most how many lines are held at a time, unless one hour has more
     * @param reader is told of each line that is not imported
     */
    AccessImport(
            LogOpening.Opened parts,
            TrafficLog log,
            Actor actor,
            String site,
            int most,
            Consumer<RejectedLine> reader) {
        this.parts = parts;
        this.log = log;
        this.actor = actor;
        this.site = site;
        this.most = most;
        this.reader = reader;
        this.keys = new RepeatKeys(parts.keys(), site);
        this.latest = parts.clock().instant().plus(ImportedBefore.MOST_AHEAD);
    }

    /**
     * Refuses what nobody could have meant.
     *
     * @throws InvalidException {@link ProblemCode#INVALID_INPUT} with every finding
     */
    static void check(Path file, String site) {
        List<Finding> findings = new ArrayList<>();
        LogQuery.line(findings, "site", site);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            String found = Files.exists(file) ? "found nothing that can be read as a file at " : "found nothing at ";
            findings.add(new Finding(
                    "file", "S001-R30", found + file, "give an access log that this account may read, plain or .gz"));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "import of an access log", findings);
        }
    }

    /** Records that a file is imported, imports it, and records how that ended. */
    ImportReport run(Path file) throws IOException {
        try (AccessLogFile lines = new AccessLogFile(file)) {
            Draft intent = draft(Draft.INTENT, null, entry(file, null), null);
            long index = log.own(intent).index();
            TrafficEntry read = intent.entry();
            TrafficOutcome ended = TrafficOutcome.of(TrafficOutcome.Status.FAILED, "interrupted");
            try {
                MessageDigest digest = Hashes.sha256();
                Map<Long, Integer> hours = new TreeMap<>();
                AccessLogFile.Reading reading = lines.read(digest, (number, line) -> survey(number, line, hours));
                read = entry(file, HexFormat.of().formatHex(digest.digest()));
                groups(lines, hours);
                ended = new TrafficOutcome(TrafficOutcome.Status.OK, counts(), -1, reading.bytes());
                return new ImportReport(
                        index, reading.lines(), imported, repeated, rejected, reading.unfinished(), reading.cut());
            } catch (IOException | RuntimeException e) {
                // Of what was handed in some may be in the log although nobody heard of it.
                ended = TrafficOutcome.of(
                        begun ? TrafficOutcome.Status.UNKNOWN : TrafficOutcome.Status.FAILED,
                        e.getClass().getSimpleName() + " " + counts());
                throw e;
            } finally {
                log.own(draft(Draft.OUTCOME, index, read, ended));
            }
        }
    }

    private String counts() {
        return "records:" + imported + " repeated:" + repeated + " rejected:" + rejected;
    }

    /** The first reading: counts the lines of each hour, and tells of those that cannot be imported. */
    private void survey(long number, byte[] line, Map<Long, Integer> hours) {
        try {
            hours.merge(request(line).hour(), 1, Integer::sum);
        } catch (MalformedLine e) {
            reject(e.at(number));
        }
    }

    private void groups(AccessLogFile lines, Map<Long, Integer> hours) throws IOException {
        List<Long> together = new ArrayList<>();
        int held = 0;
        for (Map.Entry<Long, Integer> each : hours.entrySet()) {
            if (!together.isEmpty() && held + (long) each.getValue() > most) {
                group(lines, together);
                together.clear();
                held = 0;
            }
            together.add(each.getKey());
            held += each.getValue();
        }
        if (!together.isEmpty()) {
            group(lines, together);
        }
    }

    /** Imports the lines of some hours. */
    private void group(AccessLogFile lines, List<Long> hours) throws IOException {
        long first = hours.get(0);
        long last = hours.get(hours.size() - 1);
        LineCounts counts = new LineCounts();
        ImportedBefore before = ImportedBefore.read(parts.storage(), log.size(), counts, first, last);
        lines.read(Hashes.sha256(), (number, line) -> {
            AccessLine request = readable(line);
            if (request == null || request.hour() < first || request.hour() > last) {
                return;
            }
            LocalDate day = request.day();
            if (before.isDestroyed(day) && parts.keys().existing(day) == null) {
                reject(new RejectedLine(
                        number,
                        RejectedLine.Cause.RETENTION_ENDED,
                        "found a request of " + day + ", whose retention has ended and whose key is destroyed;"
                                + " expected a day whose key is there"));
                return;
            }
            byte[] key = keys.of(day, line);
            int met = counts.meet(RepeatKeys.number(key));
            if (met < counts.recorded(RepeatKeys.number(key))) {
                repeated++;
            } else {
                submit(new ImportedRequest(request, line, RepeatKeys.text(key, met)));
            }
        });
        while (!waiting.isEmpty()) {
            await();
        }
    }

    private void submit(ImportedRequest request) {
        Draft draft = new Draft(
                ImportedRequest.KIND,
                Draft.SINGLE,
                correlation,
                null,
                actor,
                request.entry(site),
                request.outcome(),
                -1);
        begun = true;
        waiting.add(parts.commits().submit(Pending.append(parts.records().write(draft, request))));
        if (waiting.size() > MOST_WAITING) {
            await();
        }
    }

    private void await() {
        parts.commits().await(waiting.remove(), "the record of an imported request");
        imported++;
    }

    private @Nullable AccessLine readable(byte[] line) {
        try {
            return request(line);
        } catch (MalformedLine e) {
            return null;
        }
    }

    private AccessLine request(byte[] line) throws MalformedLine {
        if (line.length > AccessLogFile.LONGEST) {
            throw new MalformedLine(
                    RejectedLine.Cause.TOO_LONG,
                    "found more than " + AccessLogFile.LONGEST + " bytes, expected no more than a record can hold");
        }
        AccessLine request = AccessLine.parse(line);
        if (request.at().toInstant().isAfter(latest)) {
            throw new MalformedLine(
                    RejectedLine.Cause.AHEAD,
                    "found a request of " + request.at() + ", expected none later than " + latest
                            + ", 24 hours ahead of this machine's clock");
        }
        return request;
    }

    private void reject(RejectedLine line) {
        rejected++;
        reader.accept(line);
    }

    private Draft draft(String phase, @Nullable Long ref, TrafficEntry entry, @Nullable TrafficOutcome outcome) {
        return new Draft("log.import", phase, correlation, ref, actor, entry, outcome, -1);
    }

    private TrafficEntry entry(Path file, @Nullable String sha256) {
        String path = file.toAbsolutePath().normalize().toString();
        return new TrafficEntry(
                TrafficEntry.Kind.COMMAND, "file", "import", NaCode.IN_PROCESS, path, site, sha256, -1, null);
    }
}
