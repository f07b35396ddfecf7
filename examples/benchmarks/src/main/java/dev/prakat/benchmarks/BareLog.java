package dev.prakat.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that grows by records of the size that the traffic log's have, forced to disk before an append returns. Those who come
 * while it is being forced share the next force. Thread-safe.
 */
final class BareLog implements AutoCloseable {

    private static final int RECORD_BYTES = 950;

    private final FileChannel file;
    private final Object forcing = new Object();
    private long written;
    private long forced;

    BareLog(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void append() throws IOException {
        long mine = write();
        synchronized (forcing) {
            if (forced < mine) {
                long now = written();
                file.force(false);
                forced = now;
            }
        }
    }

    private synchronized long write() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(RECORD_BYTES);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        return ++written;
    }

    private synchronized long written() {
        return written;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
