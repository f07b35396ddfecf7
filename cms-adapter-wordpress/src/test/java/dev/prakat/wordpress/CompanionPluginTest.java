package dev.prakat.wordpress;

import static dev.prakat.wordpress.site.RealWordPress.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.wordpress.site.Flavour;
import dev.prakat.wordpress.site.Installed;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import dev.prakat.wordpress.site.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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

/** The companion plugin on every version of WordPress: keys, and who may see them. */
@NeedsWordPress
@ParameterizedClass
@EnumSource(Version.class)
@Tag("one-jdk")
class CompanionPluginTest {

    private static final String POSTS = "wp-json/wp/v2/posts";

    @Parameter
    Version version;

    private RealWordPress site;
    private @Nullable Installed plugin;
    private final String key = "test:" + UUID.randomUUID();

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
    void aSiteTellsThatItHasThePlugin() {
        assertThat(site.send(site.request(POSTS).method("OPTIONS", BodyPublishers.noBody()))
                        .body())
                .contains("_prakat_key", "_prakat_revision", "_prakat_sha256", "_prakat_until", "_prakat_redirect");
        remove();
        assertThat(site.send(site.request(POSTS).method("OPTIONS", BodyPublishers.noBody()))
                        .body())
                .doesNotContain("_prakat_key");
    }

    /** WordPress alone makes 24 posts of this. */
    @Test
    void ofManyRequestsWithAKeyOneMakesAPost() {
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 24)
                .mapToObj(n -> site.client()
                        .sendAsync(
                                site.request(POSTS, PUBLISHER)
                                        .POST(BodyPublishers.ofString(json("draft")))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()))
                .toList();
        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();
        HttpResponse<String> made = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .reduce((a, b) -> {
                    throw new AssertionError("two were made: " + a.body() + b.body());
                })
                .orElseThrow();
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(23)
                .allSatisfy(answer ->
                        assertThat(answer.body()).contains("\"prakat_exists\"", "\"post_id\":" + id(made.body())));
        assertThat(site.sql("select count(*) from wp_posts where post_title = '" + key + "'"))
                .isEqualTo("1");
        assertThat(site.sql("select meta_value from wp_postmeta where meta_key = '_prakat_key' and post_id = "
                        + id(made.body())))
                .isEqualTo(key);
    }

    @Test
    void aKeyIsTakenAlsoWhenItsPostIsInTheTrashAndFreeWhenItIsDeleted() {
        int id = id(create(json("draft"), 201));
        site.send(site.request(POSTS + "/" + id, PUBLISHER).DELETE());
        assertThat(create(json("draft"), 409)).contains("\"post_id\":" + id);
        site.send(site.request(POSTS + "/" + id + "?force=true", PUBLISHER).DELETE());
        create(json("draft"), 201);
    }

    @Test
    void aKeyInOtherLettersIsAnotherKey() {
        create(json("draft"), 201);
        create(json("draft").replace("test:", "TEST:"), 201);
    }

    @Test
    void anUpdateKeepsItsKeyAndCannotTakeAnothers() {
        int id = id(create(json("draft"), 201));
        int other = id(create(json("draft").replace("test:", "other:"), 201));
        assertThat(update(id, json("publish")).statusCode()).isEqualTo(200);
        assertThat(update(other, json("publish")).statusCode()).isEqualTo(409);
    }

    @Test
    void inABatchEachPostHasItsOwn() {
        String request = "{\"path\": \"/wp/v2/posts\", \"method\": \"POST\", \"body\": %s}";
        String body = "{\"requests\": [" + request.formatted(json("draft")) + ","
                + request.formatted(json("draft").replace("test:", "second:")) + ","
                + request.formatted(json("draft")) + "]}";
        String answer = site.send(site.request("wp-json/batch/v1", PUBLISHER).POST(BodyPublishers.ofString(body)))
                .body();
        assertThat(Pattern.compile("\"status\":201").matcher(answer).results())
                .as(answer)
                .hasSize(2);
        assertThat(answer).contains("prakat_exists");
    }

    @Test
    void aPostIsFoundByItsKeyByThoseWhoMayWriteOnly() {
        int id = id(create(json("publish"), 201));
        String path = POSTS + "?prakat_key=" + key;
        assertThat(site.send(site.request(path + "&status=any,trash&context=edit", PUBLISHER))
                        .body())
                .contains("\"id\":" + id, "\"_prakat_key\":\"" + key + "\"");
        assertThat(site.send(site.request(path + "x&status=any&context=edit", PUBLISHER))
                        .body())
                .isEqualTo("[]");
        assertThat(site.send(site.request(path)).body()).isEqualTo("[]");
        assertThat(site.send(site.request(POSTS + "/" + id)).body())
                .contains(key)
                .doesNotContain("_prakat");
    }

    @Test
    void whatIsNoKeyOrNoTimeIsRefused() {
        String body = json("draft").replace("}}", ", \"_prakat_until\": \"tomorrow\"}}");
        assertThat(create(body, 400)).contains("_prakat_until");
        assertThat(create(json("draft").replace("test:", "ก:"), 400)).contains("_prakat_key");
    }

    @Test
    void anApplicationPasswordMakesNoOther() {
        String path = "wp-json/wp/v2/users/me/application-passwords";
        HttpResponse<String> refused =
                site.send(site.request(path, PUBLISHER).POST(BodyPublishers.ofString("{\"name\": \"more\"}")));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        remove();
        HttpResponse<String> made =
                site.send(site.request(path, PUBLISHER).POST(BodyPublishers.ofString("{\"name\": \"more\"}")));
        assertThat(made.statusCode()).as("WordPress alone").isEqualTo(201);
    }

    private String json(String status) {
        return "{\"title\": \"%1$s\", \"content\": \"<p>%1$s</p>\", \"status\": \"%2$s\", \"meta\": {\"_prakat_key\": \"%1$s\"}}"
                .formatted(key, status);
    }

    private String create(String body, int status) {
        HttpResponse<String> answer = site.send(site.request(POSTS, PUBLISHER).POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private HttpResponse<String> update(int id, String body) {
        return site.send(site.request(POSTS + "/" + id, PUBLISHER).POST(BodyPublishers.ofString(body)));
    }

    private static int id(String json) {
        Matcher matcher = Pattern.compile("\"id\":(\\d+)").matcher(json);
        assertThat(matcher.find()).as(json).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
