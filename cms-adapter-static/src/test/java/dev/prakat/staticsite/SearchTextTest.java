package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.item.CleanBody;
import java.text.Normalizer;
import java.util.regex.Pattern;
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
    void everyCharacterIsUnseenOrBlankAsThePatternsOfThePageSay() {
        Pattern unseen = Pattern.compile(
                "[\\u00AD\\u034F\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]");
        Pattern blank = Pattern.compile(
                "[\\u0000-\\u0020\\u007F-\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String text = c + "ก" + c + c + " ข" + c;
            String composed = Normalizer.normalize(unseen.matcher(text).replaceAll(""), Normalizer.Form.NFC);
            assertThat(SearchText.plain(text))
                    .as(Integer.toHexString(c))
                    .isEqualTo(blank.matcher(composed).replaceAll(" ").strip());
        }
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
