package dev.prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.approval.Decision;
import dev.prakat.delivery.ItemPreview;
import dev.prakat.delivery.ItemPreview.OnTarget;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.TargetCapabilities;
import dev.prakat.spi.TargetRefused;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.window.PublishWindow;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approver sees beforehand the exact bytes that will be public. */
@Tag("S001-R09")
class PreviewTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
    }

    @AfterEach
    void close() {
        agency.close();
    }

    /** Windows that are open, that open later, that never close; approved at once or days later. */
    @Test
    void whateverTheItemWhatWasShownIsWhatTheSweepPublishes() throws IOException {
        Random random = new Random(2564);
        for (int i = 0; i < 30; i++) {
            ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, anyDraft(random, i, agency.clock.instant()));
            SortedMap<String, String> shown = bytes(look(id));

            agency.clock.advance(Duration.ofSeconds(random.nextInt(400_000)));
            agency.prakat().approvals().submit(id, TestAgency.AUTHOR);
            agency.clock.advance(Duration.ofSeconds(random.nextInt(400_000)));
            assertThat(bytes(look(id))).as("item " + i + " for the approver").isEqualTo(shown);
            agency.prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.approve("ถูกต้องครบถ้วน"));
            agency.clock.advance(Duration.ofSeconds(1_000_000 + random.nextInt(1_000_000)));
            agency.prakat().sweep();

            assertThat(agency.web.bodies().subMap("d/" + id, "d/" + id + "0"))
                    .as("item " + i)
                    .isEqualTo(shown);
            assertThat(bytes(look(id))).as("item " + i + " afterwards").isEqualTo(shown);
        }
    }

    @Test
    void theHashesArePublicEvidence() throws IOException {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("รับสมัครบุคลากร", FROM, UNTIL));
        List<String> shown = look(id).pages().stream()
                .map(page -> page.address() + " " + page.sha256())
                .toList();
        agency.approve(id);
        agency.prakat().sweep();

        assertThat(agency.prakat().placements().of(id).get(0).artefacts())
                .filteredOn(seen -> !seen.artefact().shared())
                .extracting(seen ->
                        seen.artefact().address() + " " + seen.artefact().sha256())
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void anEditAfterTheApprovalIsSeenInThePreviewAndNotByThePublic() throws IOException {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("รับสมัครบุคลากร", FROM, UNTIL));
        SortedMap<String, String> approved = bytes(look(id));
        agency.approve(id);
        agency.prakat().items().revise(TestAgency.AUTHOR, id, TestAgency.draft("รับสมัครบุคลากร (แก้ไข)", FROM, UNTIL));
        agency.prakat().sweep();

        ItemPreview edited = agency.prakat().placements().preview(TestAgency.AUTHOR, id);
        assertThat(edited.revision()).isEqualTo(2);
        assertThat(bytes(edited.targets().get(0)).get("d/" + id + "/")).contains("(แก้ไข)");
        assertThat(agency.web.bodies().subMap("d/" + id, "d/" + id + "0")).isEqualTo(approved);
    }

    @Test
    void aDraftFiledElsewhereDoesNotMoveWhatWasApproved() throws IOException {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("รับสมัครบุคลากร", FROM, UNTIL));
        SortedMap<String, String> approved = bytes(look(id));
        agency.approve(id);
        agency.web.available(false);
        agency.prakat().sweep();
        Draft moved = Draft.of("organisation-history", "รับสมัครบุคลากร", "<p>ย้ายหมวด</p>")
                .withPlacement(PlacementPlan.gone("www", PublishWindow.ofDates(FROM, UNTIL)));
        agency.prakat().items().revise(TestAgency.AUTHOR, id, moved);
        agency.web.available(true);
        agency.clock.advance(Duration.ofHours(1));
        agency.prakat().sweep();

        assertThat(agency.web.bodies().subMap("d/" + id, "d/" + id + "0")).isEqualTo(approved);
    }

    @Test
    void whoLookedIsInTheLog() throws IOException {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("รับสมัครบุคลากร", FROM, UNTIL));
        Prakat prakat = agency.prakat();
        prakat.placements().preview(TestAgency.DIRECTOR, id);

        assertThatThrownBy(() -> prakat.placements().preview(Actor.local("nobody"), id))
                .isInstanceOfSatisfying(
                        PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED))
                .hasMessageContaining("nobody may not preview item " + id);
        assertThatThrownBy(() -> prakat.placements().preview(TestAgency.DIRECTOR, new ItemId("210301-none")))
                .isInstanceOfSatisfying(
                        PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
        agency.close();
        assertThat(logged("item.preview"))
                .as("an intent and an outcome for each of three")
                .isEqualTo(6);
    }

    @Test
    void whoOnlyLooksWithoutALogIsShownNothing() {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("รับสมัครบุคลากร", FROM, UNTIL));
        try (Prakat looker = agency.looker()) {
            assertThatThrownBy(() -> looker.placements().preview(TestAgency.DIRECTOR, id))
                    .isInstanceOfSatisfying(
                            PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFIGURATION));
        }
    }

    /** How often a command stands in the log; commands are in clear, officers are sealed. */
    private long logged(String command) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> segments = Files.list(agency.log().resolve("seg"))) {
            for (Path segment : segments.toList()) {
                text.append(Files.readString(segment, StandardCharsets.ISO_8859_1));
            }
        }
        return Pattern.compile(Pattern.quote(command)).matcher(text).results().count();
    }

    @Test
    void aWebsiteThatCannotShowBeforehandIsNamedAndNotAsked() {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("รับสมัครบุคลากร", FROM, UNTIL));
        TargetCapabilities able = new InMemoryTarget().capabilities();
        TargetCapabilities unable = new TargetCapabilities(
                able.adapter(),
                able.takeDownKinds(),
                able.attachments(),
                able.maxAttachmentBytes(),
                able.inventory(),
                false);
        agency.restart(with("capabilities", () -> unable));

        assertThat(look(id)).isEqualTo(new OnTarget("www", false, List.of()));
    }

    @Test
    void whatATargetWouldRefuseIsSaidBeforeAnybodyApprovesIt() {
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("รับสมัครบุคลากร", FROM, UNTIL));
        Prakat prakat = agency.restart(with("preview", () -> {
            throw new TargetRefused("memory: too long a title", null);
        }));

        assertThatThrownBy(() -> prakat.placements().preview(TestAgency.DIRECTOR, id))
                .isInstanceOfSatisfying(
                        PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT))
                .hasMessageContaining("'www' would not publish it: memory: too long a title");
    }

    /** The website in memory with one method of its own. */
    private PublishingTarget with(String method, Supplier<Object> answer) {
        InMemoryTarget honest = new InMemoryTarget(agency.web);
        return (PublishingTarget) Proxy.newProxyInstance(
                PublishingTarget.class.getClassLoader(),
                new Class<?>[] {PublishingTarget.class},
                (proxy, called, args) -> called.getName().equals(method) ? answer.get() : called.invoke(honest, args));
    }

    private OnTarget look(ItemId id) {
        return agency.prakat()
                .placements()
                .preview(TestAgency.DIRECTOR, id)
                .targets()
                .get(0);
    }

    private static Draft anyDraft(Random random, int i, Instant now) {
        Instant opens = now.plusSeconds(random.nextInt(2_000_000) - 1_000_000);
        PublishWindow window = random.nextInt(4) == 0
                ? PublishWindow.permanent(
                        opens,
                        "ภารกิจประจำ",
                        LocalDate.ofInstant(opens, ZoneOffset.UTC).plusDays(300))
                : PublishWindow.of(opens, opens.plusSeconds(40_000_000 + random.nextInt(40_000_000)));
        String text = random.ints(random.nextInt(200), 0x0E01, 0x0E2F)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Draft draft = Draft.of(
                        "news-releases", "ประกาศ <&> " + i + text, "<p>" + text + "</p><ul><li>ก &amp; ข</li></ul>")
                .withSummary(text)
                .withPlacement(PlacementPlan.gone("www", window));
        for (int file = random.nextInt(4); file > 0; file--) {
            draft = draft.withAttachment(TestAgency.file("เอกสาร " + file + ".txt", file + text));
        }
        return draft;
    }

    /** Addresses below the site and bytes, as the website in memory has them. */
    private static SortedMap<String, String> bytes(OnTarget target) throws IOException {
        SortedMap<String, String> bytes = new TreeMap<>();
        for (Preview.Page page : target.pages()) {
            try (InputStream in = page.source().open()) {
                bytes.put(page.address().getPath().substring(1), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return bytes;
    }
}
