package dev.prakat.wordpress;

import static dev.prakat.wordpress.site.RealWordPress.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.wordpress.site.Flavour;
import dev.prakat.wordpress.site.Installed;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import dev.prakat.wordpress.site.Version;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The companion plugin on the oldest and the newest versions of WordPress: what is over, or was taken down, is gone and says so. */
@NeedsWordPress
@ParameterizedClass
@EnumSource(
        value = Version.class,
        names = {"DEBIAN", "WP_6_8", "NEWEST"})
@Tag("one-jdk")
class CompanionExpiryTest {

    private static final String POSTS = "wp-json/wp/v2/posts";
    private static final String FUTURE = "2999-12-31T16:59:59Z";
    private static final String PAST = "2026-01-01T00:00:00Z";

    @Parameter
    Version version;

    private RealWordPress site;
    private @Nullable Installed plugin;
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void install() {
        site = RealWordPress.shared(Flavour.USUAL.with(version));
        plugin = site.installPlugin("prakat-companion", CompanionPlugin.text());
    }

    @AfterEach
    void remove() {
        if (plugin != null) {
            plugin.close();
        }
    }

    @Test
    void beforeItsTimeIsOverAPostIsEverywhereAndSaysWhenItEnds() {
        int id = publish(word, FUTURE);
        HttpResponse<String> page = get(word + "/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("unavailable_after: " + FUTURE);
        assertThat(page.body()).contains("unavailable_after:" + FUTURE);
        assertThat(lists()).allSatisfy(list -> assertThat(links(list)).as(list).contains(site.baseUri() + word + "/"));
        assertThat(get(POSTS + "/" + id).statusCode()).isEqualTo(200);
    }

    /** Nobody takes it down: the first visitor after its hour meets the notice already. */
    @Test
    void whenItsTimeIsOverItIsGoneEverywhere() {
        int id = publish(word, FUTURE);
        assertThat(get(word + "/").statusCode()).isEqualTo(200);
        end(id);

        HttpResponse<String> page = get(word + "/");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body())
                .contains("ไม่ได้เผยแพร่แล้ว", "No longer published", "<h2>" + word + "</h2>")
                .doesNotContain("text of " + word);
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache");
        assertThat(get("?p=" + id).statusCode()).isEqualTo(410);
        assertThat(lists())
                .allSatisfy(list -> assertThat(links(list)).as(list).doesNotContain(site.baseUri() + word + "/"));
        assertThat(get(POSTS + "/" + id).statusCode()).isEqualTo(401);
        assertThat(site.sql("select post_content from wp_posts where ID = " + id))
                .as("what was approved stays as it was")
                .isEqualTo("<p>text of " + word + "</p>");
    }

    @Test
    void ofManyVisitorsAtOnceNobodySeesIt() {
        int id = publish(word, FUTURE);
        URI file = upload(id, word + ".txt", "text/plain", "a short text".getBytes(StandardCharsets.UTF_8));
        end(id);
        List<CompletableFuture<HttpResponse<String>>> visitors = IntStream.range(0, 16)
                .mapToObj(n ->
                        site.client().sendAsync(site.request(word + "/").build(), HttpResponse.BodyHandlers.ofString()))
                .toList();
        assertThat(visitors)
                .allSatisfy(visitor -> assertThat(visitor.join().statusCode()).isEqualTo(410));
        assertThat(get(file.getPath().substring(1)).statusCode()).isEqualTo(410);
        assertThat(site.sql("select count(*) from wp_postmeta m join wp_posts p on p.ID = m.post_id"
                        + " where m.meta_key = '_prakat_aside' and p.post_parent = " + id))
                .isEqualTo("1");
    }

    @Test
    void theFirstRequestMayBeAnyFeedOrListing() {
        end(publish(word, FUTURE));
        assertThat(get("feed/").body()).doesNotContain(word);
        end(publish(word + "b", FUTURE));
        assertThat(get(POSTS).body()).doesNotContain(word);
    }

