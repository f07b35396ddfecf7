package dev.prakat.trafficlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segment that is written now. A failed write or force poisons it: a later force on the same file may report a success that
 * never was, so what is not acknowledged is cut off and the log goes on in a new file. Belongs to the writer's thread.
 */
final class Segments {

    /** A segment is never longer: it ends when the longest batch might not fit any more. */
    static final long MAX_BYTES = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Segments.class);

    private final Storage storage;
    private final Quarantine quarantine;
    private final Deque<Quarantine.Notice> notices = new ArrayDeque<>();
    private Storage.@Nullable File file;
    private String name = "";
    private long acknowledged;
    private LocalDate day = LocalDate.MIN;
    private boolean poisoned;

    Segments(Storage storage, Quarantine quarantine) {
        this.storage = storage;
        this.quarantine = quarantine;
    }

    /** Goes on in the last segment of an earlier run. */
    void resume(Recovery.Tail tail) throws IOException {
        file = storage.open(tail.file());
        name = tail.file();
        acknowledged = tail.length();
        day = tail.day();
    }

    /** Makes sure that there is a sound segment for the next batch. */
    void prepare(long firstIndex, LocalDate today) throws IOException {
        if (poisoned) {
            repair();
        }
        boolean full = acknowledged + BatchFrame.LONGEST > MAX_BYTES;
        if (file == null || (acknowledged > 0 && (full || today.isAfter(day)))) {
            roll(firstIndex);
        }
        // A clock that steps back does not begin a segment.
        day = today.isAfter(day) ? today : day;
    }

    /** Writes a batch; when this returns, it is durable. */
    void append(ByteBuffer frame) throws IOException {
        Storage.File open = file;
        if (open == null) {
            throw new IOException("no segment is open");
        }
        int length = frame.remaining();
        poisoned = true;
        open.write(acknowledged, frame);
        open.force();
        poisoned = false;
        acknowledged += length;
    }

    /** What was put into quarantine and is not in the log yet, oldest first; the caller removes what it has recorded. */
    Deque<Quarantine.Notice> notices() {
        return notices;
    }

    /** Whether the next batch must find a new segment first. */
    boolean poisoned() {
        return poisoned;
    }

    void close() throws IOException {
        Storage.File open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    private void roll(long firstIndex) throws IOException {
        close();
        name = LogScan.segment(firstIndex);
        acknowledged = 0;
        poisoned = true;
        storage.createFolder(LogScan.FOLDER);
        Storage.File fresh = storage.open(name);
        file = fresh;
        fresh.force();
        storage.forceFolder(LogScan.FOLDER);
        poisoned = false;
    }

    /** Puts the unacknowledged end aside and leaves the file; fails as a whole and is tried again before the next batch. */
    private void repair() throws IOException {
        closeQuietly();
        if (storage.exists(name)) {
            if (storage.size(name) > acknowledged) {
                Quarantine.Notice notice = quarantine.keep(name, acknowledged);
                if (!notices.contains(notice)) {
                    notices.add(notice);
                }
            }
            if (acknowledged == 0) {
                // A new file, not the same one cut short: its name is needed again, its state in the kernel is not.
                storage.delete(name);
            } else {
                try (Storage.File cut = storage.open(name)) {
                    cut.truncate(acknowledged);
                    cut.force();
                }
            }
            storage.forceFolder(LogScan.FOLDER);
        }
        LOG.atWarn().addKeyValue("segment", name).log("A write failed; the log goes on in a new segment");
        poisoned = false;
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("The poisoned segment could not be closed");
        }
    }
}
