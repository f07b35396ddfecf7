package dev.prakat.benchmarks;

import dev.prakat.spi.Actor;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.staticsite.StaticSiteTarget;
import dev.prakat.trafficlog.TrafficLog;
import dev.prakat.trafficlog.TrafficLogSettings;
import dev.prakat.trafficlog.TrafficLogVerifier;
import dev.prakat.trafficlog.VerificationReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the traffic log costs a publication: new items of about 8 kB are published on a static site of {@code --items=}, by turns in one
 * process with the log on the same disk and without any. The turn with the log also waits for its signed checkpoint, which its thread
 * would otherwise write while the other turn is measured. Which of the two is first changes every turn; the first turn warms up.
 *
 * <pre>
 * java -cp examples/benchmarks/target/benchmarks.jar dev.prakat.benchmarks.PublishCost --items=1000 --calls=100 --turns=9
 * </pre>
 *
 * Ends with exit code 1 if the log does not verify or has an intent without an outcome.
 */
public final class PublishCost {

    private final StaticSiteTarget target;
    private final TrafficLog log;
    private final TrafficRecorder recorder;
    private final int calls;
    private int published;

    private PublishCost(StaticSiteTarget target, TrafficLog log, int calls) {
        this.target = target;
        this.log = log;
        this.recorder = log.recorder(Actor.local("officer-1"), "cost");
        this.calls = calls;
    }

    /**
     * Measures and prints.
     *
     * @param arguments see above
     * @throws IOException if the folder cannot be used
     */
    public static void main(String... arguments) throws IOException {
        Arguments given = new Arguments(arguments);
        int items = given.number("items", 1_000);
        int turns = given.number("turns", 9);
        Path folder = Files.createTempDirectory(
                Path.of(given.text("folder", "target")).toAbsolutePath(), "publish-cost");
        Path logFolder = folder.resolve("log");
        SiteCorpus.write(folder, items);
        try (StaticSiteTarget target = SiteCorpus.target(folder);
                TrafficLog log = TrafficLog.open(
                        TrafficLogSettings.of(logFolder, "www.example.go.th", () -> SampleOffice.NOW))) {
            target.rebuild(new SiteCorpus.NoLog());
            new PublishCost(target, log, given.number("calls", 100)).run(turns);
        }
        VerificationReport report = TrafficLogVerifier.verify(logFolder);
        System.out.println(
                "the log: " + report.verdict() + ", " + report.openIntents() + " intents without an outcome");
        delete(folder);
        if (report.verdict() != VerificationReport.Verdict.SOUND || report.openIntents() != 0) {
            System.exit(1);
        }
    }

    private void run(int turns) {
        double[] ratios = new double[turns];
        for (int turn = -1; turn < turns; turn++) {
            double load = load();
            long before = log.size();
            boolean first = turn % 2 == 0;
            double with = first ? rate(true) : 0;
            double without = rate(false);
            with = first ? with : rate(true);
            System.out.printf(
                    Locale.ROOT,
                    "turn %d: with the log %.1f publications/s (%.1f records each), without %.1f/s, ratio %.3f; load %.1f%s%n",
                    turn + 1,
                    with,
                    (log.size() - before) / (double) calls,
                    without,
                    with / without,
                    load,
                    turn < 0 ? " (warm-up)" : "");
            if (turn >= 0) {
                ratios[turn] = with / without;
            }
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "median of %d turns of %d publications: %.3f of the rate without (%.3f to %.3f; goal 0.90), load %.1f%n",
                turns,
                calls,
                ratios[turns / 2],
                ratios[0],
                ratios[turns - 1],
                load());
    }

    private double rate(boolean recorded) {
        PublishRequest[] requests = new PublishRequest[calls];
        for (int i = 0; i < calls; i++) {
            int number = published++;
            String id = String.format(Locale.ROOT, "newest-%07d", number);
            PublishRequest request = SiteCorpus.publish(
                    SiteCorpus.item(id, number, SiteCorpus.date(0, 1).plusSeconds(number)), 1);
            requests[i] = recorded ? with(request) : request;
        }
        long begun = System.nanoTime();
        for (PublishRequest request : requests) {
            target.publish(request);
        }
        if (recorded) {
            log.checkpoint();
        }
        return calls * 1e9 / (System.nanoTime() - begun);
    }

    private PublishRequest with(PublishRequest request) {
        return new PublishRequest(
                request.placement(),
                request.fence(),
                request.idempotencyKey(),
                request.item(),
                request.site(),
                request.now(),
                recorder);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
