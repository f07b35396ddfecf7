package dev.prakat.wordpress;

import static dev.prakat.wordpress.site.Fault.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.wordpress.site.FaultPlan;
import dev.prakat.wordpress.site.FaultProxy;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests are lost, answers are lost or cut, gateways fail, some requests arrive long after they were given up, and now and then
 * the process is killed: every item is public once, none is lost, and nothing is left when they are gone. Publishing by trying
 * again what failed, in the same run, must show how bad this network is.
 */
@NeedsWordPress
@Tag("one-jdk")
final class UnreliableNetworkTest {

    private static final int ITEMS = Integer.getInteger("prakat.wordpressItems", 12);
    private static final long SEED = Long.getLong("prakat.seed", 26112569);
    private static final int PERCENT = 30;
    private static final int KILLS = Integer.getInteger("prakat.wordpressKills", 1);
    /** Looking takes most of the time of many items; {@code RemovalTrialTest} looks at every one. */
    private static final int LOOK_AT_EACH = ITEMS < 100 ? 1 : 10;

    private static final int[] GROUPS = Integer.getInteger("prakat.wordpressGroup") == null
            ? new int[] {1, 6}
            : new int[] {Integer.getInteger("prakat.wordpressGroup")};

    private static RealWordPress real;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        real = RealWordPress.usual();
    }

    static int[] groups() {
        return GROUPS;
    }

    @ParameterizedTest
    @MethodSource("groups")
    @Tag("soak")
    void everyItemIsPublicOnceAndLeavesNothingBehind(int group) throws IOException, InterruptedException {
        Front.empty(real);
        try (FaultProxy proxy = new FaultProxy(real.baseUri(), FaultPlan.random(SEED, PERCENT), 4)) {
            KilledProcesses processes =
                    new KilledProcesses(proxy.baseUri(), real.password(RealWordPress.PUBLISHER), ITEMS, group, SEED);
            List<String> said = processes.run(KILLS, "up");
            Path captured = Files.write(folder.resolve("captured"), said, StandardCharsets.UTF_8);
            proxy.deliverLate();
            Map<String, Integer> live = posts("publish");
            int twice = (int) live.values().stream().filter(posts -> posts > 1).count();
            int lost = ITEMS - live.size();
            int wrongSlugs =
                    count("post_status = 'publish' and post_name not regexp '^(261126-faulty[0-9]{5}|old-[0-9]+)$'");
            int naive = naively(proxy);
            processes.run(KILLS, captured.toString());
            int faults = (int)
                    proxy.passed().stream().filter(one -> one.fault() != NONE).count();
            int calls = proxy.passed().size();
            proxy.deliverLate();
            proxy.follow(FaultPlan.none());
            Scene scene = Scene.of(real, proxy.baseUri());
            List<String> missing = new ArrayList<>();
            for (int n = 1; n <= ITEMS; n++) {
                PublishableItem item = StubbornProcess.item(n);
                List<Artefact> artefacts = StubbornProcess.artefacts(said.get(n - 1));
                scene.takeDown(item, TakeDownKind.GONE, 2, artefacts);
                if (n % LOOK_AT_EACH == 0) {
                    missing.addAll(scene.missing(item, artefacts, TakeDownKind.GONE));
                }
            }
            int left = posts("publish").size();
            int files = count("post_type = 'attachment'");
            Map<String, Integer> drafts = posts("draft");
            int draftsTooMany =
                    drafts.values().stream().mapToInt(Integer::intValue).sum() - ITEMS;
            System.out.println("WordPress through a bad network: " + ITEMS + " items in groups of " + group + ", "
                    + faults + " of " + calls
                    + " requests hit, " + processes.kills() + " kills (seed " + SEED + "): " + twice + " public twice, "
                    + lost + " lost, " + wrongSlugs + " wrong addresses; after the take-down " + left + " public, "
                    + missing.size() + " addresses not proven (each " + LOOK_AT_EACH + ". item), " + files + " files, "
                    + draftsTooMany + " drafts too many; tried again naively " + naive + " of " + ITEMS
                    + " are public more than once");
            assertThat(twice + lost + wrongSlugs + left).isZero();
            assertThat(missing).isEmpty();
            assertThat(files).isZero();
            assertThat(draftsTooMany).isZero();
            assertThat(drafts).hasSize(ITEMS);
            assertThat(processes.kills()).isPositive();
            assertThat(scene.recorder().faults()).isEmpty();
            assertThat(naive).as("the network is bad enough").isGreaterThan(ITEMS < 100 ? 0 : ITEMS / 10);
        }
    }

    /** How many posts in a state each item has; an item that has none is not in it. */
    private static Map<String, Integer> posts(String status) {
        Map<String, Integer> posts = new TreeMap<>();
        real.sql(
                        "select regexp_substr(concat(post_content, post_name), '261126-faulty[0-9]{5}'), count(*) from wp_posts"
                                + " where post_type = 'post' and post_status = '" + status + "'"
                                + " and concat(post_content, post_name) like '%261126-faulty%' group by 1")
                .lines()
                .map(line -> line.split("\t", -1))
                .forEach(fields -> posts.put(fields[0], Integer.valueOf(fields[1])));
        return posts;
    }

    /** What a program does that knows no better: publish in one request, and again until it hears that it was done. */
    private static int naively(FaultProxy proxy) {
        HttpClient client = HttpClient.newHttpClient();
        for (int n = 1; n <= ITEMS; n++) {
            String body =
                    "{\"status\":\"publish\",\"title\":\"naive-" + n + "\",\"content\":\"naive-item-" + n + "-\"}";
            HttpRequest request = HttpRequest.newBuilder(proxy.baseUri().resolve("wp-json/wp/v2/posts"))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", real.authorization(RealWordPress.PUBLISHER))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                    .build();
            boolean done = false;
            while (!done) {
                try {
                    done = client.send(request, HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 201;
                } catch (IOException e) {
                    done = false;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", e);
                }
            }
        }
        proxy.deliverLate();
        return real.sql("select post_content from wp_posts where post_status = 'publish'"
                        + " and post_content like 'naive-item-%' group by 1 having count(*) > 1")
                .lines()
                .toList()
                .size();
    }

    private static int count(String where) {
        return Integer.parseInt(
                real.sql("select count(*) from wp_posts where " + where).strip());
    }
}
