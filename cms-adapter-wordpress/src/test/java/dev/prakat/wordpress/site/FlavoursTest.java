package dev.prakat.wordpress.site;

import static dev.prakat.wordpress.site.RealWordPress.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every version and every way to set a site up does what it is there for. */
@NeedsWordPress
@Tag("one-jdk")
class FlavoursTest {

    @ParameterizedTest
    @EnumSource(Version.class)
    void everyVersionTakesAPostAndTrashesIt(Version version) {
        RealWordPress site = RealWordPress.shared(Flavour.USUAL.with(version));
        String made = published(site, "wp-json/wp/v2/posts", "version");
        String link = link(made);
        assertThat(link).isEqualTo(site.baseUri() + "version/");
        assertThat(site.send(site.request(link)).body()).contains(">version</p>");
        site.send(site.request("wp-json/wp/v2/posts/" + id(made), PUBLISHER).DELETE());
        assertThat(site.send(site.request(link)).statusCode()).isEqualTo(404);
    }

    @Test
    void phpsOwnServerDoesToo() {
        RealWordPress site = RealWordPress.shared(Flavour.USUAL.withBuiltInServer());
        String link = link(published(site, "wp-json/wp/v2/posts", "built-in"));
        assertThat(site.send(site.request(link)).statusCode()).isEqualTo(200);
        assertThat(site.accessLog())
                .anyMatch(line ->
                        line.method().equals("POST") && line.account().equals(PUBLISHER) && line.status() == 201);
    }

    @Test
    void plainAddressesHaveTheirInterfaceBehindAQuery() {
        RealWordPress site = RealWordPress.shared(Flavour.USUAL.withPlainPermalinks());
        String api = site.send(site.request("")).headers().firstValue("Link").orElseThrow();
        assertThat(api).contains(site.baseUri() + "index.php?rest_route=/");
        String link = link(published(site, "index.php?rest_route=/wp/v2/posts", "plain"));
        assertThat(link).contains("/?p=");
        assertThat(site.send(site.request(link)).body()).contains("<p>plain</p>");
    }

    @Test
    void inProductionTheAccountWorksOverTlsAndOnlyThere() {
        RealWordPress site = RealWordPress.shared(Flavour.USUAL.withTls().withoutTrash());
        String made = published(site, "wp-json/wp/v2/posts", "secure");
        assertThat(link(made)).startsWith("https://");
        assertThat(site.send(site.request("wp-json/wp/v2/posts/" + id(made), PUBLISHER)
                                .DELETE())
                        .statusCode())
                .as("without a trash nothing can be put there")
                .isEqualTo(501);
    }

    @Test
    void aCacheKeepsAPageThatIsGone() {
        RealWordPress site = RealWordPress.shared(Flavour.USUAL.withCache());
        String made = published(site, "wp-json/wp/v2/posts", "kept");
        String link = link(made);
        assertThat(site.send(site.request(link)).headers().firstValue("X-Cache"))
                .contains("MISS");
        assertThat(site.send(site.request("wp-json/wp/v2/posts/" + id(made), PUBLISHER)
                                .DELETE())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> stale = site.send(site.request(link));
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(stale.headers().firstValue("X-Cache")).contains("HIT");
        assertThat(site.send(site.request(link + "?v=1")).statusCode()).isEqualTo(404);
    }

    private static String published(RealWordPress site, String path, String word) {
        HttpResponse<String> made = site.send(site.request(path, PUBLISHER)
                .POST(BodyPublishers.ofString(
                        "{\"title\": \"%1$s\", \"slug\": \"%1$s\", \"status\": \"publish\",".formatted(word)
                                + " \"content\": \"<p>" + word + "</p>\"}")));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.body();
    }

    private static int id(String json) {
        return Integer.parseInt(first(json, "\"id\":(\\d+)"));
    }

    private static String link(String json) {
        return URI.create(first(json, "\"link\":\"([^\"]+)\"").replace("\\/", "/"))
                .toString();
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
