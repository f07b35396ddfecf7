package dev.prakat;

import static dev.prakat.TestAgency.AUTHOR;
import static dev.prakat.TestAgency.COLLEAGUE;
import static dev.prakat.TestAgency.DIRECTOR;
import static dev.prakat.TestAgency.OTHER_DIRECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Decision;
import dev.prakat.delivery.Health;
import dev.prakat.delivery.Placement;
import dev.prakat.delivery.PlacementState;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.item.Draft;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemState;
import dev.prakat.item.PlacementPlan;
import dev.prakat.journal.JournalEvent;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.trafficlog.TrafficLogVerifier;
import dev.prakat.trafficlog.VerificationReport;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The path that everything later widens: drafted, agreed, public, down by itself, all of it in the log. */
class MainJobTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

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
    @Tag("S001-R09")
    @Tag("S001-R10")
    @Tag("S002-R05")
    @Tag("AT-40")
    void anItemIsAgreedToAppearsAndComesDownByItself() {
        ItemId id = agency.approved(TestAgency.draft("รับสมัครบุคลากร", FROM, UNTIL));
        assertThat(agency.publicText()).doesNotContain("รับสมัครบุคลากร");

        SweepSummary first = agency.prakat().sweep();
        assertThat(first.published()).isEqualTo(1);
        assertThat(agency.publicText()).contains("รายละเอียดของ รับสมัครบุคลากร", "เนื้อหาของ");
        assertThat(only(id).state()).isEqualTo(PlacementState.LIVE_PROVEN);

        agency.at("2021-03-31T16:59:59.999Z");
        assertThat(agency.prakat().sweep().takenDown()).isZero();
        agency.at("2021-03-31T17:00:00Z");
        SweepSummary last = agency.prakat().sweep();
        assertThat(last.takenDown()).isEqualTo(1);
        assertThat(last.clean()).isTrue();
        assertThat(agency.publicText())
                .contains("ครบกำหนดระยะเวลาการเผยแพร่ข้อมูล")
                .doesNotContain("รายละเอียดของ", "เนื้อหาของ");
        Placement placement = only(id);
        assertThat(placement.state()).isEqualTo(PlacementState.REMOVAL_PROVEN);
        assertThat(placement.removalLateness()).isEqualTo(Duration.ZERO);
    }

    @Test
    void everyActionIsInTheLogAndTheLogVerifies() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        agency.close();
        VerificationReport report = TrafficLogVerifier.verify(agency.log());
        assertThat(report.verdict()).as("%s", report).isEqualTo(VerificationReport.Verdict.SOUND);
        // draft, submit, decide, place, publish: an intent and an outcome each.
        assertThat(report.size()).isGreaterThanOrEqualTo(10);
        agency.restart(new InMemoryTarget(agency.web));
        assertThat(agency.prakat().history(id.value()))
                .extracting(JournalEvent::type)
                .containsExactly(
                        "item.drafted",
                        "item.submitted",
                        "item.decided",
                        "item.approved",
                        "item.released",
                        "placement.planned",
                        "placement.begun",
                        "item.published",
                        "placement.published",
                        "placement.live-proven",
                        // The period ends in thirty days.
                        "item.expiring");
    }

    @Test
    @Tag("S001-R10")
    @Tag("AT-37")
    void theDirectorsAgreementStartsTheThreeDays() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        ApprovalCase run = agency.prakat().approvals().cases(id).get(0);
        assertThat(run.status()).isEqualTo(ApprovalCase.Status.APPROVED);
        assertThat(run.step()).isEqualTo("publish");
        assertThat(run.stepDue()).isEqualTo(Instant.parse("2021-03-04T16:59:59.999Z"));
    }

    @Test
    @Tag("S001-R09")
    void theDirectorOfAnotherUnitIsRefusedAndToldWhoMay() {
        ItemId id = agency.prakat().items().draft(AUTHOR, TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().approvals().submit(id, AUTHOR);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> agency.prakat().approvals().decide(id, OTHER_DIRECTOR, Decision.approve("ok")))
                .withMessageContaining("director-kc may not decide")
                .withMessageContaining("director-ssn")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> agency.prakat().approvals().decide(id, COLLEAGUE, Decision.approve("ok")));
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("ประกาศ");
    }

    @Test
    @Tag("AT-46")
    void aCategoryWithoutADutyHolderCannotBeSubmittedTo() {
        Draft draft = withRow(TestAgency.draft("สัญญา", FROM, UNTIL), "M037");
        ItemId id = agency.prakat().items().draft(AUTHOR, draft);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> agency.prakat().approvals().submit(id, AUTHOR))
                .withMessageContaining("no duty-holder configured");
    }

    @Test
    void aPeriodLongerThanItsCategoryAllowsIsRefusedAtSubmission() {
        ItemId id = agency.prakat().items().draft(AUTHOR, TestAgency.draft("นานเกินไป", FROM, FROM.plusYears(4)));
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> agency.prakat().approvals().submit(id, AUTHOR))
                .withMessageContaining("AMB-09")
                .withMessageContaining("2024-02-29");
    }

    @Test
    @Tag("AT-52")
    void aRefusalNeedsAReasonAndTheItemStartsAgain() {
        ItemId id = agency.prakat().items().draft(AUTHOR, TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().approvals().submit(id, AUTHOR);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> agency.prakat().approvals().decide(id, DIRECTOR, Decision.refuse(" ")))
                .withMessageContaining("S002-R06");
        agency.prakat().approvals().decide(id, DIRECTOR, Decision.refuse("ขาดเอกสารแนบ"));
        assertThat(agency.prakat().items().get(id).state()).isEqualTo(ItemState.DRAFT);
        agency.prakat().items().revise(AUTHOR, id, TestAgency.draft("ประกาศฉบับแก้ไข", FROM, UNTIL));
        agency.approve(id);
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("ประกาศฉบับแก้ไข");
        assertThat(agency.prakat().approvals().cases(id))
                .extracting(ApprovalCase::status)
                .containsExactly(ApprovalCase.Status.REFUSED, ApprovalCase.Status.APPROVED);
    }

    @Test
    void anUnknownCategorySuggestsTheNearest() {
        Draft draft = TestAgency.draft("ประกาศ", FROM, UNTIL);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> agency.prakat().items().draft(AUTHOR, withRow(draft, "news-release")))
                .withMessageContaining("news-releases");
    }

    @Test
    void whatIsNotApprovedStaysOutWhileWhatIsApprovedStaysIn() {
        ItemId id = agency.approved(TestAgency.draft("ฉบับแรก", FROM, UNTIL));
        agency.prakat().sweep();
        agency.prakat().items().revise(AUTHOR, id, TestAgency.draft("ฉบับสอง", FROM, UNTIL));
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("ฉบับแรก").doesNotContain("ฉบับสอง");
        agency.approve(id);
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("ฉบับสอง").doesNotContain("ฉบับแรก");
        assertThat(only(id).fence()).isEqualTo(2);
        Item item = agency.prakat().items().get(id);
        assertThat(item.approvedRevision()).isEqualTo(2);
    }

    @Test
    void whatWasSubmittedCannotBeRevisedUntilItIsDecided() {
        ItemId id = agency.prakat().items().draft(AUTHOR, TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().approvals().submit(id, AUTHOR);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> agency.prakat().items().revise(AUTHOR, id, TestAgency.draft("อื่น", FROM, UNTIL)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
        assertThat(agency.prakat().items().get(id).current().title()).isEqualTo("ประกาศ");
    }

    @Test
    void aWithdrawalTakesPersonalDataDownAtOnceTitleAndAll() {
        ItemId id = agency.approved(TestAgency.draft("มีข้อมูลส่วนบุคคล", FROM, UNTIL));
        agency.prakat().sweep();
        agency.prakat()
                .approvals()
                .withdraw(id, COLLEAGUE, TakeDownKind.VANISH, TakeDownReason.PDPA_REQUEST, "เจ้าของข้อมูลร้องขอ");
        assertThat(agency.prakat().health().overdue()).isZero();
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("มีข้อมูลส่วนบุคคล");
        assertThat(only(id).state()).isEqualTo(PlacementState.REMOVAL_PROVEN);
    }

    @Test
    void aWithdrawnItemThatWasNeverPublicLeavesNoNotice() {
        ItemId id = agency.approved(TestAgency.draft("ยังไม่เผยแพร่", LocalDate.of(2021, 3, 10), UNTIL));
        agency.prakat().sweep();
        agency.prakat().approvals().withdraw(id, AUTHOR, TakeDownKind.GONE, TakeDownReason.ERROR, "ผิด");
        agency.at("2021-03-15T00:00:00Z");
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("ยังไม่เผยแพร่");
        assertThat(only(id).state()).isEqualTo(PlacementState.WAITING);
    }

    @Test
    void aWindowThatPassedWhileNobodySweptIsNeverPublished() {
        ItemId id = agency.approved(TestAgency.draft("พลาดไปแล้ว", FROM, UNTIL));
        agency.at("2021-04-02T00:00:00Z");
        SweepSummary summary = agency.prakat().sweep();
        assertThat(summary.published()).isZero();
        assertThat(agency.publicText()).doesNotContain("พลาดไปแล้ว");
        assertThat(only(id).state()).isEqualTo(PlacementState.DEAD);
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.DEGRADED);
    }

    @Test
    @Tag("AT-42")
    void afterDowntimeTheFirstSweepTakesDownAndSaysHowLate() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        agency.at("2021-04-02T17:00:00Z");
        agency.restart(new InMemoryTarget(agency.web));
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.STALE);
        assertThat(agency.prakat().health().overdue()).isEqualTo(1);
        assertThat(agency.prakat().sweep().takenDown()).isEqualTo(1);
        assertThat(only(id).removalLateness()).isEqualTo(Duration.ofDays(2));
        assertThat(agency.prakat().history(id.value()))
                .filteredOn(event -> event.type().equals("placement.removal-proven"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.detail("due")).isEqualTo("2021-03-31T17:00:00Z");
                    assertThat(event.detail("late")).isEqualTo("PT48H");
                    assertThat(event.at()).isEqualTo(Instant.parse("2021-04-02T17:00:00Z"));
                });
        SweepSummary second = agency.prakat().sweep();
        assertThat(second.takenDown() + second.published() + second.proven()).isZero();
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.UP);
    }

    @Test
    @Tag("AT-41")
    void anItemWithAnHourIsPublicFromThatHourOn() {
        Instant opens = Instant.parse("2021-04-01T01:30:00Z");
        agency.restart(Map.of("www", new InMemoryTarget(agency.web)), builder -> builder.clockTolerance(Duration.ZERO));
        agency.approved(Draft.of("news-releases", "ประกาศ", "<p>เริ่มแปดโมงครึ่ง</p>")
                .withPlacement(
                        PlacementPlan.gone("www", PublishWindow.of(opens, Instant.parse("2021-04-30T17:00:00Z")))));
        agency.clock.set(opens.minusMillis(1));
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("เริ่มแปดโมงครึ่ง");
        agency.clock.set(opens);
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("เริ่มแปดโมงครึ่ง");
    }

    @Test
    @Tag("AT-41")
    void byDefaultTheHourIsOverForEveryClockThatIsFiveSecondsAhead() {
        Instant opens = Instant.parse("2021-04-01T01:30:00Z");
        agency.approved(Draft.of("news-releases", "ประกาศ", "<p>เริ่มแปดโมงครึ่ง</p>")
                .withPlacement(
                        PlacementPlan.gone("www", PublishWindow.of(opens, Instant.parse("2021-04-30T17:00:00Z")))));
        agency.clock.set(opens.plusMillis(4_999));
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("เริ่มแปดโมงครึ่ง");
        agency.clock.set(opens.plusSeconds(5));
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("เริ่มแปดโมงครึ่ง");
    }

    @Test
    @Tag("AT-43")
    void aTakeDownThatFailsIsTriedAgainAndNeverMarkedDone() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        agency.at("2021-03-31T17:00:00Z");
        agency.web.available(false);
        for (int n = 0; n < 40; n++) {
            assertThat(agency.prakat().sweep().clean()).isFalse();
            assertThat(only(id).state()).isEqualTo(PlacementState.FAILED);
            assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.OVERDUE);
            agency.clock.advance(Duration.ofMinutes(1));
        }
        agency.web.available(true);
        assertThat(agency.prakat().sweep().takenDown()).isEqualTo(1);
        assertThat(only(id).removalLateness()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void whoOnlyLooksNeedsNoLogAndChangesNothing() {
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        try (Prakat looker = agency.looker()) {
            assertThat(looker.items().get(id).state()).isEqualTo(ItemState.APPROVED);
            assertThat(looker.health().status()).isEqualTo(Health.Status.NEVER_RAN);
            assertThatExceptionOfType(PrakatException.class)
                    .isThrownBy(looker::sweep)
                    .withMessageContaining("look only");
            assertThatExceptionOfType(PrakatException.class)
                    .isThrownBy(() -> looker.approvals().submit(id, AUTHOR))
                    .withMessageContaining("look only");
            assertThat(looker.health().status()).isEqualTo(Health.Status.NEVER_RAN);
        }
        assertThat(agency.prakat().sweep().published()).isEqualTo(1);
    }

    @Test
    void healthSaysWhenNobodyEverSwept() {
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.NEVER_RAN);
        agency.prakat().sweep();
        assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.UP);
    }

    private Placement only(ItemId id) {
        assertThat(agency.prakat().placements().of(id)).hasSize(1);
        return agency.prakat().placements().of(id).get(0);
    }

    private static Draft withRow(Draft draft, String category) {
        return draft.withCategory(category);
    }
}
