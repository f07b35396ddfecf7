package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes away what a retention has ended for. Nothing goes before a durable, signed record says that it goes, before the log was
 * verified with it and without it, and while there is any doubt about the clock. One thread, one use.
 */
final class Pruning {

    /** Between the last command and a pruning; a clock that jumped shows in it. */
    static final Duration MOST_IDLE = Duration.ofHours(24);

    private static final int TRIES = 10;
    private static final int SIGNATURES = 3;

    private final Storage storage;
    private final TrafficLog log;
    private final LogKeys keys;
    private final Actor actor;
    private final Retention retention;

    Pruning(Storage storage, TrafficLog log, LogKeys keys, Actor actor, Retention retention) {
        this.storage = storage;
        this.log = log;
        this.keys = keys;
        this.actor = actor;
        this.retention = retention;
    }

    /** What may go. */
    private record Plan(
            LogSurvey survey, long from, List<LogSurvey.Age> segments, List<LocalDate> days, LocalDate today) {

        long first() {
            return segments.isEmpty() ? from : segments.get(segments.size() - 1).last + 1;
        }

        PruneReport report(long bytes, String refused) {
            long records = refused.isEmpty() ? first() - from : 0;
            int files = refused.isEmpty() ? segments.size() : 0;
            return new PruneReport(
                    refused.isEmpty() ? first() : from,
                    records,
                    files,
                    bytes,
                    refused.isEmpty() ? days : List.of(),
                    survey.holds(today),
                    refused);
        }
    }

    PruneReport run(Instant now, ClockReading clock, boolean dryRun) throws IOException {
        log.checkpoint();
        Plan plan = plan(now);
        String doubt = doubt(now, clock, plan.survey());
        if (!doubt.isEmpty()) {
            if (!dryRun) {
                log.own(Draft.own(
                        "log.prune",
                        actor,
                        entry("prune", "na:in-process", null, -1, "refused: " + doubt),
                        TrafficOutcome.of(TrafficOutcome.Status.DENIED, "clock")));
            }
            return plan.report(0, doubt);
        }
        if (!plan.segments().isEmpty()) {
            verified("before the pruning");
        }
        long bytes = 0;
        MessageDigest digest = Hashes.sha256();
        for (LogSurvey.Age each : plan.segments()) {
            bytes += hash(each.file, digest);
        }
        if (!dryRun) {
            if (!plan.segments().isEmpty()) {
                records(plan, HexFormat.of().formatHex(digest.digest()), bytes);
            }
            if (!plan.days().isEmpty()) {
                keys(plan.days());
            }
            log.checkpoint();
        }
        return plan.report(bytes, "");
    }

    /** Why the clock is not to be believed, or an empty text. */
    private static String doubt(Instant now, ClockReading clock, LogSurvey survey) {
        if (now.isBefore(survey.newest())) {
            return "it is " + now + ", but the newest record is of " + survey.newest() + "; the clock stepped back";
        }
        if (now.isAfter(survey.newestOfOthers().plus(MOST_IDLE))) {
            return "it is " + now + ", but the newest command is of " + survey.newestOfOthers()
                    + ", more than 24 hours ago; the clock may have jumped. Prune after a command of the day";
        }
        if (!clock.synchronised()) {
            return "the clock is not known to be right (" + clock.source() + ": " + clock.why()
                    + "); set up chrony or an SNTP server";
        }
        return "";
    }

    private Plan plan(Instant now) throws IOException {
        Pruned before = pruned();
        LogSurvey survey = LogSurvey.of(storage, before);
        LocalDate today = LocalDate.ofInstant(now, RecordWriter.BANGKOK);
        List<LogSurvey.Age> free = new ArrayList<>();
        for (LogSurvey.Age each : survey.segments()) {
            boolean readable = each.newest.isBefore(Instant.MAX);
            LocalDate last = readable ? LocalDate.ofInstant(each.newest, RecordWriter.BANGKOK) : LocalDate.MAX;
            if (!readable || today.isBefore(retention.free(last)) || survey.isHeld(last, today)) {
                break;
            }
            free.add(each);
        }
        List<LocalDate> days = keys.days().stream()
                .filter(day -> !today.isBefore(retention.keyFree(day)) && !survey.isKeyHeld(day, today))
                .toList();
        return new Plan(survey, before.first(), free, days, today);
    }

    /** The record first, with its signature; then the new beginning; the files last. */
    private void records(Plan plan, String sha256, long bytes) throws IOException {
        long last = plan.first() - 1;
        TrafficEntry entry = entry(
                "prune",
                "records/" + plan.from() + "-" + last,
                sha256,
                bytes,
                plan.segments().size() + " segments, " + why());
        Draft intent = Draft.ownIntent("log.prune", actor, entry);
        long index = log.own(intent).index();
        log.checkpoint();
        Pruned after = edge(end(plan.first()));
        byte[] earlier = storage.exists(Pruned.FILE) ? storage.readAll(Pruned.FILE) : null;
        storage.replace(Pruned.FILE, after.text().getBytes(StandardCharsets.US_ASCII));
        try {
            verified("without what is to go");
        } catch (PrakatException e) {
            putBack(earlier);
            throw e;
        }
        remove(storage, plan.first());
        log.own(closing(intent, index, bytes));
    }

