package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

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
                "<a href=\"java&#9;script:alert(1)\">x</a>",
                "<a href=\"vbscript:alert(1)\">x</a>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>",
                "<svg><script>alert(1)</script></svg>",
                "<template><img src=x onerror=alert(1)></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<xmp><img src=x onerror=alert(1)></xmp>",
                "<body onload=alert(1)>",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<base href=\"javascript:alert(1)//\">",
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
            "<div>",
            "</div>",
            "<pre>",
            "</pre>",
            "\n",
            " ",
            "&nbsp;",
            "<span>",
            "</span>",
            "<ul>",
            "<li>",
            "</ul>",
            "<table>",
            "</table>",
            "<caption>",
            "<tr>",
            "<a id='x' href='#x'>",
            "</a>",
            "<h1>",
            "</h1>",
            "<figure>",
            "<img src='https://example.go.th/a?b=1&c=2' alt='>'>",
            "<script>",
            "</script>",
            "<svg>",
            "<select>",
            "<details>",
            "<summary>",
            "<br>",
            "<ruby>",
            "<rt>",
            "<u>",
            "น\u0E4D\u0E32",
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
        for (int n = 0; n < 6000; n++) {
            StringBuilder body = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
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

    /** Each of these becomes far larger while it is read; five million characters of the third exhaust any memory. */
    @ParameterizedTest
    @ValueSource(strings = {"<b>", "<ul><li>", "<p><b>", "<table><tr><td>", "<p><i id=%d>", "<p>x</p>"})
    void givesUpABodyThatGrowsWhileItIsRead(String part) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; body.length() < 5_000_000; i++) {
            body.append(part.replace("%d", Integer.toString(i)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalHtml.of(body.toString()));
    }

    @Test
    void readsFiveMillionCharactersOfText() {
        String body = "<p>" + "ข้อความ &amp; ".repeat(350_000) + "</p>";
        assertThat(CanonicalHtml.of(body).html()).hasSizeGreaterThan(4_000_000);
    }

    @Test
    void theFormIsOneWhateverTheAuthorTyped() {
        assertThat(CanonicalHtml.of(
                                "\uFEFF <P>ก  ข\r\n ค</P>\n\n\n<p>  </p>ง<br/><b></b> จ &nbsp; &lt; > \" '<table><TR>"
                                        + "<th SCOPE=col Lang=th>๑</table>")
                        .html())
                .isEqualTo("<p>ก ข ค</p>\n<p>ง<br>จ &#xa0; &lt; &gt; \" '</p>\n"
                        + "<table><tbody><tr><th lang=\"th\" scope=\"col\">๑</th></tr></tbody></table>");
    }

    @Test
    void aHeadingOfThePageBecomesOneOfItsParts() {
        CanonicalHtml.Cleaned cleaned = CanonicalHtml.of("<h1>เรื่อง</h1>");
        assertThat(cleaned.html()).isEqualTo("<h2>เรื่อง</h2>");
        assertThat(cleaned.removed()).extracting(Removal::kind).containsExactly(Removal.Kind.REPLACED);
    }

    @Test
    void aLinkWithinTheBodyFindsItsPlaceAndTakesNoNameOfTheSite() {
        CanonicalHtml.Cleaned cleaned =
                CanonicalHtml.of("<p><a href=\"#ข้อ๑\">ไป</a></p><h2 id=\"ข้อ๑\">ข้อ ๑</h2><h2 id=\"ข้อ๑\">ซ้ำ</h2>"
                        + "<table><tr><th id=\"a\">ก</th></tr><tr><td headers=\"a\">ข</td></tr></table>");
        assertThat(cleaned.html())
                .contains(
                        "<a href=\"#c-ข้อ๑\">",
                        "<h2 id=\"c-ข้อ๑\">",
                        "<h2>ซ้ำ</h2>",
                        "<th id=\"c-a\">",
                        "headers=\"c-a\"");
        assertThat(cleaned.removed()).hasSize(1);
    }

    @Test
    void anImageWithoutATextIsTheAuthorsToMend() {
        assertThat(CanonicalHtml.of("<img src=\"https://example.go.th/a.png\">").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.place()).contains("example.go.th/a.png"));
        assertThat(CanonicalHtml.of("<img src=\"https://example.go.th/a.png\" alt=\"\">")
                        .findings())
                .isEmpty();
    }

    @Test
    void whatWasTakenOutIsToldWithItsPlaceAndItsNumber() {
        CanonicalHtml.Cleaned cleaned = CanonicalHtml.of(
                "<p>ย่อหน้าแรกที่ยาวพอสมควรของเรื่อง<script>a()</script></p><!-- ลับ --><p onclick=\"a()\">สอง</p>"
                        + "<font>ก</font><font>ข</font><p>\u202Eค</p><p></p>");
        assertThat(cleaned.removed())
                .extracting(Removal::kind, Removal::found, Removal::place, Removal::times)
                .containsExactly(
                        tuple(Removal.Kind.ELEMENT_AND_CONTENT, "<script>", "p", 1),
                        tuple(Removal.Kind.COMMENT, "<!-- ลับ -->", "body", 1),
                        tuple(Removal.Kind.EVENT_HANDLER, "<p onclick=\"a()\">", "p", 1),
                        tuple(Removal.Kind.ELEMENT, "<font>", "body", 2),
                        tuple(Removal.Kind.CHARACTER, "U+202E", "p", 1),
                        tuple(Removal.Kind.EMPTY, "<p>", "p", 1));
        assertThat(cleaned.removed().get(0).near()).startsWith("ย่อหน้าแรก").endsWith("…");
    }

    @Test
    void theListOfWhatWasTakenOutHasAnEnd() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            body.append("<x").append(i).append('>');
            body.append("</x").append(i).append(">ก");
        }
        assertThat(CanonicalHtml.of(body.toString()).removed())
                .hasSize(Removals.MOST + 1)
                .last()
                .satisfies(more -> assertThat(more.times()).isEqualTo(5_000 - Removals.MOST));
    }

    @Test
    void aFramesetIsNoBody() {
        assertThat(CanonicalHtml.of("<frameset onload=alert(1)><frame src=x></frameset>")
                        .html())
                .isEmpty();
    }

    @Test
    void aPreformattedTextKeepsItsLines() {
        String body = "<pre>ก\n  ข\n\nค</pre>";
        assertThat(CanonicalHtml.of("\n" + body.replace("<pre>", "<pre>\n\n")).html())
                .isEqualTo(body);
    }
}
