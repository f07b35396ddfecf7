package dev.prakat.report;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.item.RequestForm;
import dev.prakat.item.RequestForm.Signature;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The form by which publication is asked for, filled from an item, to be printed and signed: what is not known yet is a dotted
 * line. Thai digits, dates of the Buddhist era. Source: S002-F01, S002-F02, S002-F03, S002-F04, S002-F05, S002-F06, S002-F07,
 * S002-F08, S002-F09
 */
final class RequestFormPage {

    private static final String DOTS = "................................................";
    private static final String NO_DATE = "...../...../.....";

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title><style>
            @page { size: A4; margin: 20mm }
            * { box-sizing: border-box }
            body { font: 17px/1.6 "TH Sarabun New", Sarabun, Laksaman, "Noto Sans Thai", Loma, serif; color: #000;
              background: #fff; max-width: 170mm; margin: 1em auto; padding: 0 1em }
            h1 { font-size: 1.25em; text-align: center; line-height: 1.45; margin: 0 0 1em }
            dl { border: 1px solid #000; margin: 0 } dl > div { padding: .35em .7em; border-bottom: 1px solid #000 }
            dl > div:last-child { border-bottom: 0 } dt { font-weight: bold } dd { margin: 0; overflow-wrap: anywhere }
            .short { display: flex; gap: .6em; flex-wrap: wrap } .detail { min-height: 7em }
            .detail img, .detail table { max-width: 100% }
            .signs { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid #000; border-top: 0; break-inside: avoid }
            .signs div { padding: 1em .7em .5em; text-align: center } .signs div:last-child { grid-column: 1 / 3;
              border-top: 1px solid #000 } .signs div:nth-child(2) { border-left: 1px solid #000 } .signs p { margin: 0 }
            @media print { body { font-size: 14pt; margin: 0; padding: 0 1px; max-width: none } }
            @media (max-width: 30em) { .signs { grid-template-columns: 1fr } .signs div:last-child { grid-column: 1 }
              .signs div:nth-child(2) { border-left: 0; border-top: 1px solid #000 } }
            </style></head><body><main>
            <h1>แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน<br>
            """;

    private final RequestForm form;
    private final String agency;
    private final String unit;
    private final StringBuilder html = new StringBuilder();

    RequestFormPage(RequestForm form, String agency, String unit) {
        this.form = form;
        this.agency = agency;
        this.unit = unit;
    }

    String html() {
        html.append(HEAD.replace("{title}", thai("แบบฟอร์มการขอเผยแพร่ข้อมูล " + form.topic())));
        html.append(thai(agency)).append("</h1>\n<dl>\n");
        line("ชื่อหน่วยงาน", unit);
        line("วัน/เดือน/ปี", ThaiDate.format(form.date()));
        line("หัวข้อ", form.topic());
        // The body was cleaned when it was taken in, and its hash is over exactly these characters.
        html.append("<div><dt>รายละเอียดข้อมูล</dt><dd class=\"detail\">")
                .append(form.details())
                .append("</dd></div>\n");
        URI link = form.externalLink();
        html.append("<div class=\"short\"><dt>Link ภายนอก</dt><dd>")
                .append(link == null ? DOTS : Markup.text(link.toString()))
                .append("</dd></div>\n");
        String remark = form.remark();
        line("หมายเหตุ", remark == null || remark.isBlank() ? DOTS : remark);
        html.append("</dl>\n<div class=\"signs\">\n");
        sign("ผู้รับผิดชอบการให้ข้อมูล", form.provider());
        sign("ผู้อนุมัติรับรอง", form.certifier());
        sign("ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่", form.publisher());
        return html.append("</div></main></body></html>\n").toString();
    }

    private void line(String name, String value) {
        html.append("<div class=\"short\"><dt>")
                .append(name)
                .append("</dt><dd>")
                .append(thai(value))
                .append("</dd></div>\n");
    }

    private void sign(String role, @Nullable Signature signature) {
        html.append("<div><p>ลงชื่อ ............................................</p><p>(")
                .append(signature == null || signature.name().isEmpty() ? DOTS : thai(signature.name()))
                .append(")</p><p>")
                .append(role)
                .append("</p><p>วันที่ ")
                .append(signature == null ? NO_DATE : thai(ThaiDate.format(signature.date())))
                .append("</p></div>\n");
    }

    private static String thai(String value) {
        return Markup.lines(ThaiDate.toThaiDigits(value));
    }
}
