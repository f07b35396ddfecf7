package dev.prakat.trafficlog;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the records of a log one by one, up to a number that is signed for: all of those must be there. Another process may
 * write behind it. One thread.
 */
final class LogCursor implements Closeable {

    private final Storage storage;
    private final List<LogScan.Segment> segments;
    private final long limit;
    private long index;
    private int segment;
    private @Nullable SegmentReader reader;
    private @Nullable BatchHeader header;

    /**
     * @param from the first record that is wanted; where that one is pruned, the first that is kept
     * @param limit the index behind the last one
     */
    LogCursor(Storage storage, long from, long limit) throws IOException {
        Pruned pruned = Pruned.read(storage);
        this.storage = storage;
        this.limit = limit;
        this.index = Math.max(from, pruned == null ? 0 : pruned.first());
        this.segments = LogScan.segments(storage);
        while (segment + 1 < segments.size() && segments.get(segment + 1).first() <= index) {
            segment++;
        }
    }

    /**
     * The next record; it is moved by the next call.
     *
     * @return the record, or null behind the last one
     * @throws IOException also if a record is not there or damaged
     */
    @Nullable
    RawRecord next() throws IOException {
        while (index < limit) {
            SegmentReader open = reader;
            BatchHeader batch = header;
            if (open != null && batch != null && open.position() < batch.firstIndex() + batch.count()) {
                RawRecord record = open.following();
                if (record.index() == index) {
                    index++;
                    return record;
                }
            } else {
                batch();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        SegmentReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }

    private void batch() throws IOException {
        try {
            SegmentReader open = reader;
            boolean passed =
                    segment + 1 < segments.size() && segments.get(segment + 1).first() <= reached();
            if (open == null || passed) {
                segment += open == null ? 0 : 1;
                close();
                open = open();
                reader = open;
            }
            header = open.next();
            if (header != null) {
                open.first(header);
                return;
            }
        } catch (BadBatch e) {
            throw new IOException("record " + index + " cannot be read: " + e.getMessage() + "; verify the log", e);
        }
        throw new IOException("record " + index + " is signed for and is not there; verify the log");
    }

    /** The index behind the batch that was read last. */
    private long reached() {
        BatchHeader batch = header;
        return batch == null ? -1 : batch.firstIndex() + batch.count();
    }

    private SegmentReader open() throws IOException {
        if (segments.isEmpty()) {
            throw new IOException("record " + index + " is signed for, and there is no segment; verify the log");
        }
        LogScan.Segment next = segments.get(segment);
        return new SegmentReader(storage.read(next.file()), next.length());
    }
}
