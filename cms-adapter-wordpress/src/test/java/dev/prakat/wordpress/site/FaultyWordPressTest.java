package dev.prakat.wordpress.site;

import static dev.prakat.wordpress.site.RealWordPress.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bad network in front of a real WordPress, and that it really bites. */
@NeedsWordPress
class FaultyWordPressTest {

    private final RealWordPress site = RealWordPress.usual();

    @Test
    void throughTheProxyTheSiteHasTheProxysAddress() throws Exception {
        try (FaultProxy proxy = new FaultProxy(site.baseUri(), FaultPlan.none(), 0)) {
            assertThat(create(proxy, "through-the-proxy")).isEqualTo(201);
            HttpRequest page = HttpRequest.newBuilder(proxy.baseUri().resolve("through-the-proxy/"))
                    .build();
            assertThat(site.client().send(page, BodyHandlers.ofString()).body())
                    .contains(proxy.baseUri() + "through-the-proxy/")
                    .doesNotContain(site.baseUri().toString());
        }
    }

    /** Whoever repeats a create until it is answered makes duplicates: this is what the adapter must be better than. */
    @Test
    void naiveRepetitionMakesDuplicates() throws Exception {
        int items = 40;
        try (FaultProxy proxy = new FaultProxy(site.baseUri(), FaultPlan.random(26, 30), 3)) {
            for (int item = 0; item < items; item++) {
                int status = 0;
                for (int tries = 0; status != 201 && tries < 20; tries++) {
                    status = create(proxy, "naive-" + item);
                }
                assertThat(status).isEqualTo(201);
            }
            proxy.deliverLate();
            assertThat(proxy.passed().stream().filter(p -> p.fault() != Fault.NONE))
                    .hasSizeGreaterThan(items / 10);
        }
        String more = site.sql("select count(*) from (select post_title from wp_posts where post_title like 'naive-%'"
                + " and post_status = 'publish' group by post_title having count(*) > 1) twice");
        assertThat(Integer.parseInt(more)).isGreaterThan(items / 10);
        assertThat(site.sql("select count(distinct post_title) from wp_posts where post_title like 'naive-%'"))
                .isEqualTo(Integer.toString(items));
    }

    private int create(FaultProxy proxy, String title) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(proxy.baseUri().resolve("wp-json/wp/v2/posts"))
                .header("Authorization", site.authorization(PUBLISHER))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(
                        "{\"title\": \"%1$s\", \"slug\": \"%1$s\", \"status\": \"publish\"}".formatted(title)))
                .build();
        try {
            return site.client().send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
