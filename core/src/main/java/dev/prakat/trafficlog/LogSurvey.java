package dev.prakat.trafficlog;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pruning must know of the records: how old each segment is, and which holds are in force. One thread, one use. */
final class LogSurvey implements LogScan.Visitor {

    /** A segment with the newest time of its records, or the end of time when one has no time that can be read. */
    static final class Age {
        final String file;
        long first = -1;
        long last;
        Instant newest = Instant.MIN;

        private Age(String file) {
            this.file = file;
        }
    }

    /** A hold and the day it was recorded on: that record is kept as long as the hold. */
    private record Held(LegalHold hold, LocalDate recorded) {}

    private final Map<String, Age> ages = new LinkedHashMap<>();
    private final Map<String, Held> holds = new LinkedHashMap<>();
    private Age current = new Age("");
    private Instant newest = Instant.MIN;
    private Instant newestOfOthers = Instant.MIN;

    /** Reads the records that are kept. */
    static LogSurvey of(Storage storage, Pruned pruned) throws IOException {
        LogSurvey survey = new LogSurvey();
        new LogScan(storage, survey, (level, index, hash) -> {}, pruned).run(LogScan.segments(storage));
        return survey;
    }

    @Override
    public void batch(String file, long offset) {
        if (!current.file.equals(file)) {
            current = new Age(file);
            ages.put(file, current);
        }
    }

    @Override
    public void record(RawRecord raw) {
        current.first = current.first < 0 ? raw.index() : current.first;
        current.last = raw.index();
        StoredRecord record = StoredRecord.parse(raw);
        Instant at = record == null ? null : record.at();
        Instant happened = record == null ? null : record.happened();
        if (record == null || at == null || happened == null) {
            current.newest = Instant.MAX;
            return;
        }
        current.newest = later(current.newest, later(at, happened));
        newest = later(newest, at);
        String kind = String.valueOf(record.kind);
        if (!kind.startsWith("log.") && !kind.equals("clock")) {
            // A request that was imported says no more of the clock than its own time.
            newestOfOthers = later(newestOfOthers, happened.isBefore(at) ? happened : at);
        }
        if (kind.equals("log.hold") && record.subject != null) {
            hold(record, LocalDate.ofInstant(at, RecordWriter.BANGKOK));
        }
    }

    @Override
    public void grown(MerkleRange range) {
        // Whether the roots are right was checked before.
    }

    @Override
    public @Nullable Damage damage() {
        return null;
    }

    /** The segments in order. */
    List<Age> segments() {
        return new ArrayList<>(ages.values());
    }

    /** The time of the newest record. */
    Instant newest() {
        return newest;
    }

    /** The time of the newest record that the log did not make about itself. */
    Instant newestOfOthers() {
        return newestOfOthers;
    }

    /** The holds that are in force on a day. */
    List<LegalHold> holds(LocalDate today) {
        return holds.values().stream()
                .map(Held::hold)
                .filter(each -> !each.until().isBefore(today))
                .toList();
    }

    /** Whether a hold that is in force on a day keeps the records of an earlier day, or is itself recorded there. */
    boolean isHeld(LocalDate day, LocalDate today) {
        return holds.values().stream()
                .filter(each -> !each.hold().until().isBefore(today))
                .anyMatch(each -> !day.isBefore(each.hold().from()) || !day.isBefore(each.recorded()));
    }

    /** Whether a hold that is in force on a day asks for who did what on an earlier day. */
    boolean isKeyHeld(LocalDate day, LocalDate today) {
        return holds(today).stream().anyMatch(each -> !day.isBefore(each.from()) && !day.isAfter(each.to()));
    }

    private void hold(StoredRecord record, LocalDate day) {
        LegalHold hold = LegalHold.of(record);
        if ("lift".equals(record.command)) {
            holds.remove(record.subject);
        } else if (hold != null) {
            holds.put(hold.order(), new Held(hold, day));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
