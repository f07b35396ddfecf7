package dev.prakat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.approval.Decision;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.spi.Actor;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S002's request form, filled from an item, to print and to sign. */
class RequestFormPageTest {

    private static final Actor REQUESTER = Actor.local("requester");

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder, SampleAgency.provincialHealthOffice());
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    @Tag("S002-F01")
    @Tag("S002-F02")
    @Tag("S002-F03")
    @Tag("S002-F04")
    void aDraftLeavesDottedLinesForWhatIsNotKnownYet() {
        String form = agency.prakat().reports().requestForm(draft());

        assertThat(form)
                .contains("แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน", "<p>รายละเอียด ๑</p>")
                .contains("ประกาศ &lt;๒๕๖๔&gt;", "๑ มีนาคม ๒๕๖๔")
                .contains("วันที่ ...../...../.....");
    }

    @Test
    @Tag("S002-F08")
    @Tag("S002-F09")
    void whoCertifiedAndWhoPublishedStandOnIt() {
        ItemId item = draft();
        agency.prakat().approvals().submit(item, REQUESTER);
        agency.at("2021-03-02T02:00:00Z");
        agency.prakat().approvals().decide(item, Actor.local("group-head"), Decision.approve("ถูกต้อง"));
        agency.prakat().approvals().decide(item, Actor.local("chief"), Decision.approve("อนุญาต"));
        assertThat(agency.prakat().reports().requestForm(item))
                .contains("(chief ตัวอย่าง)</p><p>ผู้อนุมัติรับรอง</p><p>วันที่ ๒ มีนาคม ๒๕๖๔");

        agency.prakat().sweep();

        assertThat(agency.prakat().reports().requestForm(item))
                .as("the period made it public: the day is known, the name is left for a pen")
                .contains("....)</p><p>ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่</p><p>วันที่ ๒ มีนาคม ๒๕๖๔")
                .doesNotContain("system:");
    }

    private ItemId draft() {
        return agency.prakat()
                .items()
                .draft(
                        REQUESTER,
                        Draft.of("information", "ประกาศ <2564>", "<p>รายละเอียด ๑</p>")
                                .withPlacement(PlacementPlan.gone(
                                        "www",
                                        PublishWindow.ofDates(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 6, 30)))));
    }
}
