package dev.prakat.wordpress.site;

import static dev.prakat.wordpress.site.RealWordPress.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The harness itself: a site answers, an account may what it should, and what happened can be seen from behind. */
@NeedsWordPress
class RealWordPressTest {

    private final RealWordPress site = RealWordPress.usual();

    @Test
    void aPostIsMadeReadAndTrashed() {
        HttpResponse<String> made =
                site.send(site.request("wp-json/wp/v2/posts", PUBLISHER).POST(BodyPublishers.ofString("""
                        {"title": "ประกาศ", "slug": "first", "status": "publish", "content": "<p>สวัสดี</p>"}""")));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        int id = id(made.body());

        assertThat(site.send(site.request("first/")).body()).contains("<h1>").contains("ประกาศ", "<p>สวัสดี</p>");
        assertThat(site.sql("select post_title from wp_posts where ID = " + id)).isEqualTo("ประกาศ");
        assertThat(site.php("echo get_post(" + id + ")->post_content;")).isEqualTo("<p>สวัสดี</p>");

        String path = "wp-json/wp/v2/posts/" + id;
        assertThat(site.send(site.request(path, PUBLISHER).DELETE()).statusCode())
                .isEqualTo(200);
        assertThat(site.send(site.request("first/")).statusCode()).isEqualTo(404);
        assertThat(site.accessLog()).last().satisfies(last -> {
            assertThat(last.method()).isEqualTo("GET");
            assertThat(last.target()).isEqualTo("/first/");
            assertThat(last.status()).isEqualTo(404);
            assertThat(last.account()).isEmpty();
        });
        assertThat(site.accessLog())
                .anyMatch(line -> line.method().equals("DELETE")
                        && line.target().equals("/" + path)
                        && line.account().equals(PUBLISHER));
    }

    @Test
    void theAdaptersAccountMayLittle() {
        assertThat(site.send(site.request("wp-json/wp/v2/users/me?context=edit", PUBLISHER))
                        .body())
                .contains("\"publish_posts\":true")
                .doesNotContain("unfiltered_html", "manage_options", "edit_others_posts");
        assertThat(site.send(site.request("wp-json/wp/v2/users/me?context=edit", RealWordPress.EDITOR))
                        .body())
                .contains("\"unfiltered_html\":true");
        assertThat(site.send(site.request("wp-json/wp/v2/settings", RealWordPress.ADMIN))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPluginWorksFromTheNextRequestOnAndIsGoneAfterwards() {
        try (Installed plugin = site.installPlugin(
                "hello", "<?php add_action('send_headers', function () { header('X-Hello: yes'); });")) {
            assertThat(plugin.file()).exists();
            assertThat(site.send(site.request("")).headers().firstValue("X-Hello"))
                    .contains("yes");
        }
        assertThat(site.send(site.request("")).headers().firstValue("X-Hello")).isEmpty();
    }

    private static int id(String json) {
        Matcher matcher = Pattern.compile("\"id\":(\\d+)").matcher(json);
        assertThat(matcher.find()).as(json).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
