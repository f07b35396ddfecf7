package dev.prakat.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/** How long a call took, many times. One thread. */
final class Latencies {

    private static final long LONGEST_NANOS = 30_000_000_000L;

    private final String name;
    private final long[] nanos;

    private Latencies(String name, long[] nanos) {
        this.name = name;
        this.nanos = nanos;
    }

    /**
     * Calls a fifth of the times to warm up, then so many times for the figures, each part for at most 30 seconds; the call is
     * given its number.
     */
    static Latencies of(String name, int times, IntConsumer call) {
        calls(times / 5, call);
        return new Latencies(name, calls(times, call));
    }

    /** How long each call took, sorted. */
    private static long[] calls(int times, IntConsumer call) {
        long[] nanos = new long[times];
        long first = System.nanoTime();
        int made = 0;
        while (made < times && System.nanoTime() - first < LONGEST_NANOS) {
            long begun = System.nanoTime();
            call.accept(made);
            nanos[made++] = System.nanoTime() - begun;
        }
        long[] taken = Arrays.copyOf(nanos, made);
        Arrays.sort(taken);
        return taken;
    }

    private double millis(double part) {
        return nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * part))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-28s p50 %8.2f ms   p95 %8.2f ms   worst %8.2f ms   (%d calls)",
                name,
                millis(0.50),
                millis(0.95),
                millis(1),
                nanos.length);
    }
}
