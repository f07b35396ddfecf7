package dev.prakat.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.TestAgency;
import dev.prakat.approval.SiteCheck;
import dev.prakat.approval.SiteError;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an oversight report counts, and that every figure leads back to items. */
@Tag("S001-R29")
class OversightReportTest {

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void publishedAndRemovedAreCountedByCategoryAndUnitWithTheItemsBehindThem() {
        ItemId ends =
                agency.approved(TestAgency.draft("ประกาศหนึ่ง", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 10)));
        ItemId stays = agency.approved(permanent("ประกาศสอง"));
        agency.prakat().sweep();
        agency.at("2021-03-10T17:07:00Z");
        agency.prakat().sweep();
        agency.at("2021-04-02T02:00:00Z");

        ReportDocument report = oversight();

        ReportSection categories = report.section("published-by-category");
        assertThat(categories.cell("news-releases", "published").behind())
                .containsExactlyInAnyOrder(ends.value(), stays.value());
        assertThat(categories.cell("news-releases", "removed").behind()).containsExactly(ends.value());
        assertThat(categories.cell("news-releases", "public").behind()).containsExactly(stays.value());
        assertThat(report.section("published-by-unit").cell("ศสน.", "permanent").behind())
                .containsExactly(stays.value());
        assertThat(categories.cell(ReportRow.TOTAL, "published").value()).isEqualTo("2");
    }

    @Test
    void aRemovalIsLateWhenItTookLongerThanThePolicyLooks() {
        ItemId late = agency.approved(TestAgency.draft("สาย", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 10)));
        agency.prakat().sweep();
        agency.at("2021-03-10T17:07:00Z");
        agency.prakat().sweep();
        ItemId unproven =
                agency.approved(TestAgency.draft("ค้าง", LocalDate.of(2021, 3, 11), LocalDate.of(2021, 3, 12)));
        agency.prakat().sweep();
        agency.at("2021-04-02T02:00:00Z");

        ReportSection removals = oversight().section("removals");

        assertThat(removals.cell("www", "late").behind()).containsExactly(late + "@www");
        assertThat(removals.cell("www", "late-max").value()).isEqualTo("420");
        assertThat(removals.cell("www", "in-time").value()).isEqualTo("0");
        assertThat(removals.cell("www", "unproven").behind()).containsExactly(unproven + "@www");
    }

    @Test
    void stepsCountAgainstTheirLimitsAndWhatIsAwaitedIsToldToo() {
        agency.approved(TestAgency.draft("ประกาศ", LocalDate.of(2021, 3, 8), LocalDate.of(2021, 3, 20)));
        agency.at("2021-03-08T02:00:00Z");
        agency.prakat().sweep();
        ItemId waits = agency.prakat()
                .items()
                .draft(TestAgency.AUTHOR, TestAgency.draft("รอ", LocalDate.of(2021, 3, 8), LocalDate.of(2021, 12, 20)));
        agency.prakat().approvals().submit(waits, TestAgency.AUTHOR);
        agency.at("2021-04-02T02:00:00Z");

        ReportSection steps = oversight().section("steps");

        assertThat(steps.cell("DECIDE", "without-limit").value()).isEqualTo("1");
        assertThat(steps.cell("DECIDE", "awaited").behind()).containsExactly(waits + "/agree");
        assertThat(steps.cell("PUBLISH", "late").value())
                .as("agreed on 1 March, public on the 8th")
                .isEqualTo("1");
        assertThat(steps.cell("VERIFY", "awaited").value()).isEqualTo("1");
    }

    @Test
    @Tag("S001-R28")
    void errorsAreFollowedFromFoundToReported() {
        List<SiteError> found = agency.prakat()
                .approvals()
                .siteChecks()
                .record(
                        TestAgency.AUTHOR,
                        new SiteCheck("site-check", "", List.of(new SiteCheck.Found(null, "/", "ลิงก์เสีย"))));
        String error = found.get(0).id();
        agency.at("2021-03-03T02:00:00Z");
        agency.prakat().approvals().siteChecks().fixed(TestAgency.AUTHOR, error, "แก้แล้ว");
        assertThat(oversightOf("2564-Q2")
                        .section("errors")
                        .cell("errors-open-late", "number")
                        .behind())
                .containsExactly(error);

        agency.prakat().approvals().siteChecks().reported(TestAgency.AUTHOR, error, "ลิงก์เสีย แก้แล้ว");

        ReportSection errors = oversight().section("errors");
        assertThat(errors.cell("errors-closed-late", "number").behind()).containsExactly(error);
        assertThat(errors.cell("errors-open", "number").value()).isEqualTo("0");
        assertThat(oversightOf("2564-Q3")
                        .section("errors")
                        .cell("errors-found", "number")
                        .value())
                .as("it was found before that quarter")
                .isEqualTo("0");
    }

    @Test
    @Tag("AMB-09")
    void whatHasNoEndIsListedWithItsReviewDateAndGapsAndHealthAreTold() {
        ItemId stays = agency.approved(permanent("ถาวร"));
        agency.prakat().sweep();
        agency.at("2022-03-02T02:00:00Z");

        ReportDocument report = oversight();

        assertThat(report.section("permanent").cell(stays + "@www", "review-on").value())
                .isEqualTo("2022-03-01");
        assertThat(report.section("permanent").cell(stays + "@www", "standing").value())
                .isEqualTo("REVIEW_OVERDUE");
        assertThat(report.section("matrix-gaps").rows()).hasSize(1);
        assertThat(report.section("sweep").cell("sweep-status", "value").value())
                .isEqualTo("STALE");
    }

    @Test
    @Tag("S001-R30")
    void theLogIsCheckedWhenItsFolderIsGivenAndNotCalledSoundOtherwise() {
        agency.approved(permanent("ถาวร"));
        ReportPeriod period = agency.prakat().reports().periods().named("2564-Q2");

        assertThat(oversight().section("logs").rows()).isEmpty();
        agency.close();
        TestAgency again = new TestAgency(folder, agency.database);
        try {
            ReportSection logs = again.looker()
                    .reports()
                    .oversight(period, List.of(again.log()))
                    .section("logs");
            assertThat(logs.rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.cells().get(0).value()).isIn("SOUND", "NOT_FULLY_COVERED"));
        } finally {
            again.close();
        }
    }

    @Test
    void theFormsSayTheSameAndWhatIsBehindAFigureIsListedOnRequest() throws Exception {
        ItemId stays = agency.approved(permanent("<b>ถาวร</b>"));
        agency.prakat().sweep();
        ReportDocument report = oversight();

        JsonNode json = new ObjectMapper().readTree(report.toJson(true));
        assertThat(json.at("/sections/0/rows/0/figures/published").asInt()).isEqualTo(1);
        assertThat(json.at("/sections/0/rows/0/behind/published/0").asText()).isEqualTo(stays.value());
        assertThat(report.toJson(false)).doesNotContain("\"behind\"");
        assertThat(report.toCsv(true)).contains("published-by-unit,การเผยแพร่ตามหน่วยงาน,ศสน.", stays.value());
        assertThat(report.toHtml(true))
                .contains("role=\"img\"", "<title id=\"chart-published-by-category\">", stays.value())
                .contains("&lt;b&gt;ถาวร")
                .doesNotContain("<b>ถาวร", "<script", "src=");
        assertThat(report.toHtml(false)).doesNotContain("class=\"keys\"");
    }

    private ReportDocument oversight() {
        return oversightOf("2564-Q2");
    }

    private ReportDocument oversightOf(String period) {
        Reports reports = agency.prakat().reports();
        return reports.oversight(reports.periods().named(period), List.of());
    }

    private static Draft permanent(String title) {
        return Draft.of("news-releases", title, "<p>รายละเอียด</p>")
                .withPlacement(PlacementPlan.gone(
                        "www",
                        PublishWindow.permanent(
                                LocalDate.of(2021, 3, 1)
                                        .atStartOfDay(ThaiDate.BANGKOK)
                                        .toInstant(),
                                "ต้องอยู่ตลอด",
                                LocalDate.of(2022, 3, 1))));
    }
}
