package dev.prakat.trafficlog;

import java.util.concurrent.TimeUnit;

/** Waiting that an interrupt does not cut short. No state. */
final class Threads {

    private Threads() {}

    /**
     * Waits for a thread to end; an interrupt is kept for later.
     *
     * @return whether it ended in time
     */
    static boolean join(Thread thread, long millis) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            for (long left = millis; left > 0 && thread.isAlive(); ) {
                try {
                    thread.join(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
            return !thread.isAlive();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
