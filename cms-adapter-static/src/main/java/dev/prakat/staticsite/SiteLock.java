package dev.prakat.staticsite;

import dev.prakat.spi.TargetUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Only one process changes a site at a time. Held for one call, so that a sweep from cron works beside a portal; the system
 * lets go of it when a process dies.
 */
final class SiteLock {

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final FileChannel channel;

    private SiteLock(FileChannel channel) {
        this.channel = channel;
    }

    private static SiteLock acquire(SiteSettings settings) {
        Path file = settings.state().resolve("lock");
        long end = System.nanoTime() + settings.lockWait().toNanos();
        try {
            Files.createDirectories(settings.state());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (tryLock(channel) == null) {
                if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                    channel.close();
                    throw new TargetUnavailable(
                            "static site " + settings.base() + ": another process has held " + file + " for "
                                    + settings.lockWait().toSeconds()
                                    + " s, expected it to be free; find out what it is doing, then try again",
                            null,
                            null);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return new SiteLock(channel);
        } catch (IOException e) {
            throw new TargetUnavailable(
                    "static site " + settings.base() + ": the state folder " + settings.state() + " cannot be used ("
                            + e + "), expected a folder that this process may write; mend it, then try again",
                    null,
                    e);
        }
    }

    /** What is done while nobody else changes the site. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Waits for the lock, works, lets go of it.
     *
     * @throws TargetUnavailable if another process held it all the time
     * @throws IOException if the work fails
     */
    static <T> T holding(SiteSettings settings, Work<T> work) throws IOException {
        SiteLock lock = acquire(settings);
        try {
            return work.run();
        } finally {
            lock.channel.close();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another target object of this process
        }
    }
}
