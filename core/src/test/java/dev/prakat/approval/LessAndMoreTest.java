package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.TestAgency;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemState;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Less may always be public without an agreement; more never is. */
class LessAndMoreTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 5, 31);

    @TempDir
    Path folder;

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
    @Tag("S001-R26")
    void aShorterPeriodNeedsNoAgreementAndALongerOneIsRefused() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        Approvals approvals = agency.prakat().approvals();
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals.shorten(id, TestAgency.COLLEAGUE, "www", UNTIL.plusDays(1), "ต่ออายุ"))
                .withMessageContaining("renew");
        approvals.shorten(id, TestAgency.COLLEAGUE, "www", LocalDate.of(2021, 3, 10), "จบโครงการ");
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("รายละเอียด");
        agency.at("2021-03-10T17:00:00Z");
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("รายละเอียด");
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    void oneCaseDecidesAtATime() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        Approvals approvals = agency.prakat().approvals();
        // Agreed to, but not public yet: the case goes on.
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals.submit(id, TestAgency.AUTHOR))
                .withMessageContaining("agreed to already")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
        approvals.withdraw(id, TestAgency.AUTHOR, TakeDownKind.GONE, TakeDownReason.ORDERED, "ยกเลิก");
        approvals.submit(id, TestAgency.AUTHOR);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals.renew(id, TestAgency.AUTHOR, Renewal.until(LocalDate.of(2021, 8, 31))))
                .withMessageContaining("being decided");
        assertThat(approvals.cases(id)).hasSize(2);
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    @Tag("AMB-09")
    void aLongerPeriodIsANewCaseAndTheAgreedEndHoldsUntilThen() {
        ItemId good = agency.approved(TestAgency.draft("ต่ออายุ", FROM, UNTIL));
        ItemId draft = agency.prakat().items().draft(TestAgency.AUTHOR, TestAgency.draft("ร่าง", FROM, UNTIL));
        agency.prakat().sweep();
        List<Renewed> renewed = agency.prakat()
                .approvals()
                .renew(List.of(draft, good), TestAgency.AUTHOR, Renewal.until(LocalDate.of(2021, 8, 31)));
        assertThat(renewed.get(0).problem()).isNotNull();
        assertThat(renewed.get(1).run()).isNotNull();
        assertThat(agency.prakat().items().get(good).state()).isEqualTo(ItemState.IN_APPROVAL);
        assertThat(agency.prakat().items().get(good).approvedRevision()).isEqualTo(1);
        agency.prakat().approvals().decide(good, TestAgency.DIRECTOR, Decision.approve(""));
        agency.at("2021-06-01T02:00:00Z");
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ ต่ออายุ");
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    @Tag("AT-60")
    void anIdNumberBlocksAndAMobileNumberNeedsAWaiver() {
        Approvals approvals = agency.prakat().approvals();
        Draft blocked = TestAgency.draft("เลขประจำตัวประชาชน ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", FROM, UNTIL);
        ItemId first = agency.prakat().items().draft(TestAgency.AUTHOR, blocked);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals.submit(first, TestAgency.AUTHOR))
                .withMessageContaining("NATIONAL_ID")
                .withMessageNotContaining("๖๗๘๙๐");
        ItemId second = agency.prakat()
                .items()
                .draft(
                        TestAgency.AUTHOR,
                        TestAgency.draft("ติดต่อ", FROM, UNTIL).withRemark("โทร 081-234-5678"));
        assertThat(approvals.submit(second, TestAgency.AUTHOR).findings()).isNotEmpty();
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals.decide(second, TestAgency.DIRECTOR, Decision.approve("")))
                .withMessageContaining("waiver");
        ApprovalCase agreed = approvals.decide(
                second, TestAgency.DIRECTOR, Decision.approve("").waiving("เป็นเบอร์กลางของหน่วยงาน"));
        assertThat(agreed.status()).isEqualTo(ApprovalCase.Status.APPROVED);
        assertThat(agreed.findings()).allSatisfy(one -> assertThat(one.waiver()).isEqualTo("เป็นเบอร์กลางของหน่วยงาน"));
    }

    @Test
    @Tag("S001-R28")
    void anErrorIsFixedAndReportedBeforeTheItemIsVerified() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        Approvals approvals = agency.prakat().approvals();
        approvals.verify(
                id, TestAgency.COLLEAGUE, new Verification(false, true, true, Set.of(), "", List.of("วันที่ผิด")));
        SiteError error = approvals.siteChecks().openErrors().get(0);
        assertThat(error.due()).isEqualTo("2021-03-01T16:59:59.999Z");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals.verify(id, TestAgency.COLLEAGUE, Verification.sound("")))
                .withMessageContaining("วันที่ผิด");
        approvals.siteChecks().fixed(TestAgency.AUTHOR, error.id(), "แก้ไขวันที่");
        SiteError closed = approvals.siteChecks().reported(TestAgency.AUTHOR, error.id(), "รายงานแล้ว");
        assertThat(closed.closed()).isTrue();
        assertThat(approvals
                        .verify(id, TestAgency.COLLEAGUE, Verification.sound(""))
                        .status())
                .isEqualTo(ApprovalCase.Status.DONE);
    }
}
