package dev.prakat.report;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.policy.MemoHead;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A report as a memorandum: the head of the correspondence regulation, Thai digits, dates of the Buddhist era. The sums stand in the
 * text, the tables are its annex. Source: S004-R01
 */
final class MemoPage {

    private static final int SHORT = 14;
    private static final String DOTS = "................................";

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title><style>
            @page { size: A4; margin: 20mm 20mm 20mm 30mm }
            * { box-sizing: border-box }
            body { font: 17px/1.65 "TH Sarabun New", Sarabun, Laksaman, "Noto Sans Thai", Loma, serif; color: #000;
              background: #fff; max-width: 165mm; margin: 1em auto; padding: 0 1em }
            h1 { font-size: 1.7em; text-align: center; margin: .2em 0 .6em; line-height: 1.3 }
            .urgent { font-size: 1.25em; font-weight: bold; margin: 0 }
            .head { margin: 0 } .head b { display: inline-block; margin-right: .5em }
            .two { display: flex; flex-wrap: wrap; gap: 0 2em } .two p { flex: 1 1 14em; margin: 0 }
            p.para { text-indent: 2.5em; margin: .6em 0 } ol { margin: .3em 0; padding-left: 3.5em; list-style: none }
            .sign { margin: 3em 0 0 auto; width: fit-content; min-width: 16em; text-align: center; break-inside: avoid }
            .sign p { margin: 0 }
            .order { margin-top: 2em; break-inside: avoid } .line { border-bottom: 1px dotted #000; height: 1.9em }
            .annex { break-before: page } h2 { font-size: 1.1em; margin: 1.2em 0 .3em; break-after: avoid;
              break-inside: avoid; line-height: 1.35 }
            .short { break-inside: avoid } .wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: .88em }
            th, td { border: 1px solid #555; padding: .15em .4em; text-align: left; vertical-align: top;
              overflow-wrap: break-word }
            td.n { text-align: right } thead { display: table-header-group } tr { break-inside: avoid }
            @media print { body { font-size: 15pt; margin: 0; padding: 0 1px; max-width: none } .wide { overflow: visible }
              table { font-size: 11pt } }
            </style></head><body><main>
            """;

    private final ReportDocument report;
    private final MemoHead head;
    private final MemoLetter letter;
    private final StringBuilder html = new StringBuilder();

    MemoPage(ReportDocument report, MemoHead head, MemoLetter letter) {
        this.report = report;
        this.head = head;
        this.letter = letter;
    }

    String html() {
        html.append(HEAD.replace("{title}", thai("บันทึกข้อความ " + subject())));
        if (!head.urgency().isEmpty()) {
            html.append("<p class=\"urgent\">").append(thai(head.urgency())).append("</p>\n");
        }
        html.append("<h1>บันทึกข้อความ</h1>\n");
        line("ส่วนราชการ", unit());
        html.append("<div class=\"two\">");
        line("ที่", orDots((head.letterCode() + letter.number()).strip()));
        line("วันที่", ThaiDate.format(LocalDate.ofInstant(report.madeAt(), ThaiDate.BANGKOK)));
        html.append("</div>\n");
        line("เรื่อง", subject());
        line("เรียน", orDots(letter.to()));
        body();
        sign();
        if (forOrders()) {
            html.append(
                    "<div class=\"order\"><b>ข้อสั่งการ</b><div class=\"line\"></div><div class=\"line\"></div></div>\n");
        }
        html.append("<div class=\"annex\"><h1>เอกสารแนบ</h1>\n");
        report.sections().forEach(this::table);
        return html.append("</div></main></body></html>\n").toString();
    }

    /** What is circulated asks nobody for orders. */
    private boolean forOrders() {
        return report.kind() != ReportKind.COMPLAINTS;
    }

    private String unit() {
        String phone = head.telephone().isEmpty() ? "" : " โทร. " + head.telephone();
        String section = head.section().isEmpty() ? "" : " " + head.section();
        return orDots((head.unit() + section).strip()) + phone;
    }

    private String subject() {
        return ReportTexts.THAI.text("title." + report.kind().name()) + " ระหว่างวันที่ "
                + ThaiDate.format(report.period().from()) + " ถึงวันที่ "
                + ThaiDate.format(report.period().until());
    }

    private void body() {
        paragraph("ตามที่" + report.agencyTh()
                + (forOrders()
                        ? " กำหนดให้รายงานผลการดำเนินงานและปัญหา อุปสรรค ข้อเสนอแนะให้ผู้บังคับบัญชาทราบเพื่อสั่งการ"
                        : " กำหนดให้รายงานผลการปฏิบัติงานตามตัวชี้วัดและแจ้งเวียนให้หน่วยงานทราบ")
                + " ภายในวันที่ " + ThaiDate.format(report.period().due()) + " นั้น");
        paragraph("ขอเสนอ" + subject() + " ข้อมูล ณ " + ThaiDate.formatInstant(report.madeAt()) + " ดังนี้");
        html.append("<ol>\n");
        int number = 0;
        for (ReportSection section : report.sections()) {
            number++;
            html.append("<li>").append(thai(number + ". " + summary(section))).append("</li>\n");
        }
        html.append("</ol>\n");
        remark("problems", report.remarks().problems());
        remark("obstacles", report.remarks().obstacles());
        remark("suggestions", report.remarks().suggestions());
        paragraph(forOrders() ? "จึงเรียนมาเพื่อโปรดทราบและพิจารณาสั่งการ" : "จึงเรียนมาเพื่อโปรดทราบ");
    }

    /** The sums where a table has them, its only figures where it is a list of them, and otherwise how long it is. */
    private static String summary(ReportSection section) {
        ReportTexts texts = ReportTexts.THAI;
        String name = texts.text("section." + section.id());
        if (section.rows().isEmpty()) {
            return name + ": " + texts.text("nothing");
        }
        for (ReportRow row : section.rows()) {
            if (row.key().equals(ReportRow.TOTAL)) {
                return name + ": " + figures(section, row);
            }
        }
        if (section.rows().size() == 1 && section.columns().size() > 1) {
            return name + ": " + figures(section, section.rows().get(0));
        }
        if (section.columns().size() == 1 && section.rows().size() <= 8) {
            return name + ": "
                    + section.rows().stream()
                            .map(row -> row.labelTh() + " "
                                    + texts.value(row.cells().get(0)))
                            .collect(Collectors.joining(", "));
        }
        return name + ": " + section.rows().size() + " " + texts.text("unit.rows");
    }

    private static String figures(ReportSection section, ReportRow row) {
        return IntStream.range(0, section.columns().size())
                .mapToObj(
                        i -> ReportTexts.THAI.text("column." + section.columns().get(i)) + " "
                                + ReportTexts.THAI.value(row.cells().get(i)))
                .collect(Collectors.joining(", "));
    }

    private void remark(String key, String text) {
        if (text.isEmpty() && !forOrders()) {
            return;
        }
        paragraph(ReportTexts.THAI.text("remark." + key) + ": " + (text.isEmpty() ? "-" : text));
    }

    private void sign() {
        html.append("<div class=\"sign\"><p>ลงชื่อ ")
                .append(DOTS)
                .append("</p><p>(")
                .append(letter.signer().isEmpty() ? DOTS : thai(letter.signer()))
                .append(")</p><p>")
                .append(letter.post().isEmpty() ? DOTS : thai(letter.post()))
                .append("</p></div>\n");
    }

    private void table(ReportSection section) {
        if (section.rows().isEmpty()) {
            return;
        }
        String name = thai(ReportTexts.THAI.text("section." + section.id()));
        html.append(section.rows().size() <= SHORT ? "<section class=\"short\"><h2>" : "<section><h2>")
                .append(name)
                .append("</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
        html.append(name).append("\"><table><thead><tr><th scope=\"col\">");
        html.append(thai(ReportTexts.THAI.text("column.row"))).append("</th>");
        for (String column : section.columns()) {
            html.append("<th scope=\"col\">")
                    .append(thai(ReportTexts.THAI.text("column." + column)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
        for (ReportRow row : section.rows()) {
            html.append("<tr><th scope=\"row\">").append(thai(row.labelTh())).append("</th>");
            for (ReportCell cell : row.cells()) {
                html.append(cell.isNumber() ? "<td class=\"n\">" : "<td>");
                html.append(thai(ReportTexts.THAI.value(cell))).append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div></section>\n");
    }

    private void line(String name, String value) {
        html.append("<p class=\"head\"><b>")
                .append(name)
                .append("</b> ")
                .append(thai(value))
                .append("</p>\n");
    }

    private void paragraph(String text) {
        html.append("<p class=\"para\">")
                .append(Markup.lines(ThaiDate.inThaiDigits(text)))
                .append("</p>\n");
    }

    private static String orDots(String value) {
        return value.isEmpty() ? DOTS : value;
    }

    private static String thai(String value) {
        return Markup.text(ThaiDate.inThaiDigits(value));
    }
}
