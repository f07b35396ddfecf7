package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.item.RevisionHash.Content;
import dev.prakat.window.PublishWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vectors of docs/reference/content-hash.md are the bytes that are hashed, and their hashes are right. */
class ContentHashDocumentTest {

    private static final Pattern VECTOR = Pattern.compile(
            "```\\n(prakat-(?:content|approval)-v1\\n.*?)```\\s+SHA-256: `([0-9a-f]{64})`", Pattern.DOTALL);

    private static final Content CONTENT = new Content(
            "ประกาศร่าง TOR",
            "",
            "<p>ตัวอย่าง</p>",
            "th",
            null,
            null,
            List.of(new Attachment("ก.pdf", "application/pdf", 3, sha256("abc"))));

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
                .hasSize(2)
                .allSatisfy(vector -> assertThat(sha256(vector.group(1))).isEqualTo(vector.group(2)));
    }

    @Test
    void theCodeHashesWhatThePageShows() {
        String content = RevisionHash.ofContent(CONTENT);
        PublishWindow march = PublishWindow.ofDates(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31));

        assertThat(content).isEqualTo(vectors.get(0).group(2));
        assertThat(RevisionHash.ofBinding(content, "procurement-draft-tor", List.of(PlacementPlan.gone("www", march))))
                .isEqualTo(vectors.get(1).group(2));
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
