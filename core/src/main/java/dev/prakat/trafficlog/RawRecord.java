package dev.prakat.trafficlog;

/**
 * A record as it lies in a batch. The buffer is used again for the next batch, and this view is moved from record to record. One
 * thread.
 */
final class RawRecord {

    private byte[] buffer = {};
    private int batchAt;
    private long index;
    private int pubAt;
    private int pubLength;
    private int sealedAt;
    private int sealedLength;

    /**
     * Moves to a record of a batch: a length and the public part, a length and the sealed part.
     *
     * @param bytes holds the batch
     * @param batch where the batch begins there
     * @param at where the record begins there
     */
    void move(byte[] bytes, int batch, int at, long recordIndex) {
        buffer = bytes;
        batchAt = batch;
        index = recordIndex;
        pubAt = at + Integer.BYTES;
        pubLength = number(at);
        sealedAt = pubAt + pubLength + Integer.BYTES;
        sealedLength = number(pubAt + pubLength);
    }

    long index() {
        return index;
    }

    byte[] buffer() {
        return buffer;
    }

    int pubAt() {
        return pubAt;
    }

    int pubLength() {
        return pubLength;
    }

    int sealedAt() {
        return sealedAt;
    }

    int sealedLength() {
        return sealedLength;
    }

    /** Where the sealed part begins, counted from the beginning of the batch. */
    int sealedOffset() {
        return sealedAt - batchAt;
    }

    /** Where the next record begins. */
    int end() {
        return sealedAt + sealedLength;
    }

    private int number(int at) {
        return buffer[at] << 24 | (buffer[at + 1] & 255) << 16 | (buffer[at + 2] & 255) << 8 | (buffer[at + 3] & 255);
    }
}
