package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetRefused;
import dev.prakat.testkit.SampleItems;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only WordPress can do to an item, tried on a real one. */
@NeedsWordPress
final class PromisesTest {

    private static RealWordPress real;
    private final Scene scene = Scene.of(real);

    @BeforeAll
    static void start() {
        real = RealWordPress.usual();
    }

    @BeforeEach
    void empty() {
        Front.empty(real);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style=\"position:absolute\">ทับ</p>",
                "<p>ก</p><iframe src=\"https://www.example.go.th/\"></iframe>",
                "<p>a & b</p>",
                "<p style=\"color:red;\">แดง</p>",
                "<form action=\"/x\"><input name=\"y\"></form>",
                "<p><a href=\"javascript:alert(1)\">x</a></p>",
                "<svg><path d=\"M0 0\"/></svg>"
            })
    void whatWordPressWouldChangeIsNeverPublic(String body) {
        PublishableItem item = Scene.item("261126-filtered1", "ถูกกรอง", body, List.of());

        assertThatThrownBy(() -> scene.publish(item, 1))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("FILTERED")
                .hasMessageContaining("the content at character");
        assertThat(scene.posts(item, "publish")).isZero();
    }

    @Test
    void aRevisionThatWordPressWouldChangeLeavesTheOldOneUntouched() {
        PublishableItem first = SampleItems.item("261126-filtered2");
        Receipt live = scene.publish(first, 1);
        PublishableItem second =
                Scene.item(first.id(), 2, "ฉบับใหม่", "<p style=\"position:absolute\">ทับ</p>", List.of(), null);

        assertThatThrownBy(() -> scene.publish(second, 2)).hasMessageContaining("FILTERED");
        assertThat(scene.look(first, live.artefacts()))
                .allSatisfy(
                        seen -> assertThat(seen.answer()).as(seen.toString()).isEqualTo(Observation.Answer.PRESENT));
    }

    @Test
    void whatAPersonChangedIsNotWrittenOverByANewRevision() {
        PublishableItem first = SampleItems.item("261126-conflict1");
        Receipt live = scene.publish(first, 1);
        real.php("wp_update_post(['ID' => " + live.remoteId() + ", 'post_title' => 'แก้ด้วยมือ']);");
        PublishableItem second = SampleItems.item(first.id(), 2, "ฉบับใหม่");

        assertThatThrownBy(() -> scene.publish(second, 2))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("CONFLICT");
        assertThat(real.sql("select post_title from wp_posts where ID = " + live.remoteId()))
                .contains("แก้ด้วยมือ");

        scene.publish(first, 1);
        assertThat(real.sql("select post_title from wp_posts where ID = " + live.remoteId()))
                .as("ordered again, the approved revision mends it")
                .contains(first.title());
        scene.publish(second, 2);
        assertThat(real.sql("select post_title from wp_posts where ID = " + live.remoteId()))
                .contains(second.title());
    }

    @Test
    void aTakeDownIsNeverHinderedByWhatAPersonChanged() {
        PublishableItem item = SampleItems.item("261126-conflict2");
        Receipt live = scene.publish(item, 1);
        real.sql("update wp_posts set post_content = 'ไม่มีเครื่องหมาย', post_name = 'another-name' where ID = "
                + live.remoteId());
        real.php("clean_post_cache(" + live.remoteId() + ");");
        scene.takeDown(item, TakeDownKind.GONE, 2, live.artefacts());

        // Neither mark nor slug are left: the number that was captured still finds it.
        assertThat(real.sql("select post_status from wp_posts where ID = " + live.remoteId())
                        .strip())
                .isEqualTo("draft");
        assertThat(scene.missing(item, live.artefacts(), TakeDownKind.GONE)).isEmpty();
    }

    @Test
    void aTwinThatALateRequestMadeGoesWithTheNextCall() {
        PublishableItem item = SampleItems.item("261126-twin0001");
        Receipt live = scene.publish(item, 1);
        String copy =
                "insert into wp_posts (post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt, "
                        + "post_status, post_name, to_ping, pinged, post_content_filtered, post_modified, post_modified_gmt) "
                        + "select post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt, 'draft', "
                        + "concat('draft-', post_name), '', '', '', post_modified, post_modified_gmt from wp_posts where ID = ";
        real.sql(copy + live.remoteId() + "; " + copy + live.remoteId());
        assertThat(scene.posts(item, "draft")).isEqualTo(2);

        scene.publish(item, 1);
        assertThat(scene.posts(item, "draft")).isZero();
        assertThat(scene.posts(item, "publish")).isEqualTo(1);
    }

    @Test
    void theSmallerPicturesThatWordPressMakesGoToo() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB), "png", png);
        byte[] bytes = png.toByteArray();
        AttachmentContent picture = new AttachmentContent(
                "แผนผัง.png", "image/png", bytes.length, Hashes.sha256(bytes), () -> new ByteArrayInputStream(bytes));
        PublishableItem item = Scene.item("261126-picture1", "แผนผังอาคาร", "<p>ดูแผนผัง</p>", List.of(picture));
        Receipt live = scene.publish(item, 1);

        assertThat(live.artefacts())
                .filteredOn(artefact -> artefact.kind() == Artefact.Kind.ATTACHMENT)
                .hasSizeGreaterThan(3)
                .allSatisfy(artefact -> assertThat(artefact.sha256()).isNotNull());
        assertThat(scene.look(item, live.artefacts()))
                .allSatisfy(
                        seen -> assertThat(seen.answer()).as(seen.toString()).isEqualTo(Observation.Answer.PRESENT));
        scene.takeDown(item, TakeDownKind.GONE, 2, live.artefacts());
        assertThat(scene.missing(item, live.artefacts(), TakeDownKind.GONE)).isEmpty();
        assertThat(RealFiles.below(real.root().resolve("wp-content/uploads"))).isEmpty();
    }

    @Test
    void aFileThatSomebodyReplacedIsDeletedOnceAndSentAgain() throws IOException {
        PublishableItem item = SampleItems.item("261126-broken001");
        scene.publish(item, 1);
        for (Path file : RealFiles.below(real.root().resolve("wp-content/uploads"))) {
            Files.writeString(file, "x");
        }
        scene.recorder().clear();

        Receipt again = scene.publish(item, 2);
        assertThat(scene.recorder().actions())
                .filteredOn(action -> action.entry().path().contains("prakat=delete-file"))
                .hasSize(1);
        assertThat(scene.look(item, again.artefacts()))
                .allSatisfy(
                        seen -> assertThat(seen.answer()).as(seen.toString()).isEqualTo(Observation.Answer.PRESENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "คำสั่ง กรม (ฉบับที่ ๒).pdf",
                "ประกาศกระทรวงแรงงาน เรื่อง กำหนดหลักเกณฑ์และวิธีการขอรับประโยชน์ทดแทนในกรณีต่าง ๆ ของผู้ประกันตน.pdf",
                "no-ending",
                "..pdf",
                "a;b%20c\"d.pdf"
            })
    void aFileArrivesUnderAnyName(String name) {
        AttachmentContent sample = SampleItems.attachment(name, 1);
        AttachmentContent file =
                new AttachmentContent(name, sample.mediaType(), sample.bytes(), sample.sha256(), sample.source());
        PublishableItem item = Scene.item("261126-names001", "ชื่อแฟ้ม", "<p>แนบ</p>", List.of(file));
        Receipt live = scene.publish(item, 1);

        assertThat(scene.look(item, live.artefacts()))
                .allSatisfy(
                        seen -> assertThat(seen.answer()).as(seen.toString()).isEqualTo(Observation.Answer.PRESENT));
    }

    @Test
    void aShortcodeInATextIsATextAndNothingIsRun() {
        real.php("wp_cache_flush();");
        PublishableItem item = Scene.item(
                "261126-shortcod",
                "เรื่อง [gallery] และ \"คำพูด\" <b>",
                "<p>ใช้ [gallery] และ [caption]x[/caption]</p>",
                List.of());
        Receipt live = scene.publish(item, 1);

        String page = real.send(real.request(item.id() + "/")).body();
        assertThat(page).contains("&#091;gallery]").contains("&lt;b&gt;");
        assertThat(scene.look(item, live.artefacts()))
                .allSatisfy(
                        seen -> assertThat(seen.answer()).as(seen.toString()).isEqualTo(Observation.Answer.PRESENT));
    }

    @Test
    void whatPrakatDidNotPutThereIsListed() {
        scene.publish(SampleItems.item("261126-managed01"), 1);
        real.php(
                "wp_insert_post(['post_author' => 1, 'post_type' => 'page', 'post_status' => 'publish', "
                        + "'post_title' => 'ผังเว็บไซต์ & \"อื่น\" <b>ๆ</b>', 'post_name' => 'by-hand', 'post_content' => 'x']); "
                        + "wp_insert_post(['post_author' => 1, 'post_status' => 'draft', 'post_title' => 'ร่าง', 'post_content' => 'x']);");
        List<UnmanagedPost> found = scene.target().unmanaged(scene.recorder());

        assertThat(found).hasSize(13);
        assertThat(found.get(0).published()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(found.get(12).address()).isEqualTo(real.baseUri().resolve("by-hand/"));
        assertThat(found.get(12).title()).contains("ผังเว็บไซต์ & ").endsWith(" ๆ");
    }

    /** WordPress refuses the page behind the last one, which can only be known to be the last when it is not full. */
    @Test
    void aListOfWholeHundredsIsReadToItsEnd() {
        insert(88); // and 12 that every site of the tests has
        assertThat(scene.target().unmanaged(scene.recorder())).hasSize(12);
        insert(12);
        InventoryPage first = scene.target().inventory(null, scene.recorder());
        assertThat(first.entries()).hasSize(100);
        assertThat(first.next()).isNotNull();
        InventoryPage last = scene.target().inventory(first.next(), scene.recorder());
        assertThat(last.entries()).isEmpty();
        assertThat(last.next()).isNull();
    }

    /** Posts of the adapter's account with a mark. */
    private static void insert(int posts) {
        real.php("$me = get_user_by('login', 'publisher')->ID; for ($n = 0; $n < " + posts + "; $n++) { "
                + "wp_insert_post(['post_author' => $me, 'post_status' => 'publish', 'post_title' => 'x', "
                + "'post_content' => '<!-- prakat:1:261126-whole' . sprintf('%05d', $n) . ':gone fence=1 -->']); }");
    }

    @Test
    void thePasswordIsNowhere() {
        PublishableItem item = SampleItems.item("261126-secret01");
        Receipt live = scene.publish(item, 1);
        scene.takeDown(item, TakeDownKind.VANISH, 2, live.artefacts());
        String password = real.password(RealWordPress.PUBLISHER);
        String pair = RealWordPress.PUBLISHER + ":" + password;
        String everything =
                scene.recorder().actions() + " " + scene.target() + " " + live + " " + Scene.site(real, real.baseUri());

        assertThat(everything)
                .contains("HTTP_OUT")
                .doesNotContain(password)
                .doesNotContain(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(Endpoints.encoded(password));
    }

    @Test
    void thePreflightFindsWhatAnAccountLacksAndWhatItHasTooMuch() {
        assertThat(scene.target().preflight(scene.recorder(), Instant.now()))
                .extracting(TargetFinding::severity)
                .doesNotContain(TargetFinding.Severity.ERROR);
        WordPressSite editor = new WordPressSite(
                real.baseUri(),
                RealWordPress.EDITOR,
                "test",
                name -> real.password(RealWordPress.EDITOR).toCharArray());
        assertThat(WordPressTarget.of(editor).preflight(scene.recorder(), Instant.now()))
                .extracting(TargetFinding::message)
                .anyMatch(message -> message.contains("edit_others_posts"))
                .anyMatch(message -> message.contains("unfiltered_html"));
        WordPressSite wrong =
                new WordPressSite(real.baseUri(), RealWordPress.PUBLISHER, "test", name -> "wrong".toCharArray());
        assertThat(WordPressTarget.of(wrong).preflight(scene.recorder(), Instant.now()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("AUTH"));
    }
}
