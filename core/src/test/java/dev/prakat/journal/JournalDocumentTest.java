package dev.prakat.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.OfficerId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vectors of docs/reference/journal.md are the bytes that are hashed, and their hashes are right. */
class JournalDocumentTest {

    private static final Pattern VECTOR =
            Pattern.compile("```\\n(prakat-(?:words|event)-v1\\n.*?)```\\s+SHA-256: `([0-9a-f]{64})`", Pattern.DOTALL);

    private List<MatchResult> vectors;

    @BeforeEach
    void readThePage() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        vectors = VECTOR.matcher(Files.readString(folder.resolve("docs/reference/journal.md")))
                .results()
                .toList();
    }

    @Test
    void thePageShowsTheBytesThatAreHashed() {
        assertThat(vectors)
                .hasSize(2)
                .allSatisfy(vector -> assertThat(sha256(vector.group(1))).isEqualTo(vector.group(2)));
    }

    @Test
    void theCodeHashesWhatThePageShows() {
        String words =
                EventHash.ofWords("000102030405060708090a0b0c0d0e0f", new TreeMap<>(Map.of("reason", "เอกสารไม่ครบ")));
        JournalEvent event = new JournalEvent(
                0,
                "7a1c9d6e-52f4-4b8a-9a57-0d5b3c1e2f60",
                "210301-k3f9q2x7mh",
                3,
                "item.decided",
                Instant.parse("2021-03-01T02:00:00Z"),
                new OfficerId("director-1"),
                Map.of("outcome", "REFUSE", "step", "director", "reason", "เอกสารไม่ครบ"),
                new LogReceipt("www.example.go.th/tlog/main/1", 41, "ab".repeat(32)),
                "");

        assertThat(words).isEqualTo(vectors.get(0).group(2));
        assertThat(EventHash.of(event, words, "cd".repeat(32)))
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
