package dev.prakat.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/** How long a call took, many times. One thread. */
final class Latencies {

    private final String name;
    private final long[] nanos;

    private Latencies(String name, long[] nanos) {
        this.name = name;
        this.nanos = nanos;
    }

    /** Calls a fifth of the times to warm up, then so many times for the figures; the call is given its number. */
    static Latencies of(String name, int times, IntConsumer call) {
        for (int n = 0; n < times / 5; n++) {
            call.accept(n);
        }
        long[] nanos = new long[times];
        for (int n = 0; n < times; n++) {
            long begun = System.nanoTime();
            call.accept(n);
            nanos[n] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return new Latencies(name, nanos);
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
