package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.prakat.Prakat;
import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.item.Draft;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemState;
import dev.prakat.item.PlacementPlan;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agreement binds to content, category and plan: whatever is more or other than that waits for an agreement of its own. */
class BindingTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    @TempDir
    Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(
                folder, SampleAgency.socialSecurityOffice().acting("executive", "AUTHORISED_EXECUTIVE", FROM, UNTIL));
    }

    @AfterEach
    void close() {
        assertThat(agency.prakat().replay().differences()).isEmpty();
        agency.close();
    }

    @Test
    @Tag("S001-R09")
    void anEditAfterTheAgreementWaitsForItsOwn() {
        ItemId id = agency.approved(TestAgency.draft("ฉบับที่เห็นชอบ", FROM, UNTIL));
        agency.prakat().items().revise(TestAgency.AUTHOR, id, TestAgency.draft("ฉบับที่แก้ทีหลัง", FROM, UNTIL));

        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("ฉบับที่เห็นชอบ").doesNotContain("ฉบับที่แก้ทีหลัง");
        assertThat(agency.prakat().items().get(id).approvedRevision()).isEqualTo(1);

        agency.prakat().approvals().submit(id, TestAgency.AUTHOR);
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("ฉบับที่เห็นชอบ").doesNotContain("ฉบับที่แก้ทีหลัง");

        agency.prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.approve(""));
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("ฉบับที่แก้ทีหลัง").doesNotContain("ฉบับที่เห็นชอบ");
        assertThat(agency.prakat().approvals().cases(id))
                .extracting(ApprovalCase::revision, ApprovalCase::status, ApprovalCase::step)
                .containsExactly(
                        tuple(1, ApprovalCase.Status.SUPERSEDED, null),
                        tuple(2, ApprovalCase.Status.APPROVED, "verify"));
    }

    @Test
    @Tag("S001-R26")
    @Tag("AMB-09")
    void anotherWebsiteAndALongerPeriodWaitForTheirOwn() {
        InMemoryTarget another = new InMemoryTarget();
        agency.restart("intranet", another);
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        String agreed = agency.prakat().items().get(id).binding();

        Draft more = Draft.of("news-releases", "ประกาศ", "<p>รายละเอียดของ ประกาศ</p>")
                .withAttachment(TestAgency.file("ประกาศ.txt", "เนื้อหาของ ประกาศ"))
                .withPlacement(PlacementPlan.gone("www", PublishWindow.ofDates(FROM, UNTIL.plusMonths(2))))
                .withPlacement(PlacementPlan.gone("intranet", PublishWindow.ofDates(FROM, UNTIL.plusMonths(1))));
        agency.prakat().items().revise(TestAgency.AUTHOR, id, more);
        ApprovalCase asked = agency.prakat().approvals().submit(id, TestAgency.AUTHOR);
        assertThat(asked.binding()).isNotEqualTo(agreed);
        assertThat(agency.prakat().items().revision(id, 2).hash())
                .as("the content is the same, only the plan is another")
                .isEqualTo(agency.prakat().items().revision(id, 1).hash());

        agency.prakat().sweep();
        assertThat(another.web().bodies()).isEmpty();
        assertThat(agency.prakat().items().get(id).binding()).isEqualTo(agreed);
        agency.at("2021-03-31T17:00:00Z");
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");

        agency.at("2021-03-31T18:00:00Z");
        agency.prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.approve(""));
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ");
        assertThat(another.web().bodies().values()).anyMatch(body -> body.contains("รายละเอียดของ"));
    }

    @Test
    @Tag("AMB-09")
    void aRenewalThatIsRefusedLeavesTheAgreedEnd() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        ApprovalCase asked =
                agency.prakat().approvals().renew(id, TestAgency.AUTHOR, Renewal.until(UNTIL.plusMonths(1)));
        assertThat(asked.revision()).isEqualTo(2);
        agency.prakat().approvals().decide(id, TestAgency.DIRECTOR, Decision.refuse("ไม่จำเป็นแล้ว"));

        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ");
        agency.at("2021-03-31T17:00:00Z");
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
        conflict(
                () -> agency.prakat().approvals().renew(id, TestAgency.AUTHOR, Renewal.until(UNTIL.plusMonths(2))),
                "revision 2 is newer than the agreed one");
    }

    @Test
    @Tag("S001-R13")
    void whatTheStepClassifiesIsAgreedToAndWhatTheAuthorClassifiesLaterIsNot() {
        Approvals approvals = agency.prakat().approvals();
        Actor author = Actor.local("somchai");
        ItemId id = agency.prakat().items().draft(author, TestAgency.draft("ประกาศ", FROM, UNTIL));
        String submitted = approvals.submit(id, author).binding();
        approvals.decide(id, Actor.local("executive"), Decision.approve(""));
        approvals.decide(id, TestAgency.OTHER_DIRECTOR, Decision.approve(""));
        ApprovalCase classified = approvals.decide(id, TestAgency.DIRECTOR, Decision.classify("vision-mission"));
        assertThat(classified.step()).isEqualTo("screen");
        assertThat(classified.binding()).isNotEqualTo(submitted);
        approvals.decide(id, TestAgency.DIRECTOR, Decision.assign("somsak", ""));
        agency.prakat().sweep();
        Item released = agency.prakat().items().get(id);
        assertThat(released.binding()).isEqualTo(classified.binding());
        String category = released.publicCategory().value();
        assertThat(category).isEqualTo("vision-mission");
        assertThat(agency.publicText()).contains("วิสัยทัศน์ พันธกิจ");

        agency.prakat().items().revise(author, id, TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        assertThat(agency.prakat().items().get(id).category().value()).isEqualTo("news-releases");
        assertThat(agency.prakat().items().get(id).publicCategory().value()).isEqualTo(category);
        assertThat(agency.publicText()).contains("วิสัยทัศน์ พันธกิจ");
        assertThat(approvals.submit(id, author).step()).isEqualTo("executive");
    }

    @Test
    @Tag("S001-R09")
    void whatIsOrderedDownWhileItIsDecidedIsDecidedNoMore() {
        Prakat prakat = agency.prakat();
        ItemId id = prakat.items().draft(TestAgency.AUTHOR, TestAgency.draft("ประกาศ", FROM, UNTIL));
        prakat.approvals().submit(id, TestAgency.AUTHOR);
        prakat.approvals().withdraw(id, TestAgency.AUTHOR, TakeDownKind.GONE, TakeDownReason.ERROR, "ผิดฉบับ");

        conflict(
                () -> prakat.approvals().decide(id, TestAgency.DIRECTOR, Decision.approve("")),
                "no decision is awaited");
        prakat.sweep();
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
        assertThat(prakat.items().get(id).state()).isEqualTo(ItemState.DRAFT);

        ApprovalCase again = prakat.approvals().submit(id, TestAgency.AUTHOR);
        assertThat(again.resubmits()).isNull();
        prakat.approvals().decide(id, TestAgency.DIRECTOR, Decision.approve(""));
        prakat.sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ");
        assertThat(prakat.approvals().cases(id))
                .extracting(ApprovalCase::status)
                .containsExactly(ApprovalCase.Status.WITHDRAWN, ApprovalCase.Status.APPROVED);
    }

    @Test
    @Tag("S001-R09")
    void whatIsPublicAndOrderedDownDoesNotComeBackByTheOldAgreement() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        agency.prakat().approvals().withdraw(id, TestAgency.AUTHOR, TakeDownKind.GONE, TakeDownReason.ERROR, "ผิดฉบับ");
        agency.prakat().sweep();
        assertThat(agency.prakat().approvals().cases(id))
                .extracting(ApprovalCase::status)
                .containsExactly(ApprovalCase.Status.WITHDRAWN);
        conflict(
                () -> agency.prakat().approvals().verify(id, TestAgency.COLLEAGUE, Verification.sound("")),
                "no verification is awaited");
        agency.restart(new InMemoryTarget(agency.web));
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
    }

    private static void conflict(Runnable command, String words) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(command::run)
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
    }
}
