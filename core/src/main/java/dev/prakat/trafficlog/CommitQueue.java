package dev.prakat.trafficlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the writer: at most 8,192, first in, first out. A batch is whatever came while the batch before was made
 * durable; there is no timer. Thread-safe; everything is guarded by {@code lock}.
 */
final class CommitQueue {

    static final int CAPACITY = 8_192;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private final long patience;
    private boolean closed;
    private boolean leftToSinks;

    CommitQueue(long patienceMillis) {
        this.patience = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    }

    /** Adds one, as {@link #add(List)} does. */
    @Nullable
    String add(Pending pending) {
        return add(List.of(pending));
    }

    /**
     * Adds to the end and waits for room if there is none. An interrupt does not end the wait and is kept. The writer meets all of
     * them at once unless there was no room for all.
     *
     * @return null, or why they, or the last of them, were not added
     */
    @Nullable
    String add(List<Pending> together) {
        lock.lock();
        try {
            for (Pending each : together) {
                String refused = awaitRoom(each);
                if (refused != null) {
                    return refused;
                }
                waiting.add(each);
                filled.signal();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable String awaitRoom(Pending next) {
        boolean interrupted = false;
        long left = patience;
        while (waiting.size() >= CAPACITY && !refuses(next) && left > 0) {
            try {
                left = drained.awaitNanos(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (refuses(next)) {
            return "it is closed";
        }
        return waiting.size() < CAPACITY ? null : CAPACITY + " records wait already and the disk does not answer";
    }

    private boolean refuses(Pending next) {
        return closed || (leftToSinks && !next.isOfSinks());
    }

    /** From now on takes only what sinks record, and checkpoints. */
    void leaveToSinks() {
        lock.lock();
        try {
            leftToSinks = true;
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next batch and waits for one if there is none.
     *
     * @param nanos how long to wait at most
     * @return what fits into a batch; empty when the time is over; null when the queue is closed and empty
     */
    @Nullable
    List<Pending> take(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (waiting.isEmpty() && !closed && left > 0) {
                left = filled.awaitNanos(left);
            }
            if (waiting.isEmpty()) {
                return closed ? null : List.of();
            }
            List<Pending> batch = new ArrayList<>(Math.min(waiting.size(), BatchFrame.MAX_RECORDS));
            int bytes = 0;
            for (Pending next = waiting.peek(); next != null; next = waiting.peek()) {
                bytes += next.frameBytes();
                if (batch.size() == BatchFrame.MAX_RECORDS || bytes > BatchFrame.MAX_PAYLOAD) {
                    break;
                }
                batch.add(waiting.remove());
            }
            drained.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses everything from now on; what waits already is still taken. Does nothing the second time. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