    private void putBack(byte @Nullable [] earlier) throws IOException {
        if (earlier == null) {
            storage.delete(Pruned.FILE);
            storage.forceFolder("");
        } else {
            storage.replace(Pruned.FILE, earlier);
        }
    }

    private void keys(List<LocalDate> days) throws IOException {
        String path = "keys/" + days.get(0) + "/" + days.get(days.size() - 1);
        Draft intent = Draft.ownIntent(
                "log.key", actor, entry("destroy", path, null, -1, days.size() + " day keys, " + why()));
        long index = log.own(intent).index();
        for (LocalDate each : days) {
            keys.destroy(each);
        }
        log.own(closing(intent, index, -1));
    }

    private static Draft closing(Draft intent, long index, long bytes) {
        return new Draft(
                intent.kind(),
                Draft.OUTCOME,
                intent.correlation(),
                index,
                intent.actor(),
                intent.entry(),
                TrafficOutcome.ok(bytes),
                -1);
    }

    private String why() {
        return "kept for " + retention.days() + " days, personal parts for " + retention.identityDays();
    }

    static TrafficEntry entry(String command, String path, @Nullable String sha256, long bytes, String why) {
        return new TrafficEntry(
                TrafficEntry.Kind.FILE_REMOVE, "file", command, "trafficlog", path, null, sha256, bytes, why);
    }

    /** Removes what lies before the first record that is kept: oldest segments first, then their hashes that no proof needs. */
    static void remove(Storage storage, long first) throws IOException {
        if (first == 0) {
            return;
        }
        boolean changed = false;
        for (LogScan.Segment each : LogScan.segments(storage)) {
            if (each.first() < first) {
                storage.delete(each.file());
                changed = true;
            }
        }
        if (changed) {
            storage.forceFolder(LogScan.FOLDER);
        }
        // Downwards, so that what an interrupted removal left is found: it ends at the first hole.
        for (long number = first / Tile.WIDTH - 1; number >= 0; number--) {
            Tile tile = new Tile(0, number, Tile.WIDTH);
            if (!storage.exists(tile.path())) {
                return;
            }
            storage.delete(tile.path());
        }
    }

    private LogEnd end(long first) throws IOException {
        String file = LogScan.segment(first);
        try (InputStream in = storage.read(file)) {
            SegmentReader reader = new SegmentReader(in, storage.size(file));
            BatchHeader header = reader.next();
            if (header != null && header.firstIndex() == first) {
                return new LogEnd(first, header.number(), header.previous());
            }
            throw refused("found no batch at the beginning of " + file);
        } catch (BadBatch e) {
            throw refused(file + ": " + e.getMessage());
        }
    }

    /** The hashes at the new beginning, from tiles that a running writer may be exchanging for wider ones. */
    private Pruned edge(LogEnd end) throws IOException {
        IOException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return Pruned.of(storage, end, signed());
            } catch (NoSuchFileException e) {
                last = e;
            }
        }
        throw new IOException("the tiles at record " + end.size() + " cannot be read", last);
    }

    private long signed() throws IOException {
        byte[] note = storage.readAll(SignedState.CHECKPOINT);
        Checkpoint newest = key().checkpoint(note, true);
        if (newest == null) {
            throw refused("found no checkpoint that is signed by the log's key");
        }
        return newest.size();
    }

    private VerifierKey key() {
        return Objects.requireNonNull(VerifierKey.parse(log.vkey()));
    }

    private Pruned pruned() throws IOException {
        Pruned pruned = Pruned.read(storage);
        if (pruned == null) {
            throw refused("found no beginning in the file " + Pruned.FILE);
        }
        return pruned;
    }

    private void verified(String when) throws IOException {
        VerificationReport report = new Verification(storage, key(), null, SIGNATURES).run();
        boolean sound = report.verdict() == VerificationReport.Verdict.SOUND
                || report.verdict() == VerificationReport.Verdict.NOT_FULLY_COVERED;
        if (!sound) {
            Damage damage = report.firstBad();
            String what = damage == null ? String.join("; ", report.notes()) : damage.line();
            throw refused("the log does not verify " + when + ": " + what);
        }
    }

    private long hash(String file, MessageDigest digest) throws IOException {
        try (InputStream in = new DigestInputStream(storage.read(file), digest)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private PrakatException refused(String what) {
        return new PrakatException(
                ProblemCode.TRAFFIC_LOG,
                "traffic log " + storage.place() + ": nothing was pruned: " + what + ". Verify the log.");
    }
}
