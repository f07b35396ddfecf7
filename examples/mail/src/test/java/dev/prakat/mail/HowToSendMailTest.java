package dev.prakat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.Prakat;
import dev.prakat.PrakatBuilder;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.PrakatListener;
import dev.prakat.spi.PrakatListener.Event;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/how-to/send-mail.md, followed word for word. */
class HowToSendMailTest {

    private static final Path PAGE = Path.of("../../docs/how-to/send-mail.md");
    private static final Path THIS = Path.of("src/test/java/dev/prakat/mail/HowToSendMailTest.java");

    @TempDir
    private Path folder;

    @Test
    void theListenerOfThePageWritesWithTheSettingsOfThePage() throws Exception {
        try (PostOffice office = new PostOffice()) {
            // The test server is on this machine and speaks plain SMTP; all other settings are the page's.
            String here = block("properties")
                    .replace("smtp.example.go.th", "127.0.0.1")
                    .replace("=587", "=" + office.port())
                    .replace("starttls.required=true", "starttls.required=false");
            assertThat(here).contains("127.0.0.1", "=" + office.port(), "required=false");
            Path file = Files.writeString(folder.resolve("mail.properties"), here);

            listener(Prakat.builder(), file, new PostOffice.Directory())
                    .on(new Event(
                            "event-1",
                            "item.refused",
                            "261123-k3f9q2x7mh",
                            Instant.parse("2026-11-23T02:00:00Z"),
                            new OfficerId("wichai"),
                            Set.of(new OfficerId("somying")),
                            Set.of(),
                            Map.of("title", "ประกาศ", "reason", "ขาดเอกสารแนบ")));

            assertThat(office.only().getSubject()).isEqualTo("ไม่อนุมัติ: ประกาศ");
        }
    }

    @Test
    void theCodeOfThePageIsTheCodeOfThisTest() throws IOException {
        assertThat(packed(Files.readString(THIS))).contains(packed(block("java")));
    }

    private static PrakatListener listener(PrakatBuilder builder, Path file, MailAddresses addresses)
            throws IOException {
        Properties mail = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            mail.load(reader);
        }
        MailSettings settings = new MailSettings(
                "prakat@example.go.th", Locale.forLanguageTag("th"), URI.create("https://portal.example.go.th/items/"));
        PrakatListener letters = new MailListener(Session.getInstance(mail), settings, addresses);
        builder.listener(letters);
        return letters;
    }

    /** The page's block of this kind, without the indentation of the list that it stands in. */
    private static String block(String kind) throws IOException {
        Matcher block = Pattern.compile("^ *```" + kind + "\\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as("a block of " + kind).isTrue();
        return block.group(1).stripIndent();
    }

    /** The code without its layout, which the formatter decides. */
    private static String packed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