    @Test
    void itsFilesGoToo() {
        int id = publish(word, FUTURE);
        URI file = upload(id, word + ".txt", "text/plain", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(get(file.getPath().substring(1)).body()).isEqualTo("hello");
        end(id);
        assertThat(get("").statusCode()).isEqualTo(200);
        assertThat(get(file.getPath().substring(1)).statusCode()).isEqualTo(410);

        assertThat(post(
                                POSTS + "/" + id,
                                "{\"status\": \"publish\", \"meta\": {\"_prakat_until\": \"" + FUTURE + "\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(word + "/").statusCode()).as("a longer time").isEqualTo(200);
        assertThat(get(file.getPath().substring(1)).body()).isEqualTo("hello");
    }

    @Test
    void everySizeOfAnImageGoesAndNothingIsLeftWhenItIsDeleted() {
        int id = publish(word, FUTURE);
        String png = site.php(
                "$i = imagecreatetruecolor(900, 600); ob_start(); imagepng($i); echo base64_encode(ob_get_clean());");
        URI image = upload(id, word + ".png", "image/png", Base64.getDecoder().decode(png));
        String size = image.getPath().substring(1).replace(".png", "-300x200.png");
        assertThat(get(size).statusCode()).isEqualTo(200);
        end(id);
        get("");
        assertThat(get(size).statusCode()).isEqualTo(410);
        assertThat(get(image.getPath().substring(1)).statusCode()).isEqualTo(410);

        String media = site.sql("select ID from wp_posts where post_type = 'attachment' and post_parent = " + id);
        site.send(site.request("wp-json/wp/v2/media/" + media + "?force=true", PUBLISHER)
                .DELETE());
        assertThat(filesWith(word)).isEmpty();
    }

    @Test
    void whatIsTakenDownSaysSoToo() {
        int drafted = publish(word, "");
        post(POSTS + "/" + drafted, "{\"status\": \"draft\"}");
        assertThat(get(word + "/").statusCode()).isEqualTo(410);

        int trashed = publish(word + "t", "");
        site.send(site.request(POSTS + "/" + trashed, PUBLISHER).DELETE());
        assertThat(get(word + "t/").statusCode()).isEqualTo(410);

        int deleted = publish(word + "d", "");
        site.send(site.request(POSTS + "/" + deleted + "?force=true", PUBLISHER).DELETE());
        HttpResponse<String> page = get(word + "d/");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).doesNotContain(word);
    }

    @Test
    void thePortalsOwnNoticeIsShown() {
        int id = publish(word, "");
        post(
                POSTS + "/" + id,
                "{\"status\": \"draft\", \"title\": \"เรื่องเดิม\", \"content\":"
                        + " \"<p>เพิกถอนตามคำสั่ง</p><!-- prakat:1:0123-abcd:gone fence=3 -->\"}");
        HttpResponse<String> page = get(word + "/");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("<h2>เรื่องเดิม</h2><p>เพิกถอนตามคำสั่ง</p>", "prakat:1:0123-abcd:gone");
    }

    @Test
    void theAddressLeadsToAnotherOneWhereThePortalSaysSo() {
        int id = publish(word, "");
        post(
                POSTS + "/" + id,
                "{\"status\": \"draft\", \"meta\": {\"_prakat_redirect\": \"https://www.example.go.th/new/?a=b\"}}");
        HttpResponse<String> moved = get(word + "/");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).contains("https://www.example.go.th/new/?a=b");
        post(POSTS + "/" + id, "{\"meta\": {\"_prakat_redirect\": \"\"}}");
        assertThat(get(word + "/").statusCode()).isEqualTo(410);
    }

    /** WordPress alone sends the reader of an address that is gone to the page with the most similar one. */
    @Test
    void nobodyIsSentToAPageWithASimilarAddress() {
        publish(word + "-annex", "");
        int id = publish(word, "");
        post(POSTS + "/" + id, "{\"status\": \"draft\"}");
        assertThat(get(word + "/").statusCode()).isEqualTo(410);
        remove();
        assertThat(get(word + "/").statusCode()).as("WordPress alone").isEqualTo(301);
    }

    @Test
    void whatWasNeverPublicOrIsNotOursIsAsWordPressHasIt() {
        int draft = publish(word, "", "draft", "key-" + word);
        assertThat(get(word + "/").statusCode()).isEqualTo(404);
        assertThat(get("?p=" + draft).statusCode()).isEqualTo(404);
        int stranger = publish(word + "s", "", "publish", "");
        post(POSTS + "/" + stranger, "{\"status\": \"draft\"}");
        assertThat(get(word + "s/").statusCode()).isEqualTo(404);
    }

    @Test
    void ourFilesHaveNoPagesOfTheirOwn() {
        int id = publish(word, FUTURE);
        upload(id, word + "f.txt", "text/plain", "a short text".getBytes(StandardCharsets.UTF_8));
        String page = site.sql("select ID from wp_posts where post_type = 'attachment' and post_parent = " + id);
        assertThat(get("?attachment_id=" + page).statusCode()).isEqualTo(404);
        assertThat(get(word + "/" + word + "f/").statusCode()).isIn(404, 410);
    }

    private List<String> lists() {
        return List.of("", "feed/", "?s=" + word, POSTS, POSTS + "?search=" + word, "wp-sitemap-posts-post-1.xml");
    }

    private String links(String path) {
        return get(path).body().replace("\\/", "/");
    }

    private void end(int id) {
        assertThat(post(POSTS + "/" + id, "{\"meta\": {\"_prakat_until\": \"" + PAST + "\"}}")
                        .statusCode())
                .isEqualTo(200);
    }

    private int publish(String slug, String until) {
        return publish(slug, until, "publish", "key-" + slug);
    }

    private int publish(String slug, String until, String status, String key) {
        HttpResponse<String> made = post(
                POSTS,
                "{\"title\": \"%1$s\", \"slug\": \"%1$s\", \"content\": \"<p>text of %1$s</p>\", \"status\": \"%3$s\","
                                .formatted(slug, until, status)
                        + " \"meta\": {\"_prakat_key\": \"" + key + "\", \"_prakat_until\": \"" + until + "\"}}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return id(made.body());
    }

    private URI upload(int post, String name, String type, byte[] bytes) {
        HttpResponse<String> made = site.send(site.request("wp-json/wp/v2/media?post=" + post)
                .header("Authorization", site.authorization(PUBLISHER))
                .header("Content-Type", type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .POST(BodyPublishers.ofByteArray(bytes)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        Matcher matcher = Pattern.compile("\"source_url\":\"([^\"]+)\"").matcher(made.body());
        String last = "";
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return URI.create(last.replace("\\/", "/"));
    }

    private List<String> filesWith(String name) {
        return site.php(
                        "foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator(wp_get_upload_dir()['basedir'])) as $f)"
                                + " { if (strpos($f->getFilename(), '" + name + "') !== false) { echo $f, PHP_EOL; } }")
                .lines()
                .toList();
    }

    private HttpResponse<String> get(String path) {
        return site.send(site.request(path));
    }

    private HttpResponse<String> post(String path, String json) {
        return site.send(site.request(path, PUBLISHER).POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
    }

    private static int id(String json) {
        Matcher matcher = Pattern.compile("\"id\":(\\d+)").matcher(json);
        assertThat(matcher.find()).as(json).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
