package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPageTest {

    private static final Locale THAI = Locale.forLanguageTag("th");

    @ParameterizedTest
    @ValueSource(strings = {"sso-website", "pathumthani-pho", "phan-dho"})
    void showsEveryProcedureAsADiagramAndEveryRowOfTheMatrix(String id) throws IOException {
        AgencyPolicy policy = AgencyPolicy.builtIn(id);
        Document page = Jsoup.parse(html(policy, THAI));

        assertThat(page.select("html").attr("lang")).isEqualTo("th");
        assertThat(page.select("figure > svg[role=img][aria-label]"))
                .hasSize(policy.procedures().size());
        policy.procedures()
                .forEach(procedure -> assertThat(page.select("figure > svg").stream()
                                .filter(svg -> svg.attr("aria-label").equals(procedure.labelTh()))
                                .findFirst()
                                .orElseThrow()
                                .select("rect"))
                        .hasSize(procedure.steps().size()));
        assertThat(page.select("#matrix ~ .wide").first().select("tbody tr"))
                .hasSize(policy.matrix().rows().size());
        assertThat(page.text()).contains(policy.nameTh(), policy.version().substring(0, 12));
    }

    @Test
    void everyTextStaysInsideThePicture() throws IOException {
        for (String id : AgencyPolicy.builtInIds()) {
            for (Element text :
                    Jsoup.parse(html(AgencyPolicy.builtIn(id), THAI)).select("svg text")) {
                int x = Integer.parseInt(text.attr("x"));
                assertThat(x).as(text.text()).isBetween(0, 760);
            }
        }
    }

    @Test
    void standsAloneAndRunsNothing() throws IOException {
        String html = html(AgencyPolicy.builtIn("sso-website"), THAI);
        Document page = Jsoup.parse(html);

        assertThat(page.select("script, link, img, iframe, object, form, style[src], [onclick], [onload]"))
                .isEmpty();
        assertThat(html).doesNotContain("http://", "https://");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .contains("default-src 'none'");
    }

    @Test
    void isWellFormed() throws IOException {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        parser.parseInput(html(AgencyPolicy.builtIn("phan-dho"), THAI), "");

        assertThat((Object) parser.getErrors()).isInstanceOf(ParseErrorList.class);
        assertThat(parser.getErrors()).isEmpty();
    }

    @Test
    void escapesWhateverAPolicyHolds(@TempDir Path temp) throws IOException {
        String nasty = "\"><script>alert(1)</script>&'";
        PolicyFolder folder = PolicyFolder.copyOfSsoWebsite(temp)
                .replace("texts_th.properties", "policy.name=", "policy.name=" + nasty)
                .replace("texts_th.properties", "procedure.s001-2-1-1=", "procedure.s001-2-1-1=" + nasty)
                .replace("texts_th.properties", "procedure.s001-2-1-1.agree=", "procedure.s001-2-1-1.agree=" + nasty)
                .replace("matrix.csv", "ติดต่อประกันสังคม", "\"" + nasty.replace("\"", "\"\"") + "\"");
        AgencyPolicy policy = AgencyPolicy.load(folder.path());
        String html = html(policy, THAI);

        assertThat(html).doesNotContain("<script");
        assertThat(Jsoup.parse(html).select("script")).isEmpty();
        assertThat(Jsoup.parse(html).select("h1").text()).startsWith(nasty);
        assertThat(Jsoup.parse(html).select("figure > svg").first().attr("aria-label"))
                .startsWith(nasty);
    }

    @Test
    void isThereInEnglishToo() throws IOException {
        String html = html(AgencyPolicy.builtIn("phan-dho"), Locale.ENGLISH);

        assertThat(html).contains("lang=\"en\"", "Responsibility matrix", "The Web Master publishes");
    }

    private static String html(AgencyPolicy policy, Locale locale) throws IOException {
        StringWriter out = new StringWriter();
        PolicyPage.write(out, policy, locale);
        return out.toString();
    }
}
