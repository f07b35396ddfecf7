package dev.prakat.trafficlog;

import java.io.BufferedInputStream;
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
    private long offset;
    private int headerChecksum;
    private int walkAt;
    private long walkIndex;

    SegmentReader(InputStream in, long limit) {
        this.in = new BufferedInputStream(in, BUFFER);
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
        fill(0, BatchFrame.HEADER);
        BatchHeader header = header(view, 0);
        if (header == null || header.length() > left - BatchFrame.HEADER - BatchFrame.TRAILER) {
            throw new BadBatch(
                    header == null ? "found no batch header" : "found a batch that goes on beyond the end of the file");
        }
        int body = BatchFrame.HEADER + header.length();
        grow(body + BatchFrame.TRAILER);
        fill(BatchFrame.HEADER, header.length() + BatchFrame.TRAILER);
        if (crc(body) != view.getInt(body)) {
            throw new BadBatch("the batch's checksum differs");
        }
        if (!records(header)) {
            throw new BadBatch("the batch's records do not fill its payload");
        }
        headerChecksum = crc(BatchFrame.HEADER);
        offset += body + BatchFrame.TRAILER;
        return header;
    }

    /** The CRC32C of the header that was read last. */
    int headerChecksum() {
        return headerChecksum;
    }

    /** Walks over the records of the batch that was read last, and grows the tree with each. */
    void records(BatchHeader header, MessageDigest digest, MerkleRange range, LogScan.Visitor visitor) {
        int at = BatchFrame.HEADER;
        for (int i = 0; i < header.count(); i++) {
            record.move(bytes, at, header.firstIndex() + i);
            visitor.record(record);
            range.add(Hashes.leaf(digest, bytes, record.pubAt(), record.pubLength()));
            visitor.grown(range);
            at = record.end();
        }
    }

    /** Begins with the first record of the batch that was read last. */
    void first(BatchHeader header) {
        walkAt = BatchFrame.HEADER;
        walkIndex = header.firstIndex();
    }

    /** The index of the record that {@link #following} gives. */
    long position() {
        return walkIndex;
    }

    /** The next record of that batch; the caller knows how many there are. */
    RawRecord following() {
        record.move(bytes, walkAt, walkIndex);
        walkAt = record.end();
        walkIndex++;
        return record;
    }

    /** A copy of the public part of a record of the batch that was read last. */
    byte[] publicPart(BatchHeader header, long index) {
        int at = BatchFrame.HEADER;
        for (long each = header.firstIndex(); each <= index; each++) {
            record.move(bytes, at, each);
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
        int at = BatchFrame.HEADER;
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

    private void fill(int at, int length) throws IOException, BadBatch {
        if (in.readNBytes(bytes, at, length) < length) {
            throw new BadBatch("the file ended while it was read");
        }
    }

    private void grow(int needed) {
        if (bytes.length < needed) {
            byte[] larger = new byte[BatchFrame.LONGEST];
            System.arraycopy(bytes, 0, larger, 0, BatchFrame.HEADER);
            bytes = larger;
            view = ByteBuffer.wrap(bytes);
        }
    }

    private int crc(int length) {
        checksum.reset();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
