package dev.prakat.benchmarks;

import com.afrozaar.wordpress.wpapi.v2.Wordpress;
import com.afrozaar.wordpress.wpapi.v2.config.ClientConfig;
import com.afrozaar.wordpress.wpapi.v2.config.ClientFactory;
import com.afrozaar.wordpress.wpapi.v2.exception.PostCreateException;
import com.afrozaar.wordpress.wpapi.v2.model.PostStatus;
import dev.prakat.spi.DeliveryResult;
import dev.prakat.spi.PublishRequest;
import dev.prakat.wordpress.WordPressSite;
import dev.prakat.wordpress.WordPressTarget;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * How fast items go public on a WordPress, beside what a program without any check does, in turns on the same site: a client that
 * others use, the JDK's client with one request an item, and the JDK's client with as many requests as Prakat has. The site must
 * be one that may be filled; {@code site.sh} of the adapter's tests makes one.
 */
public final class WordPressSpeed {

    private static final int BODY_LETTERS = 1_800;

    private final URI site;
    private final String account;
    private final String password;
    private final int items;
    private final String body = "<p>" + "ประกาศเรื่องทดสอบ ".repeat(BODY_LETTERS / 18) + "</p>";
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private int turns;

    private WordPressSpeed(Arguments given) {
        this.site = URI.create(given.text("site", "http://127.0.0.1:8080/"));
        this.account = given.text("account", "publisher");
        this.password = given.text("password", "");
        this.items = given.number("items", 60);
    }

    /** A piece of work that is measured. */
    private interface Work {
        void run(String key);
    }

    /**
     * Measures and prints.
     *
     * @param arguments {@code --site=URL --account=NAME --password=WORD --items=60 --rounds=5}
     */
    public static void main(String[] arguments) {
        Arguments given = new Arguments(arguments);
        new WordPressSpeed(given).run(given.number("rounds", 5));
    }

    private void run(int rounds) {
        BareWordPress bare = new BareWordPress(site, account, password);
        Wordpress client = ClientFactory.fromConfig(
                ClientConfig.of(site.toString().replaceAll("/$", ""), account, password, true, false));
        try (WordPressTarget target = target();
                WordPressTarget second = target()) {
            for (int round = -1; round < rounds; round++) {
                // The first turn of each only warms up.
                measure(round < 0 ? "" : "afrozaar 4.8.3, one request", each(key -> created(client, key)));
                measure(round < 0 ? "" : "JDK client, one request", each(key -> bare.create(key, body)));
                measure(round < 0 ? "" : "JDK client, Prakat's four", each(key -> bare.asPrakatDoes(key, body)));
                measure(round < 0 ? "" : "Prakat", each(key -> publish(target, key)));
                measure(round < 0 ? "" : "Prakat, groups of 25", key -> groups(target, key));
                measure(round < 0 ? "" : "Prakat, two connections", key -> {
                    CompletableFuture<Void> half =
                            CompletableFuture.runAsync(() -> some(0, items / 2, key, it -> publish(second, it)));
                    some(items / 2, items, key, it -> publish(target, it));
                    half.join();
                });
            }
        }
        print();
    }

    private WordPressTarget target() {
        return WordPressTarget.of(new WordPressSite(site, account, "speed", name -> password.toCharArray()));
    }

    private Work each(Work one) {
        return key -> some(0, items, key, one);
    }

    private static void some(int from, int to, String key, Work one) {
        for (int n = from; n < to; n++) {
            one.run(key + n);
        }
    }

    private void measure(String name, Work work) {
        String key = "261126-speed" + turns++ + "x";
        long begun = System.nanoTime();
        work.run(key);
        double rate = items / ((System.nanoTime() - begun) / 1e9);
        if (!name.isEmpty()) {
            rates.computeIfAbsent(name, first -> new ArrayList<>()).add(rate);
        }
    }

    private void created(Wordpress client, String key) {
        try {
            client.createPost(Map.of("title", key, "slug", key, "content", body), PostStatus.publish);
        } catch (PostCreateException e) {
            throw new IllegalStateException("item " + key + " was not created", e);
        }
    }

    /** As a sweep does; each item is compared and read back as alone. */
    private void groups(WordPressTarget target, String key) {
        int atOnce = target.capabilities().atOnce();
        for (int from = 0; from < items; from += atOnce) {
            List<PublishRequest> some = IntStream.range(from, Math.min(items, from + atOnce))
                    .mapToObj(n -> SpeedItems.publish(key + n, body))
                    .toList();
            for (DeliveryResult result : target.publishAll(some)) {
                if (result instanceof DeliveryResult.Failed failed) {
                    throw failed.failure();
                }
            }
        }
    }

    private void publish(WordPressTarget target, String key) {
        target.publish(SpeedItems.publish(key, body));
    }

    private void print() {
        rates.forEach((name, all) -> {
            double[] sorted =
                    all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %7.1f items/s (%s)%n",
                    name,
                    sorted[sorted.length / 2],
                    Arrays.toString(Arrays.stream(sorted).mapToLong(Math::round).toArray()));
        });
        ratio("Prakat", "JDK client, Prakat's four");
        ratio("Prakat", "JDK client, one request");
        ratio("Prakat", "afrozaar 4.8.3, one request");
        ratio("Prakat, groups of 25", "JDK client, one request");
        ratio("Prakat, groups of 25", "afrozaar 4.8.3, one request");
        ratio("Prakat, two connections", "afrozaar 4.8.3, one request");
    }

    /** Each turn against the one beside it, because the machine may be slower a minute later. */
    private void ratio(String one, String other) {
        List<Double> ones = rates.getOrDefault(one, List.of());
        List<Double> others = rates.getOrDefault(other, List.of());
        double[] ratios = new double[ones.size()];
        for (int n = 0; n < ratios.length; n++) {
            ratios[n] = ones.get(n) / others.get(n);
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%s / %s: %.2f (%.2f to %.2f)%n",
                one,
                other,
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1]);
    }
}
