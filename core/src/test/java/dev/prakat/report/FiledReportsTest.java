package dev.prakat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.journal.JournalEvent;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.report.FiledReport.Status;
import dev.prakat.spi.Actor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report goes to the superior, who acknowledges it and orders, and what was ordered is tracked until it is done. */
@Tag("S001-R29")
class FiledReportsTest {

    private static final Actor SUPERIOR = Actor.local("superior");
    private static final ReportRemarks REMARKS = new ReportRemarks("เว็บไซต์ช้า", "", "เพิ่มเครื่องแม่ข่าย");

    @TempDir
    private Path folder;

    private TestAgency agency;
    private ReportPeriod period;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
        period = reports().periods().named("2564-Q2");
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void aReportIsDraftedSubmittedAcknowledgedOrderedUponAndCarriedOut() {
        reports().filed().draft(TestAgency.DIRECTOR, period, REMARKS);
        agency.at("2021-04-16T02:00:00Z");

        FiledReport submitted = submit();
        assertThat(submitted.status()).isEqualTo(Status.SUBMITTED);
        assertThat(submitted.lateDays())
                .as("due on 15 April, a holiday, and so on the 16th")
                .isZero();
        assertThat(submitted.remarks()).as("those of the draft").isEqualTo(REMARKS);
        assertThat(reports().filed().figures("2564-Q2").orElseThrow()).contains("เพิ่มเครื่องแม่ข่าย");

        reports().filed().acknowledge(SUPERIOR, "2564-Q2", "ทราบ");
        FiledReport ordered = reports()
                .filed()
                .order(SUPERIOR, "2564-Q2", "เพิ่มเครื่องแม่ข่ายภายในเดือนนี้", "สบท.", LocalDate.of(2021, 4, 30));
        assertThat(ordered.status()).isEqualTo(Status.ORDERED);

        FiledReport done = reports().filed().done(Actor.local("wichai"), "2564-Q2", 1, "ติดตั้งแล้ว");
        assertThat(done.status()).isEqualTo(Status.CARRIED_OUT);
        assertThat(done.orders())
                .singleElement()
                .satisfies(order -> assertThat(order.how()).isEqualTo("ติดตั้งแล้ว"));
        assertThat(agency.prakat().history(done.id()))
                .extracting(JournalEvent::type)
                .containsExactly(
                        "report.drafted",
                        "report.written",
                        "report.submitted",
                        "report.acknowledged",
                        "report.ordered",
                        "report.order-done");
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    @Tag("AMB-23")
    void latenessCountsWorkingDaysAfterTheDueDateAndACorrectionDoesNotChangeIt() {
        agency.at("2021-04-20T02:00:00Z");
        assertThat(period.due()).isEqualTo(LocalDate.of(2021, 4, 16));

        assertThat(submit().lateDays())
                .as("Monday the 19th and Tuesday the 20th")
                .isEqualTo(2);
        agency.at("2021-04-28T02:00:00Z");
        FiledReport again = submit();

        assertThat(again.lateDays()).isEqualTo(2);
        assertThat(again.correctedAt()).isEqualTo("2021-04-28T02:00:00Z");
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    void onlyWhoReportsSubmitsAndOnlyTheSuperiorAcknowledgesAndOrders() {
        agency.at("2021-04-16T02:00:00Z");
        ReportDocument document = reports().oversight(period, List.of());
        assertThatThrownBy(() -> reports().filed().submit(TestAgency.AUTHOR, document))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("somying may not submit")
                .hasMessageContaining("DIRECTOR");
        submit();

        assertThatThrownBy(() -> reports().filed().acknowledge(TestAgency.DIRECTOR, "2564-Q2", ""))
                .hasMessageContaining("the post SUPERIOR");
        assertThatThrownBy(() -> reports().filed().order(TestAgency.DIRECTOR, "2564-Q2", "ทำ", "สบท.", null))
                .hasMessageContaining("the post SUPERIOR");
        reports().filed().order(SUPERIOR, "2564-Q2", "ทำ", "สบท.", null);
        assertThatThrownBy(() -> reports().filed().done(TestAgency.AUTHOR, "2564-Q2", 1, "ทำแล้ว"))
                .hasMessageContaining("an officer of สบท.");
    }

    @Test
    void whatDoesNotFitTheOrderOfThingsIsRefused() {
        ReportDocument early = reports().oversight(period, List.of());
        assertThatThrownBy(() -> reports().filed().submit(TestAgency.DIRECTOR, early))
                .hasMessageContaining("its period is not over");
        assertThatThrownBy(() -> reports().filed().acknowledge(SUPERIOR, "2564-Q2", ""))
                .hasMessageContaining("there is no report on 2564-Q2");
        agency.at("2021-04-16T02:00:00Z");
        submit();
        reports().filed().acknowledge(SUPERIOR, "2564-Q2", "");

        assertThatThrownBy(this::submit).hasMessageContaining("the superior has acknowledged it");
        assertThatThrownBy(() -> reports().filed().draft(TestAgency.DIRECTOR, period, REMARKS))
                .hasMessageContaining("only a draft");
        assertThatThrownBy(() -> reports().filed().order(SUPERIOR, "2564-Q2", " ", "สบท.", null))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> reports().filed().order(SUPERIOR, "2564-Q2", "ทำ", "ไม่มีหน่วย", null))
                .isInstanceOf(PrakatException.class);
        assertThatThrownBy(() -> reports()
                        .filed()
                        .draft(
                                TestAgency.DIRECTOR,
                                reports().periods().named("2564-Q3"),
                                new ReportRemarks("ก".repeat(4001), "ข".repeat(4001), "")))
                .hasMessageContaining("problems")
                .hasMessageContaining("obstacles");
    }

    @Test
    @Tag("S003-R23")
    void whatIsToBeDoneAboutAReportIsATaskOfWhoMustDoIt() {
        agency.at("2021-04-19T02:00:00Z");
        assertThat(tasks(TestAgency.DIRECTOR))
                .extracting(ReportTask::step, ReportTask::period, ReportTask::due, ReportTask::late)
                .containsExactly(tuple("submit", "2564-Q2", LocalDate.of(2021, 4, 16), true));
        assertThat(tasks(SUPERIOR)).isEmpty();
        submit();
        assertThat(tasks(TestAgency.DIRECTOR)).isEmpty();
        assertThat(tasks(SUPERIOR)).extracting(ReportTask::step).containsExactly("acknowledge");

        reports().filed().acknowledge(SUPERIOR, "2564-Q2", "");
        reports().filed().order(SUPERIOR, "2564-Q2", "ทำ", "สบท.", LocalDate.of(2021, 4, 30));
        assertThat(tasks(SUPERIOR)).isEmpty();
        assertThat(tasks(Actor.local("wichai")))
                .extracting(ReportTask::step, ReportTask::title, ReportTask::late)
                .containsExactly(tuple("carry-out", "1: ทำ", false));
        reports().filed().done(Actor.local("wichai"), "2564-Q2", 1, "ทำแล้ว");
        assertThat(tasks(Actor.local("wichai"))).isEmpty();
    }

    @Test
    @Tag("S002-R04")
    void whereTheDocumentAsksForNoReportNobodyHasATask(@TempDir Path elsewhere) {
        try (TestAgency office = new TestAgency(elsewhere, SampleAgency.provincialHealthOffice())) {
            assertThat(office.prakat()
                            .reports()
                            .tasksFor(Actor.local("web-master").officer()))
                    .isEmpty();
        }
    }

    private List<ReportTask> tasks(Actor actor) {
        return reports().tasksFor(actor.officer());
    }

    @Test
    void aChangedRowIsFoundByTheReplay() {
        agency.at("2021-04-20T02:00:00Z");
        submit();
        agency.sql("update prakat_report set late_days = 0");

        assertThat(agency.prakat().replay().differences()).isNotEmpty();
    }

    private FiledReport submit() {
        return reports().filed().submit(TestAgency.DIRECTOR, reports().oversight(period, List.of()));
    }

    private Reports reports() {
        return agency.prakat().reports();
    }
}
