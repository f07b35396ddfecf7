package dev.prakat.benchmarks;

import dev.prakat.staticsite.StaticSiteTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What it costs to publish one item on a static site that has few items, and on one that has many: by turns in one process, so
 * that other work on the machine meets both. The items are new, dated as the newest, in all categories.
 */
final class SiteCost {

    private SiteCost() {}

    /**
     * Measures.
     *
     * @param arguments {@code --few=1000 --many=100000 --calls=200 --folder=...}
     * @throws IOException if the folder cannot be used
     */
    public static void main(String[] arguments) throws IOException {
        Arguments given = new Arguments(arguments);
        int few = given.number("few", 1_000);
        int many = given.number("many", 100_000);
        int calls = given.number("calls", 200);
        Path folder = Files.createTempDirectory(
                Path.of(given.text("folder", "target")).toAbsolutePath(), "site-cost");
        try (StaticSiteTarget small = built(folder.resolve("few"), few);
                StaticSiteTarget large = built(folder.resolve("many"), many)) {
            List<Long> ofSmall = new ArrayList<>();
            List<Long> ofLarge = new ArrayList<>();
            for (int n = -calls / 4; n < calls; n++) {
                long one = publish(small, n, calls);
                long other = publish(large, n, calls);
                if (n >= 0) {
                    ofSmall.add(one);
                    ofLarge.add(other);
                }
            }
            say(few, ofSmall);
            say(many, ofLarge);
            System.out.printf(
                    Locale.ROOT,
                    "ratio of p50 %.2f (aim 1.25), %d calls each, -Xmx %d MB%n",
                    (double) part(ofLarge, 0.5) / part(ofSmall, 0.5),
                    calls,
                    Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static StaticSiteTarget built(Path folder, int items) throws IOException {
        long begun = System.nanoTime();
        SiteCorpus.write(folder, items);
        long written = System.nanoTime();
        StaticSiteTarget target = SiteCorpus.target(folder);
        target.rebuild(new SiteCorpus.NoLog());
        System.out.printf(
                Locale.ROOT,
                "%d items: corpus %.1f s, rendered %.1f s%n",
                items,
                (written - begun) / 1e9,
                (System.nanoTime() - written) / 1e9);
        return target;
    }

    private static long publish(StaticSiteTarget target, int number, int calls) {
        int n = number + calls;
        String id = String.format(Locale.ROOT, "newest-%07d", n);
        var request =
                SiteCorpus.publish(SiteCorpus.item(id, n, SiteCorpus.date(0, 1).plusSeconds(n)), 1);
        long begun = System.nanoTime();
        target.publish(request);
        return System.nanoTime() - begun;
    }

    private static long part(List<Long> nanos, double part) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part));
    }

    private static void say(int items, List<Long> nanos) {
        System.out.printf(
                Locale.ROOT,
                "publish-one at %d items: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                items,
                part(nanos, 0.5) / 1e6,
                part(nanos, 0.95) / 1e6,
                part(nanos, 0.99) / 1e6);
    }
}
