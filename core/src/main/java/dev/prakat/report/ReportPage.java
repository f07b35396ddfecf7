package dev.prakat.report;

import dev.prakat.calendar.ThaiDate;
import java.util.List;

/** A report as a page to print and to read on a telephone: Thai first, English beneath, nothing loaded from anywhere. */
final class ReportPage {

    /** Beyond these rows a table is no reading matter: the rest is counted, and is in CSV and JSON. */
    private static final int MOST_ROWS = 300;

    private static final int SHORT = 14;

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title><style>
            @page { size: A4; margin: 18mm 15mm }
            * { box-sizing: border-box }
            body { font: 16px/1.6 "TH Sarabun New", Sarabun, Laksaman, "Noto Sans Thai", Loma, sans-serif; color: #111;
              background: #fff; max-width: 180mm; margin: 1em auto; padding: 0 1em }
            h1 { font-size: 1.6em; line-height: 1.35; margin: .2em 0 .6em }
            h2 { font-size: 1.25em; line-height: 1.35; margin: 1.6em 0 .4em; break-after: avoid; break-inside: avoid }
            section.short { break-inside: avoid }
            .en { display: block; color: #444; font-size: .8em; font-weight: normal; line-height: 1.4 }
            dl { display: grid; grid-template-columns: minmax(9em, auto) 1fr; gap: .1em 1em; margin: 0 }
            dt { font-weight: bold } dd { margin: 0; overflow-wrap: anywhere }
            .wide { overflow-x: auto }
            table { border-collapse: collapse; width: 100% }
            caption { text-align: left; color: #444; font-size: .85em }
            th, td { border: 1px solid #777; padding: .2em .45em; text-align: left; vertical-align: top;
              overflow-wrap: break-word }
            thead th { background: #eee } thead { display: table-header-group }
            th.n, td.n { text-align: right; font-variant-numeric: tabular-nums }
            tr { break-inside: avoid } tr.total > * { font-weight: bold; border-top: 2px solid #333 }
            figure { margin: 0; break-inside: avoid } figcaption { color: #444; font-size: .85em }
            .chart { display: block; width: 100%; max-width: 440px; height: auto; margin: .3em 0 .6em; break-inside: avoid }
            .chart text { font-size: 14px } .chart rect { fill: #1f4e79 }
            .none { color: #444 } .keys { overflow-wrap: anywhere; font-size: .85em }
            @media print { body { font-size: 12pt; margin: 0; padding: 0 1px; max-width: none } .wide { overflow: visible }
              th, td { font-size: 10.5pt } .chart rect { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
            @media (max-width: 30em) { dl { display: block } dd { margin-bottom: .4em } th, td { padding: .2em .3em } }
            th[scope=row] { min-width: 8.5em }
            </style></head><body><main>
            """;

    private final ReportDocument report;
    private final boolean explain;
    private final StringBuilder html = new StringBuilder();

    ReportPage(ReportDocument report, boolean explain) {
        this.report = report;
        this.explain = explain;
    }

    String html() {
        String title = "title." + report.kind().name();
        html.append(HEAD.replace(
                "{title}",
                Markup.text(ReportTexts.THAI.text(title) + " " + report.period().name())));
        html.append("<h1>").append(both(title)).append("</h1>\n");
        facts();
        report.sections().forEach(this::section);
        remarks();
        if (explain) {
            report.sections().forEach(this::behind);
        }
        return html.append("</main></body></html>\n").toString();
    }

    private void facts() {
        ReportPeriod period = report.period();
        html.append("<dl>");
        fact("fact.agency", report.agencyTh());
        fact(
                "fact.period",
                ThaiDate.format(period.from()) + " – " + ThaiDate.format(period.until()) + " (" + period.name() + ")");
        fact("fact.due", ThaiDate.format(period.due()));
        fact("fact.made", ThaiDate.formatInstant(report.madeAt()));
        fact("fact.policy", report.policy());
        html.append("</dl>\n");
    }

    private void fact(String key, String value) {
        html.append("<dt>")
                .append(both(key))
                .append("</dt><dd>")
                .append(Markup.text(value))
                .append("</dd>\n");
    }

    private void section(ReportSection section) {
        String name = "section." + section.id();
        // What fits a page stays together on one.
        html.append(section.rows().size() <= SHORT ? "<section class=\"short\"><h2>" : "<section><h2>")
                .append(both(name))
                .append("</h2>\n");
        if (section.rows().isEmpty()) {
            html.append("<p class=\"none\">").append(both("nothing")).append("</p></section>\n");
            return;
        }
        chart(section);
        html.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Markup.text(ReportTexts.THAI.text(name)))
                .append("\"><table><thead><tr><th scope=\"col\">")
                .append(both("column.row"))
                .append("</th>");
        for (int i = 0; i < section.columns().size(); i++) {
            html.append("<th scope=\"col\"").append(numeric(section, i)).append('>');
            html.append(both("column." + section.columns().get(i))).append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
        section.rows().stream().limit(MOST_ROWS).forEach(row -> row(section, row));
        html.append("</tbody></table></div>\n");
        more(section);
        html.append("</section>\n");
    }

    private void chart(ReportSection section) {
        String column = section.chart();
        String svg =
                column == null ? "" : new BarChart(section, section.columns().indexOf(column)).svg();
        if (!svg.isEmpty()) {
            html.append("<figure><figcaption>")
                    .append(Markup.text(ReportTexts.THAI.text("column." + column)))
                    .append("</figcaption>")
                    .append(svg)
                    .append("</figure>\n");
        }
    }

    private void more(ReportSection section) {
        int left = section.rows().size() - MOST_ROWS;
        if (left > 0) {
            html.append("<p>")
                    .append(Markup.text(ReportTexts.THAI.text("more", "rows", Integer.toString(left))))
                    .append("<span class=\"en\" lang=\"en\">")
                    .append(Markup.text(ReportTexts.ENGLISH.text("more", "rows", Integer.toString(left))))
                    .append("</span></p>\n");
        }
    }

    private void row(ReportSection section, ReportRow row) {
        html.append(row.key().equals(ReportRow.TOTAL) ? "<tr class=\"total\">" : "<tr>")
                .append("<th scope=\"row\">")
                .append(Markup.text(row.labelTh()));
        html.append("</th>");
        for (int i = 0; i < section.columns().size(); i++) {
            html.append("<td").append(numeric(section, i)).append('>');
            html.append(Markup.text(ReportTexts.THAI.value(row.cells().get(i)))).append("</td>");
        }
        html.append("</tr>\n");
    }

    /** A column of numbers stands flush right. */
    private static String numeric(ReportSection section, int column) {
        boolean numbers =
                section.rows().stream().map(row -> row.cells().get(column)).anyMatch(ReportCell::isNumber);
        return numbers ? " class=\"n\"" : "";
    }

    private void remarks() {
        html.append("<section class=\"short\"><h2>")
                .append(both("section.remarks"))
                .append("</h2>\n<dl>");
        remark("problems", report.remarks().problems());
        remark("obstacles", report.remarks().obstacles());
        remark("suggestions", report.remarks().suggestions());
        html.append("</dl></section>\n");
    }

    private void remark(String key, String text) {
        html.append("<dt>").append(both("remark." + key)).append("</dt><dd>");
        html.append(text.isEmpty() ? "-" : Markup.lines(text)).append("</dd>\n");
    }

    /** The items behind each figure of a section. */
    private void behind(ReportSection section) {
        StringBuilder list = new StringBuilder();
        for (ReportRow row : section.rows()) {
            for (int i = 0; i < section.columns().size(); i++) {
                List<String> keys = row.cells().get(i).behind();
                if (!keys.isEmpty()) {
                    list.append("<dt>")
                            .append(Markup.text(row.labelTh() + " – "
                                    + ReportTexts.THAI.text(
                                            "column." + section.columns().get(i))))
                            .append("</dt><dd class=\"keys\">")
                            .append(Markup.text(String.join(", ", keys)))
                            .append("</dd>\n");
                }
            }
        }
        if (list.length() > 0) {
            html.append("<section><h2>")
                    .append(both("section." + section.id()))
                    .append(" – ")
                    .append(both("behind"))
                    .append("</h2>\n<dl>")
                    .append(list)
                    .append("</dl></section>\n");
        }
    }

    private static String both(String key) {
        return Markup.text(ReportTexts.THAI.text(key)) + "<span class=\"en\" lang=\"en\">"
                + Markup.text(ReportTexts.ENGLISH.text(key)) + "</span>";
    }
}
