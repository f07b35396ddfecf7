package dev.prakat.trafficlog;

import dev.prakat.spi.LogReceipt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a caller waits for: a record made durable, or, without a record, a checkpoint of everything before.
 *
 * @param record the record, or null for a checkpoint
 * @param done completed by the writer's thread; the receipt of a checkpoint is that of the log's end
 */
record Pending(@Nullable SealedRecord record, CompletableFuture<LogReceipt> done) {

    static Pending append(SealedRecord record) {
        return new Pending(record, new CompletableFuture<>());
    }

    static Pending checkpoint() {
        return new Pending(null, new CompletableFuture<>());
    }

    /** Whether no caller of the log hands it in. */
    boolean isOfSinks() {
        return record == null || record.isOfSinks();
    }

    int frameBytes() {
        return record == null ? 0 : record.frameBytes();
    }
}
