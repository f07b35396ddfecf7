package dev.prakat.trafficlog;

import java.util.List;

/**
 * What stands before the records of a batch.
 *
 * @param number the batch's number over all segments, from 0
 * @param firstIndex the index of its first record
 * @param count how many records
 * @param length the bytes of the payload
 * @param previous the CRC32C of the header of the batch before, 0 for batch 0
 */
record BatchHeader(long number, long firstIndex, int count, int length, int previous) {

    static BatchHeader of(LogEnd end, List<SealedRecord> records) {
        int length = records.stream().mapToInt(SealedRecord::frameBytes).sum();
        return new BatchHeader(end.batches(), end.size(), records.size(), length, end.headerChecksum());
    }
}
