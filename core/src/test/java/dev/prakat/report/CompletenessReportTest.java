package dev.prakat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.approval.Decision;
import dev.prakat.category.Category;
import dev.prakat.category.ChecklistItem;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.problem.InvalidException;
import dev.prakat.spi.Actor;
import dev.prakat.window.PublishWindow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must be there and what is there, by the policy's topics and by lists in files. */
@Tag("S003-R19")
class CompletenessReportTest {

    private static final Actor WEB_MASTER = Actor.local("web-master");

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder, SampleAgency.districtHealthOffice());
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    @Tag("AT-56")
    void at56OneSubItemIsMissingAndWhatIsAskedForIfThereIsAnyIsNoGap() {
        ItemId first = null;
        for (ChecklistItem item : topic("T01").terms().checklist()) {
            if (!item.id().equals("T01-4")) {
                ItemId id = published("agency-information", item.label());
                first = first == null ? id : first;
            }
        }
        Checklist own = Checklist.of(agency.prakat().policy());

        ReportDocument report = completeness(own);

        List<String> gaps = report.section("missing").rows().stream()
                .map(ReportRow::key)
                .filter(key -> key.startsWith("policy/T01"))
                .toList();
        assertThat(gaps).containsExactly("policy/T01-4");
        assertThat(report.toHtml(false)).contains("T01-4 ทำเนียบผู้บริหาร");
        assertThat(report.section("checklist-entries")
                        .cell("policy/T01-1", "standing")
                        .behind())
                .containsExactly(String.valueOf(first));
        assertThat(standing(report, "policy/T09")).isEqualTo("ABSENT_IF_ANY");
        assertThat(report.section("missing").rows()).extracting(ReportRow::key).doesNotContain("policy/T09");

        agency.prakat().reports().marks().notApplicable(WEB_MASTER, own, "T09", "หน่วยงานไม่มีระบบบริการ");
        assertThat(standing(completeness(own), "policy/T09")).isEqualTo("NOT_APPLICABLE");
        assertThatThrownBy(() ->
                        agency.prakat().reports().marks().notApplicable(WEB_MASTER, own, "T01-4", "ไม่มีผู้บริหาร"))
                .hasMessageContaining("must be there");
    }

    @Test
    void anOfficerNamesTheItemThatShowsAnEntryAndItCountsWhileItIsPublic() {
        Checklist own = Checklist.of(agency.prakat().policy());
        ItemId item = published("agency-information", "ผู้บริหารของเรา");
        assertThat(standing(completeness(own), "policy/T01-4")).isEqualTo("MISSING");

        agency.prakat().reports().marks().shownBy(WEB_MASTER, own, "T01-4", item);
        assertThat(standing(completeness(own), "policy/T01-4")).isEqualTo("MET");

        agency.at("2021-06-30T17:00:01Z");
        agency.prakat().sweep();
        assertThat(standing(completeness(own), "policy/T01-4"))
                .as("taken down since")
                .isEqualTo("MISSING");
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    void onlyWhoLooksAfterItMarksAnEntryAndAReasonIsNeeded() {
        Checklist oia = Checklist.builtIn("oia-9");

        assertThatThrownBy(() -> agency.prakat()
                        .reports()
                        .marks()
                        .notApplicable(Actor.local("requester"), oia, "OIA-9-6", "ไม่มีสัญญาสัมปทาน"))
                .hasMessageContaining("COMPLETENESS");
        assertThatThrownBy(() -> agency.prakat().reports().marks().notApplicable(WEB_MASTER, oia, "OIA-9-6", " "))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> agency.prakat().reports().marks().notApplicable(WEB_MASTER, oia, "OIA-9-9", "ไม่มี"))
                .hasMessageContaining("OIA-9-8");

        agency.prakat().reports().marks().notApplicable(WEB_MASTER, oia, "oia-9-6", "ไม่มีสัญญาสัมปทาน");
        assertThat(completeness(oia)
                        .section("checklists")
                        .cell("oia-9", "not-applicable")
                        .value())
                .isEqualTo("1");
    }

    @Test
    void theListsThatPrakatShipsAreWhole() {
        assertThat(Checklist.builtIn("oia-7").entries()).hasSize(5);
        assertThat(Checklist.builtIn("oia-9").entries()).hasSize(8);
        assertThat(Checklist.builtIn("oit-2567").entries()).hasSize(35);
        assertThat(Checklist.builtIn("gws-2.0").entries()).hasSize(29);
        assertThatThrownBy(() -> Checklist.builtIn("oit-2568")).hasMessageContaining("give a file");
    }

    @Test
    void aListInAFileNamesEveryBadRow() throws Exception {
        Path file = Files.write(
                folder.resolve("own.csv"),
                "id,label_th,label_en,needed,category\nA,ก,,yes,\nA,,,maybe,ไม่ใช่รหัส\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Checklist.load(file))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        e -> assertThat(e.findings())
                                .hasSize(4)
                                .allMatch(finding -> finding.place().equals("own.csv:3")));
    }

    private ItemId published(String category, String title) {
        ItemId id = agency.prakat()
                .items()
                .draft(
                        Actor.local("requester"),
                        Draft.of(category, title, "<p>รายละเอียด</p>")
                                .withPlacement(PlacementPlan.gone(
                                        "www",
                                        PublishWindow.ofDates(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 6, 30)))));
        agency.prakat().approvals().submit(id, Actor.local("requester"));
        agency.prakat().approvals().decide(id, Actor.local("chair"), Decision.approve("ถูกต้อง"));
        agency.prakat().approvals().decide(id, Actor.local("district-officer"), Decision.approve("ถูกต้อง"));
        agency.prakat().sweep();
        return id;
    }

    private Category topic(String row) {
        return agency.prakat().policy().categories().require(row);
    }

    private ReportDocument completeness(Checklist list) {
        Reports reports = agency.prakat().reports();
        return reports.completeness(reports.periods().named("2564-second"), List.of(list));
    }

    private static String standing(ReportDocument report, String entry) {
        return report.section("checklist-entries").cell(entry, "standing").value();
    }
}
