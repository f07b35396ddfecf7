package dev.prakat.wordpress;

import dev.prakat.item.CleanBody;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bodies in Thai and English with everything that may be in one, and what authors write beside that. The same for the same generator. */
final class GeneratedBody {

    private static final List<String> WORDS = List.of(
            "ประกาศ",
            "สำนักงานประกันสังคม",
            "น้ำท่วม",
            "ฉบับที่ ๒",
            "the notice",
            "A & B",
            "x < y",
            "y > z",
            "\"อ้าง\"",
            "it's",
            "50%",
            "[gallery ids=1]",
            "[อ้างอิง]",
            "--",
            "&nbsp;",
            "&amp;amp;",
            "😀",
            "👩‍💻",
            "ก\u200bข",
            "C:\\temp\\new",
            "a\tb",
            "https://www.example.go.th/?a=1&b=2",
            "1,000.50 บาท",
            "$1",
            "{{x}}",
            "<!-- ความเห็น -->",
            "&copy; ๒๕๖๙",
            "<b>หนา",
            "ᐈ",
            "…");
    private static final List<String> INLINE = List.of(
            "strong",
            "em",
            "u",
            "s",
            "small",
            "sub",
            "sup",
            "mark",
            "code",
            "kbd",
            "q",
            "span lang=\"en\"",
            "abbr title=\"ข้อ & ข้อ\"",
            "cite",
            "del",
            "ins");
    private static final List<String> LINKS = List.of(
            "https://www.example.go.th/ก?ข=1&c=2#x",
            "mailto:info@example.go.th?subject=a%20b",
            "tel:+6620000000",
            "#หัวข้อ",
            "javascript:alert(1)");

    private final RandomGenerator random;

    GeneratedBody(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        StringBuilder html = new StringBuilder();
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            block(html, 3);
        }
        return CleanBody.of(html + "<p>จบ</p>");
    }

    private void block(StringBuilder html, int depth) {
        switch (random.nextInt(depth > 0 ? 11 : 3)) {
            case 0 -> wrap(html, "h" + (2 + random.nextInt(4)), "", 0);
            case 1, 2 -> wrap(html, "p", random.nextBoolean() ? "" : " style=\"text-align:center;\" class='x'", 0);
            case 3 -> list(html, random.nextBoolean() ? "ul" : "ol start=\"3\"", depth);
            case 4 -> table(html);
            case 5 -> wrap(html, "blockquote", "", depth);
            case 6 ->
                html.append("<details><summary>")
                        .append(text())
                        .append("</summary><p>")
                        .append(text())
                        .append("</p></details>\n");
            case 7 ->
                html.append("<figure><img src=\"https://www.example.go.th/a.png?x=1&amp;y=2\" alt=\"ภาพ ")
                        .append(word().replace("\"", "&quot;"))
                        .append("\" width=\"300\" height=\"200\"><figcaption>")
                        .append(text())
                        .append("</figcaption></figure>");
            case 8 ->
                html.append("<dl><dt>")
                        .append(text())
                        .append("</dt><dd>")
                        .append(text())
                        .append("</dd></dl>");
            case 9 ->
                html.append("<pre>บรรทัด  ๑\n\n  บรรทัด ๒ ").append(text()).append("</pre>");
            default -> wrap(html, "section", " id=\"ส่วน-" + random.nextInt(9) + "\" lang=\"th\"", depth);
        }
    }

    private void wrap(StringBuilder html, String tag, String attributes, int depth) {
        html.append('<').append(tag).append(attributes).append('>');
        if (depth > 0) {
            block(html, depth - 1);
        } else {
            html.append(text());
        }
        html.append("</").append(tag).append(">\n");
    }

    private void list(StringBuilder html, String tag, int depth) {
        html.append('<').append(tag).append('>');
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            html.append("<li>").append(text());
            if (depth > 0 && random.nextInt(4) == 0) {
                list(html, "ul", depth - 1);
            }
            html.append("</li>");
        }
        html.append("</").append(tag, 0, 2).append('>');
    }

    private void table(StringBuilder html) {
        html.append("<table><caption>")
                .append(text())
                .append("</caption><thead><tr><th scope=\"col\" colspan=\"2\">")
                .append(text())
                .append("</th></tr></thead><tbody>");
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            html.append("<tr><td>")
                    .append(text())
                    .append("</td><td rowspan=\"1\">")
                    .append(text())
                    .append("</td></tr>");
        }
        html.append("</tbody></table>");
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(1, 8); n > 0; n--) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    String tag = INLINE.get(random.nextInt(INLINE.size()));
                    text.append('<')
                            .append(tag)
                            .append('>')
                            .append(word())
                            .append("</")
                            .append(tag.split(" ", 2)[0])
                            .append('>');
                }
                case 1 ->
                    text.append("<a href=\"")
                            .append(LINKS.get(random.nextInt(LINKS.size())))
                            .append("\" target=_blank>")
                            .append(word())
                            .append("</a>");
                case 2 -> text.append("<br>");
                default -> text.append(word()).append(' ');
            }
        }
        return text.toString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
