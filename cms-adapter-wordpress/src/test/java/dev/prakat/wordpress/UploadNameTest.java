package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.AttachmentContent;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UploadNameTest {

    private static final String ITEM = "261126-names";

    @ParameterizedTest
    @CsvSource({
        "คำสั่ง กรม (ฉบับที่ ๒).pdf, คำสั่ง กรม (ฉบับที่ ๒).pdf",
        "../../etc/passwd, passwd.pdf",
        "C:\\\\x\\\\ประกาศ.PDF, ประกาศ.pdf",
        "index.html, index.pdf",
        "a\"b;c%41.pdf, a-b-c-41.pdf",
        "..., file-3.pdf",
        "'', file-3.pdf"
    })
    void leadsNowhereAndEndsAsWordPressExpects(String name, String sent) {
        assertThat(UploadName.of(ITEM, file(name), 3)).matches(".+-[0-9a-f]{8}\\.pdf");
        assertThat(readable(UploadName.of(ITEM, file(name), 3))).isEqualTo(sent);
    }

    @Test
    void isAnotherForOtherBytesAndForAnotherItemAndTheSameEachTime() {
        String name = UploadName.of(ITEM, file("ประกาศ.pdf"), 1);
        assertThat(name).isEqualTo(UploadName.of(ITEM, file("ประกาศ.pdf"), 2)).startsWith("ประกาศ-");
        assertThat(UploadName.of("261126-other", file("ประกาศ.pdf"), 1)).isNotEqualTo(name);
        AttachmentContent other = new AttachmentContent(
                "ประกาศ.pdf", "application/pdf", 1, Hashes.sha256("x"), InputStream::nullInputStream);
        assertThat(UploadName.of(ITEM, other, 1)).isNotEqualTo(name);
    }

    /** What readers know of it: without the digits before the ending. */
    private static String readable(String sent) {
        return sent.replaceAll("-[0-9a-f]{8}(?=\\.pdf$)", "");
    }

    @Test
    void isCutBetweenTwoLettersOfAThaiWord() {
        String name = UploadName.of(ITEM, file("กำหนดการที่ปรับปรุงใหม่ทั้งหมด".repeat(9) + ".pdf"), 1);
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(184);
        assertThat(name).endsWith(".pdf");
        for (int cut = 1; cut < 60; cut++) {
            String sent = UploadName.of(ITEM, file("ก".repeat(cut) + "ที่".repeat(60) + ".pdf"), 1);
            String stem = readable(sent).replace(".pdf", "");
            assertThat(stem).matches("ก+(ที่)*");
        }
    }

    private static AttachmentContent file(String name) {
        return new AttachmentContent(name, "application/pdf", 0, Hashes.sha256(""), InputStream::nullInputStream);
    }
}
