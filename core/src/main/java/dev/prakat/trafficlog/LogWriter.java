package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of the one thread that writes: batches, and a checkpoint at most once a second when something changed. No caller's
 * interrupt can reach its files. What other threads read is volatile; everything else belongs to the thread.
 */
final class LogWriter implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final HexFormat HEX = HexFormat.of();

    private final CommitQueue queue;
    private final RecordWriter records;
    private final Segments segments;
    private final Checkpoints checkpoints;
    private final Reserve reserve;
    private final Consumer<SignedCheckpoint> published;
    private final String origin;
    private final BatchFrame frame = new BatchFrame();
    private final MerkleRange range;
    private final long checkpointEvery;
    private LogEnd end;

    /** Behind the last record that the sinks are to hear of: what they sent themselves is no reason to send again. */
    private long news;

    private long offered;
    private long checkpointedAt = System.nanoTime();
    private volatile long size;
    private volatile long signed;
    private volatile @Nullable String trouble;

    /** A checkpoint as it goes to the sinks. */
    record SignedCheckpoint(long size, String note) {}

    /**
     * What the writer starts with; the files belong to it from then on.
     *
     * @param checkpointEvery how long something may stay unsigned
     * @param published told in the writer's thread of every checkpoint with something new for the sinks, must return at once
     */
    record Start(
            String origin,
            LogEnd end,
            MerkleRange range,
            RecordWriter records,
            Segments segments,
            Checkpoints checkpoints,
            Reserve reserve,
            Duration checkpointEvery,
            Consumer<SignedCheckpoint> published) {}

    LogWriter(CommitQueue queue, Start start) {
        this.queue = queue;
        this.origin = start.origin();
        this.end = start.end();
        this.range = start.range();
        this.records = start.records();
        this.segments = start.segments();
        this.checkpoints = start.checkpoints();
        this.reserve = start.reserve();
        this.checkpointEvery = start.checkpointEvery().toNanos();
        this.published = start.published();
        this.size = end.size();
        this.signed = checkpoints.published();
        this.news = end.size();
        this.offered = checkpoints.published();
    }

    /** How many records are durable. Any thread. */
    long size() {
        return size;
    }

    /** How many records the newest checkpoint covers, -1 when there is none. Any thread. */
    long signed() {
        return signed;
    }

    /** What is wrong now, or null. Any thread. */
    @Nullable
    String trouble() {
        String last = trouble;
        return last == null && reserve.isSpent() ? reserve.problem() : last;
    }

    @Override
    public void run() {
        try {
            List<Pending> batch = queue.take(untilCheckpoint());
            while (batch != null) {
                serve(batch);
                batch = queue.take(untilCheckpoint());
            }
            settle();
            checkpointIfChanged();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trouble = "the writer was interrupted";
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).addKeyValue("log", origin).log("The writer of the traffic log died");
            trouble = "the writer died: " + e;
            throw e;
        } finally {
            end();
        }
    }

    private void serve(List<Pending> batch) {
        List<Pending> appends =
                batch.stream().filter(each -> each.record() != null).toList();
        try {
            append(appends);
        } catch (IOException | RuntimeException | Error e) {
            trouble = "the last write failed: " + e;
            fail(appends, e);
            if (e instanceof Error) {
                fail(batch, e);
                throw (Error) e;
            }
        }
        List<Pending> wanted =
                batch.stream().filter(each -> each.record() == null).toList();
        if (!wanted.isEmpty() || untilCheckpoint() == 0) {
            Exception failure = checkpointIfChanged();
            if (failure != null && wanted.isEmpty()) {
                LOG.atWarn()
                        .setCause(failure)
                        .addKeyValue("log", origin)
                        .log("A checkpoint could not be written; it is tried again");
            }
            for (Pending each : wanted) {
                if (failure == null) {
                    each.done().complete(new LogReceipt(origin, end.size(), ""));
                } else {
                    each.done().completeExceptionally(failure);
                }
            }
        }
    }

    /** Writes what there is room for: all of it, or with the reserve what ends something. */
    private void append(List<Pending> appends) throws IOException {
        reserve.refill();
        List<Pending> possible = reserve.isSpent() ? urgent(appends) : appends;
        try {
            if (!possible.isEmpty()) {
                commit(possible);
            }
        } catch (IOException e) {
            if (!reserve.spend(e)) {
                throw e;
            }
            LOG.atError().addKeyValue("log", origin).log("The disk is full; the reserve is given up");
            List<Pending> closing = urgent(possible);
            if (!closing.isEmpty()) {
                commit(closing);
            }
        }
    }

    /** Leaves what ends something, and fails the rest with what is to be done. */
    private List<Pending> urgent(List<Pending> appends) {
        List<Pending> kept = new ArrayList<>();
        List<Pending> refused = new ArrayList<>();
        appends.forEach(each -> (record(each).isUrgent() ? kept : refused).add(each));
        fail(refused, new IOException(reserve.problem()));
        return kept;
    }

    private void commit(List<Pending> batch) throws IOException {
        ready(record(batch.get(0)).day());
        write(batch);
        trouble = null;
    }

    /** Finds a sound segment, and records first what had to be put aside for it. */
    private void ready(LocalDate day) throws IOException {
        segments.prepare(end.size(), day);
        for (var notice = segments.notices().peek();
                notice != null;
                notice = segments.notices().peek()) {
            write(List.of(Pending.append(records.write(recovered(notice)))));
            segments.notices().remove();
        }
    }

    /** Does not leave behind what a failed write may have written, if that can be helped. */
    private void settle() {
        try {
            if (segments.poisoned()) {
                ready(LocalDate.MIN);
                trouble = null;
            }
        } catch (IOException | RuntimeException e) {
            trouble = "the end could not be repaired: " + e;
        }
    }

    private void write(List<Pending> batch) throws IOException {
        List<SealedRecord> sealed = batch.stream().map(LogWriter::record).toList();
        segments.append(frame.encode(BatchHeader.of(end, sealed), sealed));
        long index = end.size();
        end = end.after(sealed.size(), frame.headerChecksum());
        sealed.forEach(each -> range.add(each.leafHash()));
        size = end.size();
        for (Pending each : batch) {
            news = each.isOfSinks() ? news : index + 1;
            String leaf = HEX.formatHex(record(each).leafHash());
            each.done().complete(new LogReceipt(origin, index++, leaf));
        }
    }

    /** What the log says of itself when it had to put bytes aside. */
    static Draft recovered(Quarantine.Notice notice) {
        String why = "bytes " + notice.offset() + " to " + (notice.offset() + notice.length() - 1)
                + " were no part of an acknowledged batch and are kept in quarantine";
        TrafficEntry entry = new TrafficEntry(
                TrafficEntry.Kind.FILE_WRITE,
                "file",
                "quarantine",
                NaCode.IN_PROCESS,
                notice.file(),
                null,
                notice.sha256(),
                notice.length(),
                why);
        return Draft.own("log.recover", entry);
    }

    /** How long the writer may sleep before the unsigned end must be signed. */
    private long untilCheckpoint() {
        if (end.size() == checkpoints.published()) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, checkpointEvery - (System.nanoTime() - checkpointedAt));
    }

    private @Nullable Exception checkpointIfChanged() {
        if (end.size() == checkpoints.published()) {
            return null;
        }
        checkpointedAt = System.nanoTime();
        try {
            sign();
            return null;
        } catch (IOException | RuntimeException e) {
            trouble = "the last checkpoint could not be written: " + e;
            return e;
        }
    }

    private void sign() throws IOException {
        String note;
        try {
            note = checkpoints.publish(range);
        } catch (IOException e) {
            if (!reserve.spend(e)) {
                throw e;
            }
            note = checkpoints.publish(range);
        }
        signed = end.size();
        if (news > offered) {
            offered = signed;
            published.accept(new SignedCheckpoint(signed, note));
        }
    }

    private void end() {
        queue.close();
        PrakatException gone = new PrakatException(
                ProblemCode.TRAFFIC_LOG,
                "traffic log " + origin + ": its writer has ended (" + trouble + "). Open the log again.");
        try {
            for (List<Pending> left = queue.take(0); left != null; left = queue.take(0)) {
                fail(left, gone);
            }
            segments.close();
        } catch (IOException | InterruptedException e) {
            LOG.atWarn().setCause(e).addKeyValue("log", origin).log("The last segment could not be closed");
        }
    }

    private static void fail(List<Pending> batch, Throwable cause) {
        batch.forEach(each -> each.done().completeExceptionally(cause));
    }

    private static SealedRecord record(Pending pending) {
        SealedRecord record = pending.record();
        if (record == null) {
            throw new IllegalStateException("a checkpoint has no record");
        }
        return record;
    }
}
