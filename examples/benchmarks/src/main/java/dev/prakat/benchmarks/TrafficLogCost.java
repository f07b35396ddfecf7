package dev.prakat.benchmarks;

import dev.prakat.spi.Actor;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.trafficlog.TrafficLog;
import dev.prakat.trafficlog.TrafficLogProver;
import dev.prakat.trafficlog.TrafficLogSettings;
import dev.prakat.trafficlog.VerifyTrafficLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the traffic log costs, beside the bare means in the same run, by turns: one writer and 64 waiting writers against a loop of
 * write and fdatasync of the same bytes and SQLite, the same log in {@code --memory=} where a force costs nothing; verification with a heap of
 * 64 MB against bulk SHA-256 of the same bytes, both in processes of their own; size and time of a proof.
 *
 * <pre>
 * java -cp examples/benchmarks/target/benchmarks.jar dev.prakat.benchmarks.TrafficLogCost --seconds=3 --turns=5 --records=1000000
 * </pre>
 */
public final class TrafficLogCost {

    private static final int WRITERS = 64;
    private static final int PROOFS = 1_000;
    private static final int RECORD_BYTES = 512;

    private final Path disk;
    private final Path memory;
    private final long nanos;
    private final int turns;
    private final int records;
    private final ExecutorService workers = Executors.newFixedThreadPool(WRITERS);

    private TrafficLogCost(Arguments given) throws IOException {
        Path home = Path.of(given.text("home", "target/traffic-log-cost"));
        Files.createDirectories(home);
        disk = Files.createTempDirectory(home, "log");
        memory = Files.createTempDirectory(Path.of(given.text("memory", "/dev/shm")), "prakat");
        nanos = given.number("seconds", 3) * 1_000_000_000L;
        turns = given.number("turns", 5);
        records = given.number("records", 1_000_000);
    }

