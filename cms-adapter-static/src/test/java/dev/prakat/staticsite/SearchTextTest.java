package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.item.CleanBody;
import org.junit.jupiter.api.Test;

/** What search reads of a text. */
final class SearchTextTest {

    @Test
    void everyExampleBecomesItsPlainTextAndStaysThat() {
        SearchExamples.PLAIN.forEach((text, plain) -> {
            assertThat(SearchText.plain(text)).as(text).isEqualTo(plain);
            assertThat(SearchText.plain(plain)).as(plain).isEqualTo(plain);
        });
    }

    @Test
    void whatTheTestsHoldSearchToAgreesWithTheExamples() {
        SearchExamples.MATCHES.forEach(m -> assertThat(SearchGrep.finds(m.text(), m.typed()))
                .as(m.toString())
                .isEqualTo(m.found()));
    }

    @Test
    void blocksArePartedAndLettersThatOnlyLookDifferentAreNot() {
        String html = CleanBody.of("<p>ประ<strong>กาศ</strong>ผล</p><ul><li>หนึ่ง</li><li>สอง</li></ul>"
                + "<table><tbody><tr><td>1,250</td><td>บาท &amp; อื่น\u00A0ๆ</td></tr></tbody></table>บรรทัด<br>ใหม่");

        assertThat(SearchText.ofHtml(html)).isEqualTo("ประกาศผล หนึ่ง สอง 1,250 บาท & อื่น ๆ บรรทัด ใหม่");
    }
}
