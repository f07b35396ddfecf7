package dev.prakat.complaint;

import dev.prakat.table.TableWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the register as CSV, page by page. Stateless. */
final class ComplaintExport {

    private static final List<String> HEADER = List.of(
            "number",
            "unit",
            "received",
            "time",
            "channel",
            "missing",
            "conclusion",
            "concluded",
            "informed",
            "last_day");

    private final Kpi kpi;

    ComplaintExport(Kpi kpi) {
        this.kpi = kpi;
    }

    void write(Writer out, Function<String, List<Complaint>> pages) throws IOException {
        TableWriter.write(out, List.of(HEADER));
        String after = "";
        while (true) {
            List<Complaint> page = pages.apply(after);
            if (page.isEmpty()) {
                return;
            }
            TableWriter.writePlain(out, page.stream().map(this::row).toList());
            after = page.get(page.size() - 1).number().subject();
        }
    }

    private List<String> row(Complaint complaint) {
        Conclusion end = complaint.conclusion();
        return List.of(
                complaint.number().value(),
                complaint.unit(),
                complaint.received().toString(),
                complaint.receivedAt() == null ? "" : complaint.receivedAt(),
                complaint.channel(),
                String.join(
                        " ",
                        complaint.missing().stream().map(Enum::name).sorted().toList()),
                end == null ? "" : end.kind(),
                text(end == null ? null : end.concluded()),
                text(end == null ? null : end.informed()),
                kpi.lastDay(complaint.received()).toString());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
