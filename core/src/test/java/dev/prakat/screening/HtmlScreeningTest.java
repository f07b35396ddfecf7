package dev.prakat.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In HTML, what a reader sees as one number is one, wherever the markup runs; findings point into the source. */
class HtmlScreeningTest {

    private final Screening screening = new Screening(Corpus.RULES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>12345<b>67890</b>121</p>",
                "<p>1-2345-<em>67890</em>-12-1</p>",
                "<p>1&#45;2345&ndash;67890&#x2011;12-1</p>",
                "<p>1&nbsp;2345&nbsp;67890&nbsp;12&nbsp;1</p>",
                "<p>1-2345-67890\n   -12-1</p>",
                "<p>&#3665;-2345-67890-12-1</p>",
                "<img alt=\"บัตร 1-2345-67890-12-1\" src=a.png>",
                "<a title='1-2345-67890-12-1' href=x>x</a>",
                "<a href=\"https://www.example.go.th/?id=1%2D2345-67890-12-1\">x</a>",
                "<a href=\"/file/%E0%B9%91-2345-67890-12-1.pdf\">x</a>",
                "<!-- 1-2345-67890-12-1 -->",
                "<td>เลขบัตร</td><td>1-2345-67890-12-1</td>",
                "<p title=\"1-2345-67890-12-1",
                "<p <b 1-2345=x>1-2345-67890-12-1",
                "a < b 1-2345-67890-12-1"
            })
    void aNumberIsFoundAndBlackened(String html) {
        ScreeningPart part = new ScreeningPart("body", ScreeningPart.Form.HTML, html);
        ScreeningReport report = screen(html);

        assertThat(report.of(ScreeningAction.BLOCK))
                .extracting(ScreeningFinding::kind)
                .containsExactly(ScreeningKind.NATIONAL_ID);
        assertThat(screening.redact(part)).contains("█");
        assertThat(screen(screening.redact(part)).blocks()).isFalse();
        assertThat(screening.redact(part).replaceAll("[^<>]", "")).isEqualTo(html.replaceAll("[^<>]", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>12345</p><p>67890121</p>",
                "<td>1-2345</td><td>67890-12-1</td>",
                "12345<br>67890121",
                "<img src=\"data:image/png;base64,AAAA1234567890121AAAA\" alt=\"\">",
                "<p class=\"1234567890121\">x</p>"
            })
    void blocksAndCellsPartNumbers(String html) {
        assertThat(screen(html).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tel:0890001234",
                "tel:+66890001234",
                "mailto:a.b%40example.com",
                "mailto:a.b@example.com?subject=x"
            })
    void targetsOfLinksAreLookedAt(String link) {
        assertThat(screen("<a href=\"" + link + "\">ติดต่อ</a>").needsWaiver()).isTrue();
    }

    @Test
    void theLabelInOneCellGoesWithTheNumberInTheNext() {
        assertThat(screen("<tr><th>เลขที่บัญชี</th><td>123-0-00045-6</td></tr>").of(ScreeningAction.BLOCK))
                .extracting(ScreeningFinding::kind)
                .containsExactly(ScreeningKind.BANK_ACCOUNT);
    }

    @Test
    void placesAreThoseOfTheSource() {
        String html = "<h1>หัวข้อ</h1>\n<p>&nbsp;เลข <b>1-2345</b>-67890-12-1</p>";
        ScreeningFinding finding = screen(html).findings().get(0);

        assertThat(html.substring(finding.start(), finding.end())).isEqualTo("1-2345</b>-67890-12-1");
        assertThat(finding).extracting("line", "column").containsExactly(2, 17);
    }

    @Test
    void whateverTheMarkupIsItComesThrough() {
        Random random = new Random(2564);
        List<String> bits = List.of(
                "<",
                ">",
                "</",
                "<!--",
                "-->",
                "&",
                "&#",
                "&#x110000;",
                ";",
                "\"",
                "'",
                "=",
                " ",
                "<a href=",
                "%E0%B9",
                "<td>",
                "ก",
                "1",
                "\ud800",
                "\u202e",
                "/",
                "<![CDATA[",
                "&#49;");
        for (int round = 0; round < 3_000; round++) {
            StringBuilder html = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                html.append(bits.get(random.nextInt(bits.size())));
            }
            assertThat(screen(html.toString())).isNotNull();
            assertThat(screening.redact(new ScreeningPart("body", ScreeningPart.Form.HTML, html.toString())))
                    .isNotNull();
        }
    }

    private ScreeningReport screen(String html) {
        return screening.screen(ScreeningSubject.builder().html("body", html).build());
    }
}
