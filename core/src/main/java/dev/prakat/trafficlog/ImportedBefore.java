package dev.prakat.trafficlog;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log says of the requests of some hours: which are recorded, and of which days the keys were destroyed, so that nothing may be
 * sealed under them again. Reads only segments that can say so. One thread, one use.
 */
final class ImportedBefore {

    /** How far a request may be ahead of the log's clock when it is imported. */
    static final Duration MOST_AHEAD = Duration.ofHours(24);

    private record Days(LocalDate first, LocalDate last) {}

    private final Storage storage;
    private final LineCounts counts;
    private final long first;
    private final long last;
    private final List<Days> destroyed = new ArrayList<>();

    private ImportedBefore(Storage storage, LineCounts counts, long first, long last) {
        this.storage = storage;
        this.counts = counts;
        this.first = first;
        this.last = last;
    }

    /**
     * Reads a log.
     *
     * @param size how many records it has
     * @param counts is told of the records of those hours
     * @param first the first hour, counted from 1970
     * @param last the last hour
     */
    static ImportedBefore read(Storage storage, long size, LineCounts counts, long first, long last)
            throws IOException {
        ImportedBefore found = new ImportedBefore(storage, counts, first, last);
        try (LogCursor cursor = new LogCursor(storage, found.from(size), size)) {
            for (RawRecord raw = cursor.next(); raw != null; raw = cursor.next()) {
                found.look(StoredRecord.parse(raw));
            }
        }
        return found;
    }

    /** Whether the key of a day was destroyed, as far as the log still says so; what was sealed under it is then gone too. */
    boolean isDestroyed(LocalDate day) {
        return destroyed.stream().anyMatch(each -> !day.isBefore(each.first()) && !day.isAfter(each.last()));
    }

    /**
     * The first record that matters: nothing that is older than the hours by more than a request may be ahead. A clock that stepped
     * back left older segments behind newer ones, so all are looked at.
     */
    private long from(long size) throws IOException {
        Instant oldest =
                Instant.ofEpochSecond(Duration.ofHours(first).toSeconds()).minus(MOST_AHEAD);
        long previous = 0;
        for (LogScan.Segment each : LogScan.segments(storage)) {
            if (!begins(each.first(), size).isBefore(oldest)) {
                return previous;
            }
            previous = each.first();
        }
        return previous;
    }

    private Instant begins(long index, long size) throws IOException {
        try (LogCursor cursor = new LogCursor(storage, index, size)) {
            RawRecord raw = cursor.next();
            StoredRecord record = raw == null ? null : StoredRecord.parse(raw);
            Instant at = record == null ? null : record.at();
            return at == null ? Instant.MAX : at;
        }
    }

    private void look(@Nullable StoredRecord record) {
        if (record == null) {
            return;
        }
        Instant happened = record.repeat == null ? null : record.happened();
        if (record.repeat != null && happened != null) {
            if (AccessLine.hour(happened) >= first && AccessLine.hour(happened) <= last) {
                RepeatKeys.note(record.repeat, counts);
            }
        } else if ("log.key".equals(record.kind) && "destroy".equals(record.command) && record.path != null) {
            String[] parts = record.path.split("/", -1);
            try {
                destroyed.add(new Days(LocalDate.parse(parts[1]), LocalDate.parse(parts[2])));
            } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
                // Names no days: a record of another kind of destruction that a later version may know.
            }
        }
    }
}
