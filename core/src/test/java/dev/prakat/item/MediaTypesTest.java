package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MediaTypesTest {

    @Test
    void believesTheBytesAndTheNameOnlyTogether() {
        byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        byte[] program = {'M', 'Z', 0, 1};
        assertThat(MediaTypes.sniff("ประกาศ.pdf", pdf)).contains("application/pdf");
        assertThat(MediaTypes.sniff("ประกาศ.PDF", pdf)).contains("application/pdf");
        assertThat(MediaTypes.sniff("ประกาศ.jpg", pdf)).isEmpty();
        assertThat(MediaTypes.sniff("ประกาศ.pdf", program)).isEmpty();
        assertThat(MediaTypes.sniff("setup.exe", program)).isEmpty();
        assertThat(MediaTypes.sniff("page.html", "<html>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(MediaTypes.sniff("ไม่มีนามสกุล", pdf)).isEmpty();
    }

    @Test
    void readsThaiTextThatIsCutInsideACharacter() {
        byte[] thai = "ก".repeat(200).getBytes(StandardCharsets.UTF_8);
        for (int length = 500; length <= 512; length++) {
            assertThat(MediaTypes.sniff("a.txt", Arrays.copyOf(thai, length))).contains("text/plain");
        }
    }

    @Test
    void refusesTextInAnOldEncodingAndTextWithZeroBytes() {
        byte[] tis620 = {(byte) 0xa1, (byte) 0xd2, (byte) 0xc3, ' ', (byte) 0xa1, (byte) 0xd2, (byte) 0xc3, '.'};
        assertThat(MediaTypes.sniff("a.csv", tis620)).isEmpty();
        assertThat(MediaTypes.sniff("a.txt", new byte[] {'a', 0, 'b'})).isEmpty();
    }
}
