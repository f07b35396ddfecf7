package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cells of a table are put to the right. */
final class NumberColumnsTest {

    private static final String HEAD =
            "<thead><tr><th scope=\"col\">ลำดับ</th><th scope=\"col\">รายการ</th><th scope=\"col\">วงเงิน</th></tr></thead>";

    @Test
    void aColumnOfNumbersIsMarkedWithItsHeadingAndNothingElseChanges() {
        String table = "<table><caption>งบ &lt;1&gt;</caption>" + HEAD + "<tbody>"
                + "<tr><td>1</td><td>โต๊ะ 2 ตัว</td><td>1,250,000.00</td></tr>"
                + "<tr><td>2</td><td>เก้าอี้</td><td lang=\"th\">๘๖๐</td></tr>"
                + "<tr><td>3</td><td>-</td><td>-</td></tr></tbody></table>";

        String marked = NumberColumns.mark(table);
        assertThat(marked(marked)).containsExactly("วงเงิน", "1,250,000.00", "๘๖๐", "-");
        assertThat(marked.replace(" class=\"number\"", "")).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-4", "\u22124.5", "12.5%", "12.5 %", "<strong>999</strong>", "1,000", "&nbsp;7 "})
    void thisIsANumber(String cell) {
        assertThat(marked(NumberColumns.mark(table(cell, "50")))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02-123-4567",
                "0101",
                "1,25",
                "1.2.3",
                "12 บาท",
                "x",
                "1/2569",
                "1<sup>2</sup>a",
                "<img alt=\"5\" src=\"a.png\">5a"
            })
    void thisIsNoneAndItsColumnStaysAsItIs(String cell) {
        assertThat(NumberColumns.mark(table(cell, "50"))).isEqualTo(table(cell, "50"));
    }

    @Test
    void rowsThatAreCountedAndEmptyColumnsStayAsTheyAre() {
        assertThat(NumberColumns.mark(table("1", "2", "3"))).isEqualTo(table("1", "2", "3"));
        assertThat(NumberColumns.mark(table("", "-"))).isEqualTo(table("", "-"));
        assertThat(marked(NumberColumns.mark(table("2", "3")))).containsExactly("2", "3");
    }

    @Test
    void aTableThatSpansOrHasAnotherWithinStaysAsItIs() {
        String spans = "<table><tr><td colspan=\"2\">10</td></tr><tr><td>10</td><td>20</td></tr></table>";
        String nested = "<table><tr><td>10<table><tr><td>20</td></tr></table></td></tr></table>";
        assertThat(NumberColumns.mark(spans)).isEqualTo(spans);
        assertThat(NumberColumns.mark(nested)).isEqualTo(nested);
    }

    @Test
    void aTagWithinAnAttributeIsNoCell() {
        String table = "<table><tr><td title=\"<td>\">50</td><td>ก</td></tr></table>";
        assertThat(NumberColumns.mark(table))
                .isEqualTo("<table><tr><td class=\"number\" title=\"<td>\">50</td><td>ก</td></tr></table>");
    }

    @Test
    void eachTableOfABodyIsLookedAtByItself() {
        String body = "<p>5</p>" + table("50") + "<p>ก</p>" + table("ก") + table("60");
        String framed = new BodyFrame("ตาราง").around(body);

        assertThat(marked(framed)).containsExactly("50", "60");
        assertThat(Jsoup.parse(framed).select("div.scroll > table")).hasSize(3);
    }

    private static String table(String... cells) {
        return Stream.of(cells)
                .map(cell -> "<tr><td>" + cell + "</td></tr>")
                .collect(Collectors.joining("", "<table><tbody>", "</tbody></table>"));
    }

    private static List<String> marked(String html) {
        return Jsoup.parse(html).select("td.number, th.number").stream()
                .map(Element::text)
                .toList();
    }
}
