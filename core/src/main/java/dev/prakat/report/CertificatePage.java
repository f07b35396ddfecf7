package dev.prakat.report;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.delivery.Placement;
import dev.prakat.delivery.PlacementArtefact;
import dev.prakat.report.Certificate.Proven;
import dev.prakat.report.Certificate.Step;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A certificate as a page to print: Thai first, English beneath, no officer named, nothing loaded from anywhere. */
final class CertificatePage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="th"><head><meta charset="utf-8"><title>{title}</title><style>
            @page { size: A4; margin: 18mm }
            body { font: 12pt/1.5 "TH Sarabun New", Sarabun, "Noto Sans Thai", sans-serif; max-width: 180mm; margin: 1em auto }
            table { border-collapse: collapse; width: 100% }
            th, td { border: 1px solid #555; padding: .2em .4em; text-align: left; vertical-align: top }
            td, dd { overflow-wrap: anywhere }
            tr { break-inside: avoid }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 8pt }
            .en { color: #444; font-size: 85% }
            </style></head><body>
            """;

    private final Certificate certificate;
    private final StringBuilder html = new StringBuilder();

    CertificatePage(Certificate certificate) {
        this.certificate = certificate;
    }

    String html() {
        String name = "หนังสือรับรองการเผยแพร่และการนำออก " + certificate.item();
        html.append(HEAD.replace("{title}", text(name)));
        html.append("<h1>หนังสือรับรองการเผยแพร่และการนำออก"
                + "<br><span class=\"en\" lang=\"en\">Certificate of publication and removal</span></h1>\n<dl>");
        fact("หน่วยงาน", "Agency", certificate.agency());
        fact("รหัสเรื่อง", "Item", certificate.item());
        fact("ชื่อเรื่อง", "Title", certificate.title() == null ? "(ไม่แสดง / not shown)" : certificate.title());
        fact("ฉบับที่เห็นชอบ", "Approved revision", Integer.toString(certificate.revision()));
        fact("ค่าแฮชของเนื้อหา", "Content hash", certificate.contentHash());
        fact("เห็นชอบเมื่อ", "Approved", printed(certificate.approvedAt()));
        fact("ออกให้เมื่อ", "Issued", printed(certificate.issuedAt()));
        fact(
                "สถานะของการตรวจตามรอบ",
                "Health of the sweep",
                certificate.health().name());
        html.append("</dl>\n");
        standing();
        acts();
        certificate.placements().forEach(this::placement);
        steps();
        proofs();
        return html.append("</body></html>\n").toString();
    }

    /** Says of which approval the facts above are, because a reader may hold a page of an earlier one. */
    private void standing() {
        note(
                "การเห็นชอบข้างต้นเป็นของเรื่องตามที่เป็นอยู่ ณ เวลาที่ออกหนังสือนี้ การเห็นชอบครั้งก่อนปรากฏเฉพาะในลำดับเหตุการณ์",
                "The approval above is that of the item as it stood when this was issued; an earlier one is found among the steps only.");
        if (certificate.newest() > certificate.revision()) {
            String state = certificate.newest() + " (" + certificate.state() + ")";
            note(
                    "มีฉบับใหม่กว่าที่ยังไม่ได้รับความเห็นชอบและไม่อยู่ในหนังสือรับรองนี้: ฉบับที่ " + state,
                    "A newer revision is not approved and not certified here: revision " + state + ".");
        }
    }

    private void acts() {
        head("การอนุมัติ", "Approval");
        row("th", "เมื่อ / When", "ขั้น / Step", "ผล / Outcome", "คำสั่งรักษาราชการแทน / Acting by order");
        for (ApprovalCase.Act act : certificate.acts()) {
            row(
                    "td",
                    printed(act.at()),
                    act.step(),
                    act.outcome() == null ? "-" : act.outcome().name(),
                    act.orderNumber() == null ? "-" : act.orderNumber());
        }
        html.append("</table>\n");
    }

    private void placement(Placement placement) {
        head("เว็บไซต์ " + placement.target(), "Website");
        row("th", "ที่อยู่ / Address", "ชนิด / Kind", "สิ่งที่เห็น / Seen", "เมื่อ / When");
        for (PlacementArtefact seen : placement.artefacts()) {
            String answer = seen.answer() == null ? "-" : seen.answer().name();
            row(
                    "td",
                    seen.artefact().address().toString(),
                    seen.artefact().kind().name(),
                    answer + " " + seen.evidence(),
                    printed(seen.observedAt()));
        }
        html.append("</table>\n<dl>");
        Duration late = placement.removalLateness();
        fact("สถานะ", "State", placement.state().name());
        fact("เริ่มเผยแพร่", "Opens", printed(placement.schedule().opens()));
        fact("สิ้นสุด", "Closes", printed(placement.schedule().closes()));
        fact("ตรวจเห็นจริงเมื่อ", "Proven", printed(placement.provenAt()));
        fact("นำออกช้ากว่ากำหนด", "Removed late by", late == null ? "-" : late.toMillis() / 1000.0 + " s");
        html.append("</dl>\n");
    }

    private void steps() {
        head("ลำดับเหตุการณ์ในบันทึกจราจร", "Steps in the traffic log");
        row("th", "เมื่อ / When", "เหตุการณ์ / Event", "ลำดับ / Index", "พิสูจน์ / Proof");
        for (Step step : certificate.steps()) {
            String problem = step.problem() == null ? "-" : step.problem();
            row(
                    "td",
                    printed(step.event().at()),
                    step.event().type(),
                    step.event().receipt().index() + " "
                            + step.event().receipt().origin(),
                    step.proven() == null ? "ไม่มี / none: " + problem : "มี / proven");
        }
        html.append("</table>\n");
    }

    private void proofs() {
        html.append("<h2>หลักฐาน <span class=\"en\" lang=\"en\">Proofs</span></h2>\n");
        for (Step step : certificate.steps()) {
            Proven proven = step.proven();
            if (proven != null) {
                html.append("<h3>")
                        .append(step.event().receipt().index())
                        .append(' ')
                        .append(text(step.event().type()))
                        .append("</h3>\n<pre>");
                html.append(text(proven.record() + "\n\n" + proven.proof() + "\n" + proven.key()))
                        .append("</pre>\n");
            }
        }
    }

    private void head(String thai, String english) {
        html.append("<h2>")
                .append(text(thai))
                .append(" <span class=\"en\" lang=\"en\">")
                .append(english)
                .append("</span></h2>\n<table>\n");
    }

    private void note(String thai, String english) {
        html.append("<p>").append(text(thai)).append("<br><span class=\"en\" lang=\"en\">");
        html.append(text(english)).append("</span></p>\n");
    }

    private void row(String cell, String... values) {
        html.append("<tr>");
        for (String value : values) {
            html.append('<').append(cell).append('>').append(text(value));
            html.append("</").append(cell).append('>');
        }
        html.append("</tr>\n");
    }

    private void fact(String thai, String english, String value) {
        html.append("<dt><b>").append(thai).append("</b> <span class=\"en\" lang=\"en\">");
        html.append(english).append("</span></dt><dd>").append(text(value)).append("</dd>\n");
    }

    private static String printed(@Nullable Instant instant) {
        return instant == null ? "-" : ThaiDate.formatInstant(instant);
    }

    private static String text(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
