package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.category.CategoryId;
import dev.prakat.item.Characters.Layout;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.window.PublishWindow;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vectors of docs/reference/content-hash.md are the bytes that are hashed, and their hashes are right. */
class ContentHashDocumentTest {

    private static final Pattern VECTOR = Pattern.compile(
            "```\\n(prakat-(?:content-v2|origin-v1|approval-v2)\\n.*?)```\\s+SHA-256: `([0-9a-f]{64})`",
            Pattern.DOTALL);

    private static final Content THAI =
            new Content("ประกาศร่าง TOR", "", "<p>ตัวอย่าง</p>", "th", null, null, Map.of());
    private static final Content MARKS = new Content(
            Characters.clean("น\u0E4D\u0E32\u0E49", Layout.LINE),
            "ที่นี่",
            CanonicalHtml.of("<p>e\u0301 & ๑").html(),
            "th",
            null,
            "",
            Map.of("SOURCE", "กรมตัวอย่าง", "DONE_ON", "2021-02-28"));
    private static final Content LINES = new Content(
            "a",
            "b\nsummary:1:c",
            "<p>d</p>\n<p>e</p>",
            "en",
            URI.create("https://www.example.go.th/?a=1&b=2"),
            null,
            Map.of());
    private static final Origin LETTER = new Origin(
            "MINISTRY",
            new RegisteredLetter(
                    "123/2564", "รง ๐๐๐๑/๔๕", LocalDate.of(2021, 2, 26), "กรมตัวอย่าง", "นายตัวอย่าง สมมติ", "อธิบดี"),
            new Provider("นางตัวอย่าง สมมติ", LocalDate.of(2021, 2, 28)),
            new PersonalDataStatement("s.24(4)", "ประกาศผลการจัดซื้อจัดจ้าง", "ผู้ชนะการเสนอราคา", true));
    private static final PlacementPlan MARCH =
            PlacementPlan.gone("www", PublishWindow.ofDates(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31)));
    private static final PlacementPlan FOR_EVER = new PlacementPlan(
            "www",
            PublishWindow.permanent(Instant.parse("2021-02-28T17:00:00Z"), "กฎหมาย", LocalDate.of(2022, 1, 31)),
            TakeDownKind.REDIRECT,
            URI.create("https://www.example.go.th/"));

    private List<MatchResult> vectors;

    @BeforeEach
    void readThePage() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        String page = Files.readString(folder.resolve("docs/reference/content-hash.md"));
        vectors = VECTOR.matcher(page).results().toList();
    }

    @Test
    void thePageShowsTheBytesThatAreHashed() {
        assertThat(vectors)
                .hasSize(7)
                .allSatisfy(vector -> assertThat(sha256(vector.group(1))).isEqualTo(vector.group(2)));
    }

    @Test
    void theCodeHashesWhatThePageShows() {
        List<Attachment> pdf = List.of(file("ก.pdf", "application/pdf"));
        String first = RevisionHash.ofContent(THAI, pdf);
        String second = RevisionHash.ofContent(MARKS, List.of());
        List<Attachment> texts = List.of(file("1.txt", "text/plain"), file("2.txt", "text/plain"));
        String own = RevisionHash.ofOrigin(Origin.internal(), null);
        String other = RevisionHash.ofOrigin(LETTER, file("หนังสือ.pdf", "application/pdf"));

        assertThat(List.of(
                        first,
                        second,
                        RevisionHash.ofContent(LINES, texts),
                        own,
                        other,
                        RevisionHash.ofBinding(revision(THAI, first, own, MARCH), "procurement-draft-tor"),
                        RevisionHash.ofBinding(revision(MARKS, second, other, FOR_EVER), "external-agency-news")))
                .isEqualTo(vectors.stream().map(vector -> vector.group(2)).toList());
    }

    private static Attachment file(String name, String type) {
        return new Attachment(name, type, 3, sha256("abc"));
    }

    private static Revision revision(Content content, String hash, String origin, PlacementPlan plan) {
        return new Revision(
                1,
                new CategoryId("mission"),
                content,
                List.of(),
                Origin.internal(),
                null,
                List.of(plan),
                hash,
                origin,
                List.of(),
                Instant.EPOCH,
                new OfficerId("somying"),
                null);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
