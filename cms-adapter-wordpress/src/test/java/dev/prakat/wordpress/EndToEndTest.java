package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.delivery.DriftFinding;
import dev.prakat.delivery.Health;
import dev.prakat.delivery.Placement;
import dev.prakat.delivery.PlacementState;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.item.ItemId;
import dev.prakat.wordpress.site.Installed;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency whose website is a real WordPress: from the approval to the proof that the item is gone. */
@NeedsWordPress
final class EndToEndTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    private static RealWordPress real;

    @TempDir
    Path folder;

    private TestAgency agency;

    @BeforeAll
    static void start() {
        real = RealWordPress.usual();
    }

    @BeforeEach
    void open() {
        Front.empty(real);
        agency = new TestAgency(folder);
        agency.restart(Scene.of(real).target());
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    @Tag("S002-R05")
    void anApprovedItemGoesUpAndComesDownWhenItsTimeIsOver() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศรับสมัคร", FROM, UNTIL));
        SweepSummary up = agency.prakat().sweep();
        assertThat(up.published()).isEqualTo(1);
        assertThat(up.clean()).as(up.toString()).isTrue();
        assertThat(state(id)).isEqualTo(PlacementState.LIVE_PROVEN);
        assertThat(page(id).body()).contains("ประกาศรับสมัคร").contains("ประกาศ.txt");

        agency.at("2021-03-31T17:00:00Z");
        SweepSummary down = agency.prakat().sweep();
        assertThat(down.clean()).as(down.toString()).isTrue();
        assertThat(state(id)).isEqualTo(PlacementState.REMOVAL_PROVEN);
        assertThat(page(id).statusCode()).isEqualTo(404);
        assertThat(RealFiles.below(real.root().resolve("wp-content/uploads"))).isEmpty();
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.UP);
    }

    @Test
    @Tag("AT-43")
    @Tag("S003-R04")
    void aTakeDownThatFailsStaysPendingAndAlarmsAndIsNeverMarkedDone() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศประกวดราคา", FROM, UNTIL));
        agency.prakat().sweep();
        agency.at("2021-03-31T17:00:00Z");
        try (Installed broken = real.installPlugin(
                "broken",
                "<?php add_filter('rest_pre_dispatch', function ($result, $server, $request) {"
                        + " return $request->get_method() === 'GET' ? $result"
                        + " : new WP_Error('internal_server_error', 'x', ['status' => 500]); }, 10, 3);")) {
            assertThat(broken.file()).exists();
            for (int n = 1; n <= 3; n++) {
                assertThat(agency.prakat().sweep().clean()).isFalse();
                assertThat(state(id)).isNotIn(PlacementState.REMOVED, PlacementState.REMOVAL_PROVEN);
                assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.OVERDUE);
                agency.clock.advance(Duration.ofMinutes(5));
            }
            assertThat(page(id).statusCode()).isEqualTo(200);
        }
        agency.clock.advance(Duration.ofHours(1));
        assertThat(agency.prakat().sweep().clean()).isTrue();
        assertThat(state(id)).isEqualTo(PlacementState.REMOVAL_PROVEN);
        assertThat(page(id).statusCode()).isEqualTo(404);
    }

    /** Each thing that a person can do to a post in WordPress or behind its back. */
    private static Map<String, String> changes(String id) {
        String post = "(select ID from (select ID from wp_posts where post_name = '" + id + "') x)";
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("title", php(id, "wp_update_post(['ID' => $id, 'post_title' => 'อื่น']);"));
        changes.put("text", php(id, "wp_update_post(['ID' => $id, 'post_content' => 'x' . $post->post_content]);"));
        changes.put("summary", php(id, "wp_update_post(['ID' => $id, 'post_excerpt' => 'อื่น']);"));
        changes.put("mark", php(id, "wp_update_post(['ID' => $id, 'post_content' => 'อื่น']);"));
        changes.put("address", php(id, "wp_update_post(['ID' => $id, 'post_name' => 'other-' . $id]);"));
        changes.put(
                "date",
                php(
                        id,
                        "wp_update_post(['ID' => $id, 'post_date' => '2019-01-01 00:00:00', 'post_date_gmt' => ''"
                                + ", 'edit_date' => true]);"));
        changes.put("category", php(id, "wp_set_post_categories($id, [1]);"));
        changes.put("tag", php(id, "wp_set_post_tags($id, 'ป้าย');"));
        changes.put("draft", php(id, "wp_update_post(['ID' => $id, 'post_status' => 'draft']);"));
        changes.put("bin", php(id, "wp_trash_post($id);"));
        changes.put("deleted", php(id, "wp_delete_post($id, true);"));
        changes.put("comments", php(id, "wp_update_post(['ID' => $id, 'comment_status' => 'open']);"));
        changes.put(
                "copied",
                php(
                        id,
                        "wp_insert_post(['post_author' => 1, 'post_status' => 'publish', 'post_title' => 'c', "
                                + "'post_content' => $post->post_content]);"));
        changes.put("file replaced", php(id, "file_put_contents($file, 'x');"));
        changes.put("file deleted", php(id, "unlink($file);"));
        changes.put("database", "sql:update wp_posts set post_content = concat('x', post_content) where ID = " + post);
        return changes;
    }

    private static String php(String id, String code) {
        return "$post = get_posts(['name' => '" + id
                + "', 'post_type' => 'post', 'post_status' => 'any'])[0]; $id = $post->ID; "
                + "$file = get_attached_file(get_posts(['post_type' => 'attachment', 'post_parent' => $id])[0]->ID); "
                + code;
    }

    @Test
    @Tag("S001-R15")
    void whateverAPersonChangesIsFoundAndMendedWhenAnOfficerSaysSo() {
        ItemId untouched = agency.approved(TestAgency.draft("ไม่มีใครแตะ", FROM, UNTIL));
        Map<String, ItemId> items = new LinkedHashMap<>();
        changes("x")
                .keySet()
                .forEach(what -> items.put(what, agency.approved(TestAgency.draft("เรื่อง " + what, FROM, UNTIL))));
        assertThat(agency.prakat().sweep().clean()).isTrue();

        StringBuilder byHand = new StringBuilder();
        items.forEach((what, id) -> {
            String change = changes(id.value()).get(what);
            if (change.startsWith("sql:")) {
                real.sql(change.substring(4));
            } else {
                byHand.append("(function () { ").append(change).append(" })();\n");
            }
        });
        real.php(byHand.toString());
        List<DriftFinding> found = agency.prakat().placements().scan("www");
        List<String> hit = found.stream()
                .map(finding -> String.valueOf(finding.placement()))
                .distinct()
                .toList();
        items.forEach((what, id) -> assertThat(hit).as(what).contains(id.value() + "@www"));
        assertThat(hit).as("no false alarm").doesNotContain(untouched.value() + "@www");
        System.out.println(
                "WordPress drift: " + hit.size() + " of " + items.size() + " changes by hand found, 0 false alarms");

        found.forEach(finding -> agency.prakat().placements().repair(TestAgency.COLLEAGUE, finding));
        SweepSummary mended = agency.prakat().sweep();
        items.forEach((what, id) -> {
            Placement placement = agency.prakat().placements().of(id).get(0);
            if (!what.equals("copied")) {
                assertThat(placement.state())
                        .as(what + ": " + placement.lastProblem() + ", " + mended)
                        .isEqualTo(PlacementState.LIVE_PROVEN);
            }
        });
        items.remove("copied"); // a copy of another author is his to delete; it stays told
        List<String> still = agency.prakat().placements().scan("www").stream()
                .map(finding -> finding.placement() + " " + finding.drift() + " " + finding.found())
                .toList();
        items.values().forEach(id -> assertThat(still).noneMatch(line -> line.startsWith(id.value())));
    }

    private PlacementState state(ItemId id) {
        return agency.prakat().placements().of(id).get(0).state();
    }

    private static HttpResponse<String> page(ItemId id) {
        return real.send(real.request(id.value() + "/"));
    }
}
