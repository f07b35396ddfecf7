package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.problem.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in a theme before a site is rendered with it. */
final class ThemeLintTest {

    @Test
    void nothingIsFoundInTheDefaultThemeOrInACopyOfAllItsFiles() {
        Map<String, String> copy = new TreeMap<>();
        List.of(ThemeFiles.PAGES, ThemeFiles.PARTS)
                .forEach(names -> names.forEach(name -> copy.put(name + ".mustache", text(name + ".mustache"))));
        List.of("fonts.css", "site.css", "pages.css", "print.css").forEach(name -> copy.put(name, text(name)));
        copy.replaceAll((name, text) -> latin(text));

        assertThat(ThemeLint.look(Map.of())).isEmpty();
        assertThat(ThemeLint.look(copy)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // file | what stands there | what takes its place | what is told
                "item.mustache | {{{bodyHtml}}} | {{bodyHtml}} | lacks the text 'เนื้อหาตัวอย่าง'",
                "item.mustache | {{heading}} | {{{heading}}} | found {{{heading}}}",
                "item.mustache | {{heading}} | {{& heading }} | only {{{bodyHtml}}} was cleaned",
                "item.mustache | {{heading}} | {{=<% %>=}}<%heading%> | {{=",
                "item.mustache | {{heading}} | {{headline}} | 'headline', which no page has",
                "item.mustache | {{t.contact}}: {{contact}} | | a withdrawn item with everything, th: lacks the text",
                "item.mustache | {{published.text}} | {{published.iso}} | lacks the text",
                "item.mustache | href=\"{{href}}\" download | href=\"{{name}}\" download | found a text in href",
                "item.mustache | href=\"{{href}}\" download | href={{href}} download | expected quotes",
                "item.mustache | <p class=\"kicker\" | <p style=\"color:red\" class=\"kicker\" | expected no style in a template",
                "item.mustache | <p class=\"kicker\" | <p OnClick = \"x()\" class=\"kicker\" | expected nothing that runs",
                "item.mustache | <p class=\"kicker\" | <script>x()</script><p class=\"kicker\" | expected no element that runs",
                "item.mustache | <p class=\"kicker\" | <img src=\"https://example.org/a.png\"><p class=\"kicker\" | on another server",
                "item.mustache | <p class=\"kicker\" | <p id=\"main\" class=\"kicker\" | found the id 'main' more than once",
                "item.mustache | {{#hasUnits}} | {{#hasUnit}} | cannot be",
                "item.mustache | {{>top}} | <!DOCTYPE html> | expected {{>top}} as the first",
                "notice.mustache | {{contact}} | | the notice after a take-down",
                "notice.mustache | {{formerTitle}}</dd> | </dd> | ชื่อเดิม",
                "top.mustache | default-src 'none' | default-src * | down to the Content-Security-Policy, unchanged",
                "top.mustache | {{siteMark}} | none | prakat-site",
                "top.mustache | content=\"{{marker}}\" | content=\"x\" | no take-down could be proven",
                "top.mustache | content=\"noindex\" | content=\"all\" | lacks noindex",
                "top.mustache | {{t.preview}} | | lacks the text 'Preview before",
                "top.mustache | href=\"#main\" | href=\"#start\" | for keyboards",
                "bottom.mustache | href=\"{{accessibility}}\" | href=\"{{home}}\" | lacks a link to accessibility/index.html",
                "entries.mustache | data-prakat=\"{{marker}}\" | class=\"x\" | no take-down could be proven",
                "entries.mustache | href=\"{{href}}\" | href=\"#\" | lacks a link to",
                "search.mustache | id=\"search-more\" | id=\"more\" | 'search-more', which search works with",
                "transparency.mustache | {{cell}} | {{label}} | กองหนึ่ง",
                "site.css | *, *::before | @import \"x.css\"; *, *::before | found @import",
                "site.css | *, *::before | .x { background: url(https://example.org/a.png) } *, *::before | found another url",
                "site.css | *, *::before | .x { background: url(\"seal.png\") } *, *::before | no file of the theme",
            })
    void aSlipInAFileOfTheThemeIsFound(String file, String there, String instead, String told) {
        String changed = text(file).replace(there, instead == null ? "" : instead);
        assertThat(changed).isNotEqualTo(text(file));

        assertThat(lines(Map.of(file, changed))).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "items.mustache | x | unknown name",
                "../item.mustache | x | unknown name",
                "search.js | x | expected no scripts",
                "Logo.PNG | x | unknown name",
                "emblem.png | <svg> | other content than its name says",
                "seal.png | \u0089PNG | no style sheet names",
                "messages_th.properties | homeHeadline=x | which no template prints",
                "messages_th.properties | homeHeading= | found no text",
                "messages_en.properties | updated=Last updated | expected [{0}]",
            })
    void aFileThatIsNoPartOfAThemeIsFound(String name, String content, String told) {
        assertThat(lines(Map.of(name, content))).contains(told);
    }

    @Test
    void oneSlipDoesNotHideTheNext() {
        assertThat(lines(Map.of(
                        "entries.mustache", "{{#entries}}{{#none}}{{>other}}{{/none}}<p>{{{title}}}</p>{{/entries}}")))
                .contains("{{{title}}}", "'none'", "'other'", "data-prakat", "lacks a link to d/261122-sample-full/");
    }

    @Test
    void aMistakeThatManyPagesShareIsToldOnceWithTheNumberOfPagesAndAnExample() {
        Map<String, String> own = new TreeMap<>();
        own.put("top.mustache", text("top.mustache").replace("{{t.skip}}", "").replace("{{siteMark}}", "x"));
        own.put("bottom.mustache", text("bottom.mustache").replace("{{accessibility}}", "{{home}}"));
        own.put("entries.mustache", text("entries.mustache").replace("data-prakat=\"{{marker}}\"", ""));
        own.put("item.mustache", text("item.mustache").replace("{{contact}}", ""));
        own.replaceAll((name, text) -> latin(text));

        assertThat(ThemeLint.look(own).stream().map(f -> f.place() + " " + f.message()))
                .satisfiesExactlyInAnyOrder(
                        f -> assertThat(f)
                                .startsWith("bottom.mustache or top.mustache on 42 of 44 pages, for example an item")
                                .contains("ข้ามไปยังเนื้อหาหลัก", "the words of the link to the content"),
                        f -> assertThat(f)
                                .startsWith("bottom.mustache or top.mustache on 44 of 44 pages, for example an item")
                                .contains("prakat-site"),
                        f -> assertThat(f)
                                .startsWith("bottom.mustache or top.mustache on 36 of 44 pages, for example an item")
                                .contains("lacks a link to accessibility/index.html"),
                        f -> assertThat(f)
                                .startsWith("entries.mustache or bottom.mustache or top.mustache on 6 of 44 pages,"
                                        + " for example the home page")
                                .contains("data-prakat"),
                        f -> assertThat(f)
                                .startsWith("item.mustache or bottom.mustache or top.mustache on 4 of 44 pages,"
                                        + " for example a withdrawn item")
                                .contains("the contact of the notice"));
    }

    @Test
    void bytesThatAreNoTextAreFound() {
        assertThat(ThemeLint.look(Map.of("agency.css", "\u00e0\u00b8")))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("no UTF-8"));
    }

    private static String lines(Map<String, String> own) {
        Map<String, String> latin = new TreeMap<>(own);
        latin.replaceAll((name, text) -> name.endsWith(".png") ? text : latin(text));
        return ThemeLint.look(latin).stream().map(Finding::line).collect(Collectors.joining("\n"));
    }

    private static String text(String name) {
        return new String(ThemeFiles.packaged(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
