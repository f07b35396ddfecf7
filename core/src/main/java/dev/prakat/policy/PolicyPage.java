package dev.prakat.policy;

import dev.prakat.category.Category;
import dev.prakat.duty.Duty;
import dev.prakat.duty.DutyCell;
import dev.prakat.duty.MatrixRow;
import dev.prakat.problem.Finding;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.StandingDuty;
import dev.prakat.procedure.Step;
import dev.prakat.window.WindowTerms;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A policy as one page that a director can read: each procedure with its diagram, the responsibility matrix, standing duties,
 * periods, what the agency chose and what is left open. The page stands alone: no script, no picture, font or style from
 * elsewhere. Everything that comes from the policy is escaped. One use, one thread.
 */
public final class PolicyPage {

    private final AgencyPolicy policy;
    private final PageWords words;
    private final StringBuilder html = new StringBuilder();

    private PolicyPage(AgencyPolicy policy, Locale locale) {
        this.policy = policy;
        this.words = new PageWords(policy, locale);
    }

    /**
     * Writes the page in UTF-8 text.
     *
     * @param out where to write; flushed, not closed
     * @param policy the policy
     * @param locale Thai for any locale of the language {@code th}, else English
     * @throws IOException if the writer cannot be written to
     */
    public static void write(Writer out, AgencyPolicy policy, Locale locale) throws IOException {
        out.write(new PolicyPage(policy, locale).page());
        out.flush();
    }

