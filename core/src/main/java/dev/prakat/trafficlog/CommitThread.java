package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.LogReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The thread that writes, with the queue before it: what callers hand in and wait for. Thread-safe. */
final class CommitThread {

    private static final long PATIENCE_MILLIS = 30_000;

    private final String place;
    private final CommitQueue queue = new CommitQueue(PATIENCE_MILLIS);
    private final LogWriter writer;
    private final Thread thread;

    /** What writes; {@link #start} has it begin. */
    CommitThread(String place, String node, LogWriter.Start start) {
        this.place = place;
        this.writer = new LogWriter(queue, start);
        this.thread = new Thread(writer, "prakat-trafficlog-" + node);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * Makes records durable. All are written before one is handed in, so that one that cannot be written leaves none in the log.
     *
     * @throws PrakatException as {@link #submit} and {@link #await}
     */
    List<LogReceipt> append(RecordWriter records, List<Draft> drafts) {
        List<Pending> pending = drafts.stream()
                .map(draft -> Pending.append(records.write(draft)))
                .toList();
        submit(pending);
        List<LogReceipt> receipts = new ArrayList<>(pending.size());
        for (int i = 0; i < pending.size(); i++) {
            receipts.add(await(pending.get(i), "the record of " + drafts.get(i).kind()));
        }
        return receipts;
    }

    /**
     * Hands something in without waiting for it.
     *
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if the log is closed or there was no room for too long
     */
    Pending submit(Pending pending) {
        submit(List.of(pending));
        return pending;
    }

    /**
     * Hands several in without waiting for them. They are made durable together, as far as they fit into a batch.
     *
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if the log is closed or there was no room for too long; some may then
     *     be written all the same
     */
    void submit(List<Pending> together) {
        String refused = queue.add(together);
        if (refused != null) {
            throw failed("nothing more can be recorded: " + refused, null);
        }
    }

    /**
     * Waits until something that was handed in is durable. An interrupt does not end the wait and is kept.
     *
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if it could not be made durable
     */
    LogReceipt await(Pending pending, String what) {
        try {
            return pending.done().join();
        } catch (CompletionException e) {
            throw failed(what + " could not be made durable (" + e.getCause() + ")", e.getCause());
        }
    }

    long size() {
        return writer.size();
    }

    /** What is wrong now, or null. */
    @Nullable
    String trouble() {
        return writer.trouble();
    }

    /**
     * Takes nothing of callers any more, and has everything written that waits, and a checkpoint of it. What the sinks record is taken
     * until {@link #stop}.
     *
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if that takes more than 30 seconds
     */
    void settle() {
        queue.leaveToSinks();
        Pending last = Pending.checkpoint();
        if (queue.add(last) != null) {
            return;
        }
        try {
            last.done().orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            // A checkpoint that could not be written is tried again at the end, and told of then.
            if (e.getCause() instanceof TimeoutException) {
                queue.close();
                throw silent();
            }
        }
    }

    /**
     * Has everything written that waits, and a last checkpoint.
     *
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if the thread does not end within 30 seconds
     */
    void stop() {
        queue.close();
        if (!Threads.join(thread, PATIENCE_MILLIS)) {
            throw silent();
        }
    }

    private PrakatException silent() {
        return failed(
                "the disk has not answered for " + PATIENCE_MILLIS / 1_000 + " seconds, the last records are uncertain",
                null);
    }

    /**
     * Says after the end that the end is not signed.
     *
     * @throws PrakatException {@link ProblemCode#TRAFFIC_LOG} if so
     */
    void requireSigned() {
        if (writer.signed() < writer.size()) {
            String message = "traffic log " + place + ": closed with " + writer.signed() + " of " + writer.size()
                    + " records signed (" + writer.trouble()
                    + "). The others are durable; open the log again to have them signed.";
            throw new PrakatException(ProblemCode.TRAFFIC_LOG, message);
        }
    }

    private PrakatException failed(String what, @Nullable Throwable cause) {
        String message = "traffic log " + place + ": " + what
                + ". Do not do what was to be recorded; check the disk, then try again.";
        return cause == null
                ? new PrakatException(ProblemCode.TRAFFIC_LOG, message)
                : new PrakatException(ProblemCode.TRAFFIC_LOG, message, cause);
    }
}
