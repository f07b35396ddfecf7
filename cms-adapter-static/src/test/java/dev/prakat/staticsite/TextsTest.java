package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts that are put into a template once print what they print when they are looked up for every page. */
final class TextsTest {

    private static final String TEMPLATE =
            "<p>{{t.search}} {{ t.menu }}</p>\n{{t.blank}}{{#flag}}\n{{t.braces}}\n{{/flag}}\n{{t.nothing}}{{tx.search}}{{{t.search}}}";

    private final Texts texts = Texts.of(
            Locale.ENGLISH,
            new ThemeFiles(Map.of("messages_en.properties", "search=Find <it> & go\nblank=\nbraces={{title}}\n")));

    @Test
    void whatIsNoPlainTextStaysATag() {
        assertThat(texts.in(TEMPLATE))
                .startsWith("<p>Find &lt;it&gt; &amp; go " + texts.get("menu") + "</p>\n")
                .endsWith("\n{{t.blank}}{{#flag}}\n{{t.braces}}\n{{/flag}}\n{{t.nothing}}{{tx.search}}{{{t.search}}}");
    }

    @Test
    void thePageIsTheSame() {
        String template = TEMPLATE.substring(0, TEMPLATE.indexOf("{{t.nothing}}"));
        Map<String, Object> model = Map.of("t", texts.all(), "flag", true, "title", "never printed");
        String page = new MustacheTemplates(name -> texts.in(template)).render("page", model);

        assertThat(page).isEqualTo(new MustacheTemplates(name -> template).render("page", model));
        assertThat(page)
                .contains("Find &lt;it&gt; &amp; go")
                .contains("{{title}}")
                .doesNotContain("never");
    }
}
