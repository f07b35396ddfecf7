package dev.prakat.trafficlog;

/**
 * Where a log ends, which is where the next batch goes.
 *
 * @param size how many records there are, so the index of the next one
 * @param batches how many batches there are, so the number of the next one
 * @param headerChecksum the CRC32C of the last batch's header, 0 when there is none
 */
record LogEnd(long size, long batches, int headerChecksum) {

    static final LogEnd EMPTY = new LogEnd(0, 0, 0);

    LogEnd after(int records, int checksum) {
        return new LogEnd(size + records, batches + 1, checksum);
    }
}
