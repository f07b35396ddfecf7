package dev.prakat.trafficlog;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The unit that is written and lost as a whole: header, records, checksum; all numbers big-endian. The checksums find accidents
 * and order batches; they are never evidence. One thread: the buffer is used again.
 */
final class BatchFrame {

    /** "PRKTLOG1" in ASCII. */
    static final long MAGIC = 0x50524B544C4F4731L;

    /** Magic 8, batch number 8, first index 8, count 4, payload length 4, checksum of the header before 4. */
    static final int HEADER = 36;

    /** The checksum of everything before it. */
    static final int TRAILER = 4;

    static final int MAX_RECORDS = 4_096;
    static final int MAX_PAYLOAD = 1 << 20;

    /** The bytes of the longest batch. */
    static final int LONGEST = HEADER + MAX_PAYLOAD + TRAILER;

    private final ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
    private final CRC32C checksum = new CRC32C();

    /**
     * Lays out a batch.
     *
     * @return the bytes, valid until the next call
     */
    ByteBuffer encode(BatchHeader header, List<SealedRecord> records) {
        buffer.clear();
        buffer.putLong(MAGIC).putLong(header.number()).putLong(header.firstIndex());
        buffer.putInt(header.count()).putInt(header.length()).putInt(header.previous());
        for (SealedRecord each : records) {
            buffer.putInt(each.pub().length).put(each.pub());
            buffer.putInt(each.sealed().length).put(each.sealed());
        }
        buffer.putInt(crc(buffer.array(), 0, buffer.position()));
        return buffer.flip();
    }

    /** The checksum of the header that {@link #encode} laid out last, which the next batch repeats. */
    int headerChecksum() {
        return crc(buffer.array(), 0, HEADER);
    }

    private int crc(byte[] bytes, int from, int length) {
        checksum.reset();
        checksum.update(bytes, from, length);
        return (int) checksum.getValue();
    }
}
