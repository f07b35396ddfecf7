package dev.prakat.trafficlog;

import dev.prakat.spi.CheckpointSink;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the newest checkpoint to one sink, in a thread of its own so that a slow one holds up nobody. A sink that fails is asked
 * again, later and later up to a minute. Thread-safe; everything is guarded by {@code lock}.
 */
final class SinkRelay implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SinkRelay.class);
    private static final long LONGEST_SECONDS = 60;

    private final String origin;
    private final CheckpointSink sink;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private LogWriter.@Nullable SignedCheckpoint newest;
    private long kept = -1;
    private long pauseSeconds;
    private boolean closed;
    private boolean lastRound;
    private @Nullable String failure;

    private SinkRelay(String origin, String threadName, CheckpointSink sink) {
        this.origin = origin;
        this.sink = sink;
        this.thread = new Thread(this, threadName);
        thread.setDaemon(true);
    }

    static SinkRelay start(String origin, String threadName, CheckpointSink sink) {
        SinkRelay relay = new SinkRelay(origin, threadName, sink);
        relay.thread.start();
        return relay;
    }

    /** Offers a checkpoint; an older one that was not handed on yet is dropped, for the newer one covers it. */
    void offer(LogWriter.SignedCheckpoint checkpoint) {
        lock.lock();
        try {
            newest = checkpoint;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Why the sink did not take a checkpoint when it was last asked, or null. */
    @Nullable
    String failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            for (var next = await(); next != null; next = await()) {
                handOn(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp();
        }
    }

    /** A sink that holds a connection gives it up with the log. */
    private void hangUp() {
        if (sink instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception e) {
                LOG.atDebug().setCause(e).addKeyValue("log", origin).log("A sink could not be closed");
            }
        }
    }

    /** Lets the sink have the newest checkpoint once more; the thread then ends. Does nothing the second time. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the thread to end, and gives it up after a while. */
    void join(long millis) {
        if (!Threads.join(thread, millis)) {
            thread.interrupt();
        }
    }

    /** The next checkpoint to hand on, after the pause that a failure asks for; null at the end. */
    private LogWriter.@Nullable SignedCheckpoint await() throws InterruptedException {
        lock.lock();
        try {
            long pause = TimeUnit.SECONDS.toNanos(pauseSeconds);
            while (pause > 0 && !closed) {
                pause = changed.awaitNanos(pause);
            }
            LogWriter.SignedCheckpoint next = fresh();
            while (next == null && !closed) {
                changed.await();
                next = fresh();
            }
            if (lastRound) {
                return null;
            }
            lastRound = closed;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private LogWriter.@Nullable SignedCheckpoint fresh() {
        return newest != null && newest.size() > kept ? newest : null;
    }

    private void handOn(LogWriter.SignedCheckpoint checkpoint) {
        String said = null;
        try {
            sink.accept(origin, checkpoint.size(), checkpoint.note());
        } catch (Exception e) {
            said = "sink " + sink.getClass().getName() + " did not keep the checkpoint of size " + checkpoint.size()
                    + ": " + e;
            LOG.atWarn().addKeyValue("log", origin).log(said);
        }
        lock.lock();
        try {
            failure = said;
            kept = said == null ? checkpoint.size() : kept;
            pauseSeconds = said == null ? 0 : Math.min(LONGEST_SECONDS, Math.max(1, 2 * pauseSeconds));
        } finally {
            lock.unlock();
        }
    }
}
