package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalHtmlTest {

    @Test
    void keepsWhatGovernmentPagesNeed() {
        String body =
                "<h2>หลักเกณฑ์</h2><table><thead><tr><th scope=\"col\">ลำดับ</th></tr></thead><tbody><tr><td>๑</td></tr>"
                        + "</tbody></table><ul><li lang=\"en\">one</li></ul><p>ดู <a href=\"https://www.example.go.th/\">เว็บไซต์</a></p>"
                        + "<figure><img src=\"https://www.example.go.th/a.png\" alt=\"แผนภูมิ\"><figcaption>แผนภูมิ</figcaption></figure>";
        CanonicalHtml.Cleaned cleaned = CanonicalHtml.of(body);
        assertThat(cleaned.removed()).isEmpty();
        assertThat(cleaned.html())
                .contains(
                        "<th scope=\"col\">ลำดับ</th>", "<li lang=\"en\">one</li>", "<figcaption>แผนภูมิ</figcaption>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=\"alert(1)\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"jAvAsCrIpT&colon;alert(1)\">x</a>",
                "<img src=x onerror=alert(1)>",
                "<iframe src=\"https://example.org\"></iframe>",
                "<style>p{}</style>",
                "<svg onload=alert(1)></svg>",
                "<form action=\"https://example.org\"><input></form>",
                "<p style=\"position:fixed\">x</p>",
                "<img src=\"http://example.org/a.png\" alt=\"\">",
                "<img src=\"data:image/svg+xml;base64,AAAA\" alt=\"\">"
            })
    void takesOutWhatRunsAndReportsIt(String hostile) {
        CanonicalHtml.Cleaned cleaned = CanonicalHtml.of("<p>ข้อความ</p>" + hostile);
        assertThat(cleaned.removed()).isNotEmpty();
        assertThat(cleaned.html().toLowerCase(Locale.ROOT))
                .contains("ข้อความ")
                .doesNotContain(
                        "<script",
                        "onclick",
                        "onerror",
                        "onload",
                        "javascript",
                        "<iframe",
                        "<style",
                        "style=",
                        "<svg",
                        "<form",
                        "data:",
                        "http://");
    }

    @Test
    void cleaningTwiceChangesNothingMore() {
        long seed = 20260822;
        Random random = new Random(seed);
        String[] parts = {
            "<p>",
            "</p>",
            "<b>",
            "</i>",
            "ที่",
            "&amp;",
            "<",
            ">",
            "<a href='x:y'>",
            "\"",
            "<td>",
            "\u0000",
            "<!--",
            "-->"
        };
        for (int n = 0; n < 2000; n++) {
            StringBuilder body = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                body.append(parts[random.nextInt(parts.length)]);
            }
            String once = CanonicalHtml.of(body.toString()).html();
            assertThat(CanonicalHtml.of(once).html())
                    .as("seed %d, case %d: %s", seed, n, body)
                    .isEqualTo(once);
        }
    }

    @Test
    void keepsThaiAsItIs() {
        String thai = "<p>น้ำท่วมที่ปั๊ม ญุ ฐู ๆ ฯลฯ ก\u200bข</p>";
        assertThat(CanonicalHtml.of(thai).html()).isEqualTo(thai);
    }

    @Test
    void refusesABodyNestedTooDeep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalHtml.of("<div>".repeat(10_000)))
                .withMessageContaining("deeper");
    }
}
