package dev.prakat.cli;

import dev.prakat.report.FiledReport;
import dev.prakat.report.FiledReport.Signed;
import dev.prakat.report.ReportOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report on its way, for people and for machines. Stateless. */
final class ReportView {

    private ReportView() {}

    static Map<String, Object> of(FiledReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", report.id());
        json.put("period", report.period().name());
        json.put("due", report.period().due().toString());
        json.put("status", report.status().name());
        json.put("lateDays", report.lateDays());
        json.put("submittedAt", at(report.submitted()));
        json.put("acknowledgedAt", at(report.acknowledged()));
        json.put("figuresHash", report.figuresHash());
        json.put("orders", report.orders().stream().map(ReportView::order).toList());
        return json;
    }

    private static Map<String, Object> order(ReportOrder order) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", order.number());
        json.put("text", order.text());
        json.put("unit", order.unit());
        json.put("due", order.dueOn() == null ? null : order.dueOn().toString());
        json.put("doneAt", at(order.done()));
        json.put("how", order.how());
        return json;
    }

    private static @Nullable String at(@Nullable Signed signed) {
        return signed == null ? null : signed.at().toString();
    }

    static List<String> lines(Session session, FiledReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(session.text(
                "report.line",
                report.period().name(),
                session.text("FiledReport." + report.status().name()),
                session.printed(report.period().due()),
                report.lateDays()));
        for (ReportOrder order : report.orders()) {
            lines.add(session.text(
                    order.done() == null ? "report.order-open" : "report.order-closed",
                    order.number(),
                    order.unit(),
                    order.text(),
                    order.dueOn() == null ? "-" : session.printed(order.dueOn())));
        }
        return lines;
    }
}