    private String page() {
        String title = words.either(policy.nameTh(), policy.nameEn());
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.language())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\"")
                .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>")
                .append(PageWords.escaped(title))
                .append("</title>\n<style>\n")
                .append(PageStyle.CSS)
                .append("</style>\n</head>\n<body>\n")
                .append(PageStyle.ARROW)
                .append("<header>\n");
        element("p", words.either(policy.agencyNameTh(), policy.agencyNameEn()));
        element("h1", title);
        element(
                "p",
                words.text("version") + " " + policy.id() + " "
                        + policy.version().substring(0, 12));
        html.append("</header>\n");
        contents();
        html.append("<main>\n");
        procedures();
        matrix();
        standing();
        windows();
        settings();
        gaps();
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void contents() {
        html.append("<nav aria-label=\"")
                .append(PageWords.escaped(words.text("contents")))
                .append("\"><ul>\n");
        for (String part : List.of("procedures", "matrix", "standing", "windows", "settings", "gaps")) {
            html.append("<li><a href=\"#").append(part).append("\">");
            html.append(PageWords.escaped(words.text(part))).append("</a></li>\n");
        }
        html.append("</ul></nav>\n");
    }

    private void procedures() {
        heading("procedures");
        for (Procedure procedure : policy.procedures()) {
            element("h3", words.either(procedure.labelTh(), procedure.labelEn()));
            element("p", words.text("applies") + ": " + words.applies(procedure) + " [" + procedure.rule() + "]");
            html.append("<figure>\n")
                    .append(ProcedureDiagram.svg(procedure, words))
                    .append("</figure>\n");
            head(words.either(procedure.labelTh(), procedure.labelEn()), "step", "who", "time", "result", "rule");
            for (Step step : procedure.steps()) {
                row(
                        words.step(step),
                        words.who(step.who()),
                        words.limit(step.within(), procedure),
                        results(procedure, step),
                        step.rule());
            }
            html.append("</tbody></table></div>\n");
        }
    }

    private String results(Procedure procedure, Step step) {
        List<String> results = new ArrayList<>();
        step.on()
                .forEach((outcome, way) -> results.add(words.text("outcome." + outcome) + " → "
                        + way.targets().stream()
                                .map(target -> words.target(procedure, target))
                                .collect(Collectors.joining(" / "))
                        + (way.assignTo().isEmpty() ? "" : " (" + String.join(", ", way.assignTo()) + ")")));
        if (step.then() != null) {
            results.add("→ " + words.target(procedure, step.then().to()));
        }
        if (step.freezesCategory()) {
            results.add(words.text("freezes"));
        }
        return String.join("; ", results);
    }

    private void matrix() {
        heading("matrix");
        html.append("<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\"></th><th scope=\"col\">")
                .append(PageWords.escaped(words.text("column.category")))
                .append("</th>");
        for (Duty duty : policy.duties()) {
            html.append("<th scope=\"col\">")
                    .append(PageWords.escaped(words.either(duty.labelTh(), duty.labelEn())))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (MatrixRow row : policy.matrix().rows()) {
            List<Category> path = policy.categories().path(row.category());
            Category category = path.get(path.size() - 1);
            html.append("<tr")
                    .append(category.group() ? " class=\"group\"" : "")
                    .append("><td>")
                    .append(PageWords.escaped(row.row()))
                    .append("</td><th scope=\"row\" class=\"depth")
                    .append(Math.min(path.size(), 4))
                    .append("\">")
                    .append(PageWords.escaped(category.label()))
                    .append("</th>");
            for (Duty duty : policy.duties()) {
                html.append("<td>")
                        .append(PageWords.escaped(
                                row.cell(duty.id()).map(DutyCell::printed).orElse("")))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }

    private void standing() {
        heading("standing");
        head(words.text("standing"), "duty", "who", "every", "rule");
        for (StandingDuty duty : policy.standingDuties()) {
            String often = words.limit(duty.every() == null ? duty.within() : duty.every());
            row(
                    words.either(duty.labelTh(), duty.labelEn()),
                    words.who(duty.who()),
                    often,
                    String.join(", ", duty.rules()));
        }
        html.append("</tbody></table></div>\n");
        policy.emergency()
                .ifPresent(emergency -> element(
                        "p",
                        words.text("emergency") + ": "
                                + words.text(emergency.enabled() ? "emergency.on" : "emergency.off")));
    }

    private void windows() {
        heading("windows");
        Map<WindowTerms, Integer> count = new LinkedHashMap<>();
        policy.categories().all().forEach(category -> count.merge(policy.windowTerms(category.id()), 1, Integer::sum));
        count.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(usual -> window(words.text("window.all"), usual.getKey()));
        for (String id : policy.parts().yaml().windows().byCategory().keySet()) {
            Category category = policy.categories().require(id);
            window(category.label(), policy.windowTerms(category.id()));
        }
    }

    private void window(String name, WindowTerms terms) {
        element("h3", name);
        String permanent = terms.permanentAllowed()
                ? words.text("window.permanent") + " " + terms.reviewDays() + " " + words.text("days")
                : words.text("window.never");
        element(
                "p",
                words.text("window.default") + ": " + words.length(terms.defaultLength()) + "; "
                        + words.text("window.longest") + ": " + words.length(terms.longest()) + "; " + permanent + "; "
                        + words.text("window.warnings") + " "
                        + terms.warnDays().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " "
                        + words.text("days"));
    }

    private void settings() {
        heading("settings");
        head(words.text("settings"), "setting", "value", "rule");
        for (Setting setting : Setting.values()) {
            if (policy.settings().given().contains(setting)) {
                row(setting.key(), policy.settings().value(setting), setting.ambiguity());
            }
        }
        html.append("</tbody></table></div>\n");
    }

    private void gaps() {
        heading("gaps");
        if (policy.gaps().isEmpty()) {
            element("p", words.text("gaps.none"));
        }
        policy.gaps().stream().map(Finding::line).forEach(line -> element("p", line));
    }

    private void heading(String part) {
        html.append("<h2 id=\"")
                .append(part)
                .append("\">")
                .append(PageWords.escaped(words.text(part)))
                .append("</h2>\n");
    }

    private void head(String caption, String... columns) {
        html.append("<div class=\"wide\"><table>\n<caption>")
                .append(PageWords.escaped(caption))
                .append("</caption>\n<thead><tr>");
        for (String column : columns) {
            html.append("<th scope=\"col\">")
                    .append(PageWords.escaped(words.text("column." + column)))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
    }

    private void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(PageWords.escaped(cell)).append("</td>");
        }
        html.append("</tr>\n");
    }

    private void element(String name, String text) {
        html.append('<').append(name).append('>');
        html.append(PageWords.escaped(text)).append("</").append(name).append(">\n");
    }
}
