package dev.prakat.cli;

import dev.prakat.report.ComplaintReports;
import dev.prakat.report.ReportDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The report on complaints as a page, for a spreadsheet, for machines or as a memo, in place of the lines on the terminal. */
final class ComplaintReportForm {

    @Option(names = "--format", paramLabel = "html|csv|json|memo", descriptionKey = "complaint.format")
    private ReportOptions.@Nullable Form form;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "report.out")
    private @Nullable Path out;

    @Option(names = "--number", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.memo-number")
    private String number = "";

    @Option(names = "--signer", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.memo-signer")
    private String signer = "";

    /** Whether one of the forms is asked for. */
    boolean wanted() {
        if (out != null && form == null) {
            throw new WrongUse("--out needs --format");
        }
        return form != null;
    }

    int print(
            Session session,
            ComplaintReports reports,
            Function<ComplaintReports, ReportDocument> document,
            boolean explain)
            throws IOException {
        Path file = out;
        if (file != null && Files.exists(file)) {
            throw new WrongUse("--out: " + file + " is there already; give a file that is not");
        }
        String text = written(reports, document.apply(reports), explain);
        if (file == null) {
            session.terminal().out().print(text);
        } else {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            session.answer(Map.of("file", file.toString()), () -> List.of(session.text("report.written", file)));
        }
        return ExitCode.DONE;
    }

    private String written(ComplaintReports reports, ReportDocument report, boolean explain) {
        return switch (form == null ? ReportOptions.Form.HTML : form) {
            case HTML -> report.toHtml(explain);
            case CSV -> report.toCsv(explain);
            case JSON -> report.toJson(explain) + "\n";
            case MEMO -> report.toMemo(reports.head(), reports.letter(number, signer));
        };
    }
}
