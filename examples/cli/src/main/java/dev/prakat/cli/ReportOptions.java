package dev.prakat.cli;

import dev.prakat.policy.MemoHead;
import dev.prakat.report.MemoLetter;
import dev.prakat.report.ReportDocument;
import dev.prakat.report.ReportPeriod;
import dev.prakat.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every report can be asked for. */
final class ReportOptions {

    @Option(names = "--period", paramLabel = "NAME", descriptionKey = "report.period")
    private @Nullable String period;

    @Option(names = "--format", paramLabel = "html|csv|json|memo", descriptionKey = "report.format")
    private Form form = Form.HTML;

    @Option(names = "--explain", descriptionKey = "report.explain")
    private boolean explain;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "report.out")
    private @Nullable Path out;

    @Option(names = "--unit", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.memo-unit")
    private String unit = "";

    @Option(names = "--telephone", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.memo-telephone")
    private String telephone = "";

    @Option(names = "--number", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.memo-number")
    private String number = "";

    @Option(names = "--urgency", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.memo-urgency")
    private String urgency = "";

    @Option(names = "--to", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.memo-to")
    private String to = "";

    @Option(names = "--signer", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.memo-signer")
    private String signer = "";

    @Option(names = "--post", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.memo-post")
    private String post = "";

    /** The forms of a report. */
    enum Form {
        HTML,
        CSV,
        JSON,
        MEMO
    }

    /** The named period, or the last one that is over. */
    ReportPeriod period(Reports reports) {
        return period == null ? reports.lastPeriod() : reports.periods().named(period);
    }

    /** Where to write, or null for standard output; nothing is ever overwritten. */
    @Nullable
    Path newFile() {
        if (out != null && Files.exists(out)) {
            throw new WrongUse("--out: " + out + " is there already; give a file that is not");
        }
        return out;
    }

    String written(ReportDocument report, boolean json) {
        return switch (json && out == null ? Form.JSON : form) {
            case HTML -> report.toHtml(explain);
            case CSV -> report.toCsv(explain);
            case JSON -> report.toJson(explain) + "\n";
            case MEMO ->
                report.toMemo(new MemoHead(unit, "", telephone, "", urgency), new MemoLetter(number, to, signer, post));
        };
    }
}
