package dev.prakat.trafficlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads the batches of one segment, up to a length that was looked up before: what a running writer adds meanwhile is not seen.
 * One thread.
 */
final class SegmentReader implements Closeable {

    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final long limit;
    private final RawRecord record = new RawRecord();
    private final CRC32C checksum = new CRC32C();
    private byte[] bytes = new byte[BUFFER];
    private ByteBuffer view = ByteBuffer.wrap(bytes);

    /** Where the batch that was read last begins in the buffer. */
    private int batch;

    /** Where it ends there, so where the next one begins. */
    private int next;

    /** Where what was read ahead ends there. */
    private int filled;

    private final byte[] leaf = new byte[Hashes.LENGTH];
    private long offset;
    private int headerChecksum;
    private int walkAt;
    private long walkIndex;

    SegmentReader(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Where the next batch begins; after a {@link BadBatch}, where the bad one begins. */
    long offset() {
        return offset;
    }

    /**
     * Reads the next batch whole.
     *
     * @return its header, or null at the end
     * @throws BadBatch if what stands there is not a whole batch
     */
    @Nullable
    BatchHeader next() throws IOException, BadBatch {
        long left = limit - offset;
        if (left == 0) {
            return null;
        }
        if (left < BatchFrame.HEADER + BatchFrame.TRAILER) {
            throw new BadBatch("found " + left + " bytes, too few for a batch");
        }
        fill(BatchFrame.HEADER);
        BatchHeader header = header(view, next);
        if (header == null || header.length() > left - BatchFrame.HEADER - BatchFrame.TRAILER) {
            throw new BadBatch(
                    header == null ? "found no batch header" : "found a batch that goes on beyond the end of the file");
        }
        int body = BatchFrame.HEADER + header.length();
        fill(body + BatchFrame.TRAILER);
        batch = next;
        if (crc(body) != view.getInt(batch + body)) {
            throw new BadBatch("the batch's checksum differs");
        }
        if (!records(header)) {
            throw new BadBatch("the batch's records do not fill its payload");
        }
        headerChecksum = crc(BatchFrame.HEADER);
        next = batch + body + BatchFrame.TRAILER;
        offset += body + BatchFrame.TRAILER;
        return header;
    }

    /** The CRC32C of the header that was read last. */
    int headerChecksum() {
        return headerChecksum;
    }

    /** Walks over the records of the batch that was read last, and grows the tree with each. */
    void records(BatchHeader header, MessageDigest digest, MerkleRange range, LogScan.Visitor visitor) {
        int at = batch + BatchFrame.HEADER;
        for (int i = 0; i < header.count(); i++) {
            record.move(bytes, batch, at, header.firstIndex() + i);
            visitor.record(record);
            Hashes.leaf(digest, bytes, record.pubAt(), record.pubLength(), leaf);
            range.add(leaf);
            visitor.grown(range);
            at = record.end();
        }
    }

    /** Begins with the first record of the batch that was read last. */
    void first(BatchHeader header) {
        walkAt = batch + BatchFrame.HEADER;
        walkIndex = header.firstIndex();
    }

    /** The index of the record that {@link #following} gives. */
    long position() {
        return walkIndex;
    }

    /** The next record of that batch; the caller knows how many there are. */
    RawRecord following() {
        record.move(bytes, batch, walkAt, walkIndex);
        walkAt = record.end();
        walkIndex++;
        return record;
    }

    /** A copy of the public part of a record of the batch that was read last. */
    byte[] publicPart(BatchHeader header, long index) {
        int at = batch + BatchFrame.HEADER;
        for (long each = header.firstIndex(); each <= index; each++) {
            record.move(bytes, batch, at, each);
            at = record.end();
        }
        return Arrays.copyOfRange(bytes, record.pubAt(), record.pubAt() + record.pubLength());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A header whose numbers can be right, or null. */
    static @Nullable BatchHeader header(ByteBuffer from, int at) {
        if (from.getLong(at) != BatchFrame.MAGIC) {
            return null;
        }
        BatchHeader header = new BatchHeader(
                from.getLong(at + 8),
                from.getLong(at + 16),
                from.getInt(at + 24),
                from.getInt(at + 28),
                from.getInt(at + 32));
        boolean possible = header.number() >= 0
                && header.firstIndex() >= 0
                && header.count() > 0
                && header.count() <= BatchFrame.MAX_RECORDS
                && header.length() > 0
                && header.length() <= BatchFrame.MAX_PAYLOAD;
        return possible ? header : null;
    }

    private boolean records(BatchHeader header) {
        int at = batch + BatchFrame.HEADER;
        int end = at + header.length();
        for (int part = 0; part < 2 * header.count(); part++) {
            if (end - at < Integer.BYTES) {
                return false;
            }
            int length = view.getInt(at);
            at += Integer.BYTES;
            if (length < 0 || length > RecordWriter.MAX_PART || length > end - at) {
                return false;
            }
            at += length;
        }
        return at == end;
    }

    /** Reads ahead until so many bytes of the next batch are there. */
    private void fill(int needed) throws IOException, BadBatch {
        if (filled - next >= needed) {
            return;
        }
        byte[] into = needed > bytes.length ? new byte[BatchFrame.LONGEST] : bytes;
        System.arraycopy(bytes, next, into, 0, filled - next);
        if (into != bytes) {
            bytes = into;
            view = ByteBuffer.wrap(bytes);
        }
        filled -= next;
        next = 0;
        while (filled < needed) {
            int read = in.read(bytes, filled, bytes.length - filled);
            if (read < 0) {
                throw new BadBatch("the file ended while it was read");
            }
            filled += read;
        }
    }

    private int crc(int length) {
        checksum.reset();
        checksum.update(bytes, batch, length);
        return (int) checksum.getValue();
    }
}
