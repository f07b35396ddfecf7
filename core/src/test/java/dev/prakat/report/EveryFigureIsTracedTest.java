package dev.prakat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No figure of any report is without what is behind it. */
class EveryFigureIsTracedTest {

    /** What the policy or a log as a whole says, and is counted from nothing: limits, days, sizes. */
    private static final Set<String> SAID =
            Set.of("limit", "every", "report-due", "records", "covered", "open-intents", "sweep-last");

    @TempDir
    Path folder;

    @Test
    @Tag("S001-R29")
    @Tag("S003-R23")
    void everyNumberDayAndPercentageNamesTheItemsBehindIt() {
        try (TestAgency agency = new TestAgency(folder)) {
            agency.approved(TestAgency.draft("สั้น", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 5)));
            agency.approved(TestAgency.draft("ยาว", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 8)));
            agency.prakat().sweep();
            agency.at("2021-03-07T02:00:00Z");
            agency.prakat().sweep();
            agency.at("2021-04-02T02:00:00Z");
            Reports reports = agency.prakat().reports();
            ReportPeriod period = reports.periods().named("2564-Q2");
            List<ReportDocument> documents = List.of(
                    reports.oversight(period, List.of()),
                    reports.deadlines(period),
                    reports.completeness(period, reports.checklists()),
                    reports.currency(period));

            assertThat(documents
                            .get(0)
                            .section("sweep")
                            .cell("sweep-overdue", "value")
                            .behind())
                    .as("removals that are due and not proven")
                    .hasSize(1);
            assertThat(documents.stream().flatMap(document -> untraced(document).stream()))
                    .isEmpty();
        }
    }

    private static List<String> untraced(ReportDocument report) {
        List<String> found = new ArrayList<>();
        for (ReportSection section : report.sections()) {
            for (ReportRow row : section.rows()) {
                for (int i = 0; i < row.cells().size(); i++) {
                    ReportCell cell = row.cells().get(i);
                    boolean figure = cell.isNumber() || cell.kind() == ReportCell.Kind.DAY;
                    boolean said = SAID.contains(section.columns().get(i)) || SAID.contains(row.key());
                    if (figure
                            && !said
                            && !cell.value().equals("0")
                            && cell.behind().isEmpty()) {
                        found.add(section.id() + "/" + row.key() + "/"
                                + section.columns().get(i));
                    }
                }
            }
        }
        return found;
    }
}
