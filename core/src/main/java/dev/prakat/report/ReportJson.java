package dev.prakat.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for machines. */
final class ReportJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportJson() {}

    static String write(ReportDocument report, boolean explain) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", report.kind().name());
        json.put("agency", Map.of("th", report.agencyTh(), "en", report.agencyEn()));
        json.put("policy", report.policy());
        json.put("period", period(report.period()));
        json.put("madeAt", report.madeAt().toString());
        json.put("problems", report.remarks().problems());
        json.put("obstacles", report.remarks().obstacles());
        json.put("suggestions", report.remarks().suggestions());
        json.put(
                "sections",
                report.sections().stream().map(each -> section(each, explain)).toList());
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts could not be written as JSON", e);
        }
    }

    private static Map<String, Object> period(ReportPeriod period) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", period.name());
        json.put("from", period.from().toString());
        json.put("until", period.until().toString());
        json.put("due", period.due().toString());
        return json;
    }

    private static Map<String, Object> section(ReportSection section, boolean explain) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ReportRow row : section.rows()) {
            Map<String, Object> figures = new LinkedHashMap<>();
            Map<String, Object> behind = new LinkedHashMap<>();
            for (int i = 0; i < section.columns().size(); i++) {
                ReportCell cell = row.cells().get(i);
                figures.put(section.columns().get(i), value(cell));
                behind.put(section.columns().get(i), cell.behind());
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("key", row.key());
            json.put("label", row.labelTh());
            json.put("labelEn", row.labelEn());
            json.put("figures", figures);
            if (explain) {
                json.put("behind", behind);
            }
            rows.add(json);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", section.id());
        json.put("title", ReportTexts.THAI.text("section." + section.id()));
        json.put("titleEn", ReportTexts.ENGLISH.text("section." + section.id()));
        json.put("rows", rows);
        return json;
    }

    private static @Nullable Object value(ReportCell cell) {
        return switch (cell.kind()) {
            case NONE -> null;
            case NUMBER, SECONDS -> Long.valueOf(cell.value());
            case DAY, INSTANT, PERIOD, CODE, TEXT -> cell.value();
        };
    }
}
