package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.item.CleanBody;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The text of a body without a parser is the one that the parser gives, or none. */
final class PlainBodyTest {

    private static final int BODIES = 20_000;

    private static final List<String> PIECES = List.of(
            "<p>",
            "</p>",
            "<h2>",
            "</h2>",
            "<ul>",
            "</ul>",
            "<ol>",
            "</ol>",
            "<li>",
            "</li>",
            "<blockquote>",
            "</blockquote>",
            "<strong>",
            "</strong>",
            "<em>",
            "</em>",
            "<span lang=\"en\">",
            "</span>",
            "<br>",
            "<a href=\"https://example.go.th/?a=1&amp;b=%3E\">",
            "</a>",
            "<table><tbody><tr><td>",
            "</td></tr></tbody></table>",
            "<pre>",
            "</pre>",
            "<hr>",
            "<div>",
            "</div>",
            "<!-- x -->",
            "ประกาศ",
            "ผล",
            " ",
            "\n",
            "\u00A0",
            "&nbsp;",
            "&amp;",
            "&lt;b&gt;",
            "&quot;",
            "&#3585;",
            "&",
            "<",
            ">",
            "\u200B",
            "\u00AD",
            "1 < 2",
            "</",
            "<P>",
            "<p/>",
            "<br/>",
            "<p title='>'>",
            "<p title=\">\">",
            "</p >",
            "\u0000",
            "AT&T",
            "๑๒๓");

    @Test
    void everyCleanBodyHasTheTextThatTheParserGives() {
        Random random = new Random(2569_1122L);
        int read = 0;
        for (int i = 0; i < BODIES; i++) {
            String html = CleanBody.of(soup(random));
            read += PlainBody.text(html).isPresent() ? 1 : 0;
            check(html);
        }
        assertThat(read).as("bodies that need no parser").isBetween(BODIES / 20, BODIES - 1);
    }

    @Test
    void soDoesWhatIsNoCleanBody() {
        Random random = new Random(2569_1123L);
        for (int i = 0; i < BODIES; i++) {
            check(soup(random));
        }
    }

    @Test
    void mostBodiesNeedNoParser() {
        String html =
                CleanBody.of("<h2>ผล</h2><p>ประ<strong>กาศ</strong> &amp; <a href=\"https://example.go.th/\">ผล</a></p>"
                        + "<ul><li>หนึ่ง<ol><li>สอง</li></ol></li></ul><blockquote><p>สาม<br>สี่</p></blockquote>");

        assertThat(PlainBody.text(html).map(SearchText::plain)).contains("ผล ประกาศ & ผล หนึ่ง สอง สาม สี่");
        assertThat(PlainBody.text("<table></table>")).isEmpty();
    }

    private static void check(String html) {
        Optional<String> text = PlainBody.text(html);
        text.ifPresent(t -> assertThat(SearchText.plain(t))
                .as(html)
                .isEqualTo(SearchText.plain(Jsoup.parseBodyFragment(html).body().text())));
    }

    private static String soup(Random random) {
        StringBuilder html = new StringBuilder();
        for (int n = random.nextInt(12); n >= 0; n--) {
            html.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return html.toString();
    }
}