    /**
     * Measures and prints.
     *
     * @param arguments see above
     * @throws IOException if a folder cannot be made
     * @throws InterruptedException if interrupted
     * @throws SQLException if SQLite fails
     */
    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        TrafficLogCost cost = new TrafficLogCost(new Arguments(arguments));
        try {
            cost.write();
            cost.verify();
        } finally {
            cost.workers.shutdown();
        }
    }

    private void write() throws IOException, SQLException {
        double[] one = new double[turns];
        double[] many = new double[turns];
        double[] sqlite = new double[turns];
        try (TrafficLog log = open(disk.resolve("rates"));
                SqliteLog rows = new SqliteLog(disk.resolve("rates.sqlite"), RECORD_BYTES);
                TrafficLog free = open(memory.resolve("rates"));
                FileChannel raw = FileChannel.open(
                        disk.resolve("raw"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int turn = -1; turn < turns; turn++) {
                double bare = bare(raw);
                double single = rate(log, 1);
                double waiting = rate(log, WRITERS);
                double unforced = rate(free, WRITERS);
                double bareAgain = bare(raw);
                double anchor = (bare + bareAgain) / 2;
                double row = rows.rate(1, nanos);
                double inGroups = rows.rate(WRITERS, nanos);
                double least = Math.min(WRITERS * anchor, unforced);
                System.out.printf(
                        Locale.ROOT,
                        "turn %d: raw %.0f and %.0f/s, one writer %.0f/s (%.2f x raw), 64 writers %.0f/s (%.2f x the lesser of 64 x"
                                + " raw and %.0f/s without force); SQLite %.0f/s, %.0f/s with 64 in each commit%s%n",
                        turn + 1,
                        bare,
                        bareAgain,
                        single,
                        single / anchor,
                        waiting,
                        waiting / least,
                        unforced,
                        row,
                        inGroups,
                        turn < 0 ? " (warm-up)" : "");
                if (turn >= 0) {
                    one[turn] = single / anchor;
                    many[turn] = waiting / least;
                    sqlite[turn] = single / row;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "medians: one writer %.2f x raw (goal 0.60) and %.2f x SQLite, 64 writers %.2f (goal 0.70)%n",
                median(one),
                median(sqlite),
                median(many));
    }

    private void verify() throws IOException, InterruptedException {
        Path log = disk.resolve("large");
        long begun = System.nanoTime();
        try (TrafficLog open = open(log)) {
            fill(open);
        }
        System.out.printf(Locale.ROOT, "%d records written in %.0f s%n", records, seconds(begun));
        double[] ratios = new double[5];
        double[] warm = new double[ratios.length];
        for (int turn = 0; turn < ratios.length; turn++) {
            double inHere = hashed(log);
            double bare = process(BulkHash.class, log);
            double ours = process(VerifyTrafficLog.class, log);
            ratios[turn] = bare / ours;
            warm[turn] = inHere / ours;
            System.out.printf(
                    Locale.ROOT,
                    "whole processes with -Xmx64m: SHA-256 of the same bytes %.2f s, verification %.2f s (%.2f x);"
                            + " SHA-256 in a process that runs already %.2f s (%.2f x)%n",
                    bare,
                    ours,
                    ratios[turn],
                    inHere,
                    warm[turn]);
        }
        System.out.printf(
                Locale.ROOT,
                "medians: verification %.2f x SHA-256, both from the start of Java (goal 0.45); %.2f x SHA-256 without that start%n",
                median(ratios),
                median(warm));
        proofs(log);
    }

    private void proofs(Path log) {
        Random random = new Random(1962);
        double[] millis = new double[PROOFS];
        int longest = 0;
        for (int i = 0; i < PROOFS; i++) {
            long index = random.nextInt(records);
            long begun = System.nanoTime();
            String proof = TrafficLogProver.inclusion(log, index).text();
            millis[i] = seconds(begun) * 1_000;
            longest = Math.max(longest, proof.length());
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "proofs at %d records: longest %d bytes (goal 1,500), p50 %.2f ms, p95 %.2f ms (goal 5)%n",
                records,
                longest,
                millis[PROOFS / 2],
                millis[PROOFS * 95 / 100]);
    }

    private static TrafficLog open(Path folder) {
        return TrafficLog.open(TrafficLogSettings.of(folder, "www.example.go.th", () -> SampleOffice.NOW));
    }

    private static TrafficEntry entry() {
        return TrafficEntry.fileWrite("https://www.example.go.th/", "a/page.html", "item", "0".repeat(64), 120);
    }

    /** A single writer without any log: write and fdatasync, as many as there is time for. */
    private double bare(FileChannel raw) throws IOException {
        long begun = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - begun < nanos) {
            ByteBuffer bytes = ByteBuffer.allocate(RECORD_BYTES);
            while (bytes.hasRemaining()) {
                raw.write(bytes);
            }
            raw.force(false);
            count++;
        }
        return count / seconds(begun);
    }

    private double rate(TrafficLog log, int writers) {
        long begun = System.nanoTime();
        long sum = all(
                writers,
                recorder -> {
                    long count = 0;
                    while (System.nanoTime() - begun < nanos) {
                        recorder.intent(entry());
                        count++;
                    }
                    return count;
                },
                log);
        return sum / seconds(begun);
    }

    private void fill(TrafficLog log) {
        all(
                WRITERS,
                recorder -> {
                    for (int i = 0; i < records / WRITERS; i++) {
                        recorder.intent(entry());
                    }
                    return 0L;
                },
                log);
    }

    private interface Work {
        long run(TrafficRecorder recorder);
    }

    private long all(int writers, Work work, TrafficLog log) {
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            tasks.add(() -> work.run(log.recorder(Actor.local("officer-1"), "cost")));
        }
        try {
            long sum = 0;
            for (Future<Long> done : workers.invokeAll(tasks)) {
                sum += done.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double hashed(Path log) throws IOException {
        long begun = System.nanoTime();
        BulkHash.of(log);
        return seconds(begun);
    }

    /** In a process of its own, from before its start to after its end. */
    private static double process(Class<?> program, Path log) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        log.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program.getName() + " failed on " + log);
        }
        return seconds(begun);
    }

    private static double median(double[] all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
