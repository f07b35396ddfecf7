package dev.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of the Social Security Office, from the draft to the verification. */
class SsoRoutesRunTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 5, 31);

    @TempDir
    Path folder;

    @Test
    @Tag("S001-R06")
    @Tag("S001-R09")
    @Tag("AT-51")
    void aUnitWithTheDutyPublishesAndAnotherOfficerVerifies() {
        try (TestAgency agency = new TestAgency(folder)) {
            ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
            agency.prakat().sweep();
            ApprovalCase run = only(agency, id);
            assertThat(run.step()).isEqualTo("verify");
            assertThat(run.publisher()).isEqualTo(new OfficerId("somying"));
            refused(() -> agency.prakat().approvals().verify(id, TestAgency.AUTHOR, Verification.sound("")), "AMB-02");
            refused(
                    () -> agency.prakat().approvals().verify(id, TestAgency.DIRECTOR, Verification.sound("")),
                    "AMB-02");
            agency.prakat().approvals().verify(id, TestAgency.COLLEAGUE, Verification.sound("ตรงตามที่อนุมัติ"));
            assertThat(only(agency, id).status()).isEqualTo(ApprovalCase.Status.DONE);
            assertThat(agency.prakat().replay().differences()).isEmpty();
        }
    }

    @Test
    @Tag("S001-R11")
    @Tag("S001-R12")
    @Tag("S001-R13")
    @Tag("S001-R14")
    void aUnitWithoutTheDutyGoesThroughTheExecutiveTheLetterAndTheInformationCentre() {
        SampleAgency office = SampleAgency.socialSecurityOffice()
                .acting("executive", "AUTHORISED_EXECUTIVE", FROM, LocalDate.of(2021, 9, 30));
        try (TestAgency agency = new TestAgency(folder, office)) {
            Approvals approvals = agency.prakat().approvals();
            ItemId id = agency.prakat().items().draft(Actor.local("somchai"), notice("news-releases"));
            approvals.submit(id, Actor.local("somchai"));
            approvals.decide(id, Actor.local("executive"), Decision.approve(""));
            approvals.decide(id, TestAgency.OTHER_DIRECTOR, Decision.approve("ส่งหนังสือแล้ว"));
            approvals.decide(id, TestAgency.DIRECTOR, Decision.classify("vision-mission"));
            assertThat(agency.prakat().items().get(id).category().value()).isEqualTo("vision-mission");
            approvals.decide(id, TestAgency.DIRECTOR, Decision.assign("somsak", ""));
            assertThat(only(agency, id).stepDue()).isEqualTo("2021-03-04T16:59:59.999Z");
            agency.prakat().sweep();
            assertThat(only(agency, id).publisher()).isEqualTo(new OfficerId("somsak"));
            assertThat(agency.publicText()).contains("รายละเอียด");
            approvals.verify(id, TestAgency.AUTHOR, Verification.sound(""));
            assertThat(only(agency, id).status()).isEqualTo(ApprovalCase.Status.DONE);
            assertThat(only(agency, id).acts().get(0).orderNumber()).isEqualTo("คำสั่งที่ 1/2564");
            assertThat(agency.prakat().replay().differences()).isEmpty();
        }
    }

    @Test
    @Tag("S001-R02")
    @Tag("AT-49")
    @Tag("AT-50")
    void contentOutsideTheListNeedsTheExecutiveWhoseOrderIsInForce() {
        SampleAgency office = SampleAgency.socialSecurityOffice()
                .acting("executive", "AUTHORISED_EXECUTIVE", FROM, LocalDate.of(2021, 9, 30));
        try (TestAgency agency = new TestAgency(folder, office)) {
            Approvals approvals = agency.prakat().approvals();
            agency.at("2021-09-30T02:00:00Z");
            Draft draft = Draft.of("outside-list", "เรื่องอื่น", "<p>รายละเอียด</p>")
                    .withPlacement(PlacementPlan.gone(
                            "www", PublishWindow.ofDates(LocalDate.of(2021, 9, 30), LocalDate.of(2021, 12, 31))));
            ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, draft);
            approvals.submit(id, TestAgency.AUTHOR);
            approvals.decide(id, TestAgency.DIRECTOR, Decision.approve(""));
            agency.prakat().sweep();
            assertThat(agency.publicText()).doesNotContain("เรื่องอื่น");
            refused(() -> approvals.decide(id, TestAgency.DIRECTOR, Decision.approve("")), "AUTHORISED_EXECUTIVE");
            agency.at("2021-09-30T17:00:00Z");
            refused(() -> approvals.decide(id, Actor.local("executive"), Decision.approve("")), "nobody holds it now");
            agency.at("2021-09-30T16:59:59.999Z");
            approvals.decide(id, Actor.local("executive"), Decision.approve(""));
            assertThat(only(agency, id).step()).isEqualTo("publish");
        }
    }

    private static Draft notice(String category) {
        return Draft.of(category, "ประกาศ", "<p>รายละเอียด</p>")
                .withPlacement(PlacementPlan.gone("www", PublishWindow.ofDates(FROM, UNTIL)));
    }

    private static ApprovalCase only(TestAgency agency, ItemId id) {
        assertThat(agency.prakat().approvals().cases(id)).hasSize(1);
        return agency.prakat().approvals().cases(id).get(0);
    }

    private static void refused(Runnable command, String words) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(command::run)
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
    }
}
