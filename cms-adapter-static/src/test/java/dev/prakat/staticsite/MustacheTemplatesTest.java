package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template of an agency reads its model and nothing else. */
class MustacheTemplatesTest {

    /** What a template could reach by reflection if it were let. */
    public static final class Secret {
        /** A field that stays out of reach. */
        public final String field = "the password";

        /** A method that stays out of reach. */
        public String getMethod() {
            return "the password";
        }

        @Override
        public String toString() {
            return "a secret";
        }
    }

    private static final Map<String, Object> MODEL = Map.of(
            "title",
            "<ชื่อ>",
            "list",
            List.of(Map.of("name", "หนึ่ง"), Map.of("name", "สอง")),
            "secret",
            new Secret(),
            "path",
            Path.of("etc"),
            "flag",
            true);

    @Test
    void readsMapsListsTextsAndTruthValuesAndEscapes() {
        assertThat(rendered("{{title}} {{#list}}[{{name}}]{{/list}} {{#flag}}yes{{/flag}}"))
                .isEqualTo("&lt;ชื่อ&gt; [หนึ่ง][สอง] yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{class}}",
                "{{title.class}}",
                "{{title.bytes}}",
                "{{title.length}}",
                "{{title.getClass.forName}}",
                "{{list.size}}",
                "{{list.iterator}}",
                "{{secret.field}}",
                "{{secret.method}}",
                "{{secret.getMethod}}",
                "{{secret.class.classLoader}}",
                "{{#secret}}{{field}}{{/secret}}",
                "{{#title}}{{bytes}}{{/title}}",
                "{{path.fileSystem}}",
                "{{#path}}{{toFile}}{{/path}}",
                "{{nothing}}",
                "{{#nothing}}x{{/nothing}}"
            })
    void reachesNoMethodAndNoFieldAndNoNameThatTheModelLacks(String template) {
        assertThatThrownBy(() -> rendered(template)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{>../../../../etc/passwd}}",
                "{{>/etc/passwd}}",
                "{{>file:///etc/passwd}}",
                "{{>messages_th.properties}}",
                "{{>ITEM}}",
                "{{>no-such-template}}"
            })
    void aPartialIsATemplateOfTheThemeAndNoOtherFile(String template) {
        ThemeFiles files = new ThemeFiles();
        Templates templates = new MustacheTemplates(name -> name.equals("page") ? template : files.template(name));

        assertThatThrownBy(() -> templates.render("page", MODEL)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{{title}}}",
                "{{{ title }}}",
                "{{&title}}",
                "{{ & title }}",
                "{{#flag}}{{{title}}}{{/flag}}",
                "{{=<% %>=}}<%& title %>",
                "{{{bodyHtml}}}{{{title}}}"
            })
    void nothingButCleanedHtmlIsPrintedAsItIs(String template) {
        assertThatThrownBy(() -> rendered(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected two braces");
    }

    @Test
    void cleanedHtmlIsPrintedAsItIs() {
        Templates templates = new MustacheTemplates(name -> "{{{bodyHtml}}}{{& bodyHtml }}");

        assertThat(templates.render("page", Map.of("bodyHtml", "<p>"))).isEqualTo("<p><p>");
    }

    private static String rendered(String template) {
        return new MustacheTemplates(name -> template).render("page", MODEL);
    }
}
