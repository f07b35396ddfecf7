package dev.prakat.trafficlog;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history of checkpoints up to a length that was looked up before: signed notes, each followed by an empty line.
 * Looks at the framing only. One thread.
 */
final class HistoryReader implements Closeable {

    /** No note of ours comes near; more than this without an end is not a note. */
    private static final int LONGEST = 1 << 14;

    private final InputStream in;
    private final long limit;
    private long offset;
    private long read;

    HistoryReader(Storage storage, long limit) throws IOException {
        this.in =
                limit == 0 ? InputStream.nullInputStream() : new BufferedInputStream(storage.read(SignedState.HISTORY));
        this.limit = limit;
    }

    /** Where the note that was read last begins; after the end, where the last whole one ended. */
    long offset() {
        return offset;
    }

    /**
     * Reads the next note.
     *
     * @return its bytes, or null when no whole one is left
     */
    byte @Nullable [] next() throws IOException {
        offset = read;
        ByteArrayOutputStream note = new ByteArrayOutputStream(256);
        int emptyLines = 0;
        int before = 0;
        while (offset + note.size() < limit) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            emptyLines += next == '\n' && before == '\n' ? 1 : 0;
            if (emptyLines == 2 || note.size() == LONGEST) {
                read = offset + note.size() + 1;
                return note.toByteArray();
            }
            note.write(next);
            before = next;
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
