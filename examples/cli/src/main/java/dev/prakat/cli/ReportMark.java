package dev.prakat.cli;

import dev.prakat.item.ItemId;
import dev.prakat.report.Checklist;
import dev.prakat.report.ChecklistMark;
import dev.prakat.report.Reports;
import dev.prakat.spi.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report mark}: which item shows an entry of a checklist, or why the entry does not apply. */
@Command(name = "mark", mixinStandardHelpOptions = true)
final class ReportMark implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "ENTRY", descriptionKey = "report.entry")
    private String entry = "";

    @Option(
            names = "--checklist",
            paramLabel = "ID|FILE",
            defaultValue = Checklist.POLICY,
            descriptionKey = "report.one-list")
    private String list = Checklist.POLICY;

    @Option(names = "--item", paramLabel = "ITEM", descriptionKey = "report.mark-item")
    private @Nullable String item;

    @Option(names = "--not-applicable", paramLabel = "REASON", descriptionKey = "report.not-applicable")
    private @Nullable String reason;

    ReportMark(Session session) {
        this.session = session;
    }

    /** A list by its key, or from a file. */
    static Checklist checklist(Reports reports, String name) {
        return reports.checklists().stream()
                .filter(known -> known.id().equals(name))
                .findFirst()
                .orElseGet(() -> Files.exists(Path.of(name)) ? Checklist.load(Path.of(name)) : Checklist.builtIn(name));
    }

    @Override
    public Integer call() {
        String shown = item;
        String why = reason;
        if ((shown == null) == (why == null)) {
            throw new WrongUse("expected one of --item ITEM and --not-applicable REASON");
        }
        Actor actor = session.actor();
        try (Opening opening = session.open()) {
            Reports reports = opening.prakat().reports();
            Checklist known = checklist(reports, list);
            ChecklistMark mark = shown != null
                    ? reports.marks().shownBy(actor, known, entry, new ItemId(shown))
                    : reports.marks().notApplicable(actor, known, entry, String.valueOf(why));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("checklist", mark.list());
            json.put("entry", mark.entry());
            json.put("item", shown);
            session.answer(json, () -> List.of(session.text("report.marked", mark.list(), mark.entry())));
        }
        return ExitCode.DONE;
    }
}
