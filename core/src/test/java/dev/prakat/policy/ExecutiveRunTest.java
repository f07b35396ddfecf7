package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Approvals;
import dev.prakat.approval.Decision;
import dev.prakat.approval.Verification;
import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the director's agreement is not enough for, from the draft to the verification. */
class ExecutiveRunTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 5, 31);
    private static final Actor EXECUTIVE = Actor.local("executive");

    @TempDir
    Path folder;

    private TestAgency agency;

    @AfterEach
    void close() {
        assertThat(agency.prakat().replay().differences()).isEmpty();
        agency.close();
    }

    @Test
    @Tag("S001-R05")
    @Tag("AMB-19")
    void whatIsNotRoutineMissionIsAgreedToByDirectorAndExecutive() throws IOException {
        AgencyPolicy policy = AgencyPolicy.load(PolicyFolder.copyOfSsoWebsite(folder.resolve("policy"))
                .replace("policy.yaml", "routineMission: {value: DATA_CELL", "routineMission: {value: NOTHING")
                .path());
        open(policy);
        ItemId id = submitted("news-releases", "s001-2-1-1-executive");
        assertThat(approvals()
                        .decide(id, TestAgency.DIRECTOR, Decision.approve(""))
                        .step())
                .isEqualTo("executive");
        unpublished();
        assertThat(approvals()
                        .decide(id, EXECUTIVE, Decision.sendBack("ขอรายละเอียด"))
                        .step())
                .isEqualTo("agree");
        approvals().decide(id, TestAgency.DIRECTOR, Decision.approve("เพิ่มแล้ว"));
        unpublished();
        approvals().decide(id, EXECUTIVE, Decision.approve(""));
        verified(id);
    }

    @Test
    @Tag("S001-R02")
    @Tag("AT-49")
    @Tag("AMB-20")
    void contentOutsideTheListIsPublishedAndVerifiedLikeAnyOther() {
        open(AgencyPolicy.builtIn("sso-website"));
        ItemId id = submitted("outside-list", "s001-outside-list");
        approvals().decide(id, TestAgency.DIRECTOR, Decision.approve(""));
        unpublished();
        approvals().decide(id, EXECUTIVE, Decision.approve(""));
        verified(id);
    }

    @Test
    @Tag("S001-R05")
    @Tag("AMB-08")
    void anExecutiveWhoseOrderEndsDuringTheCaseAgreesNoMore() {
        open(AgencyPolicy.builtIn("sso-website"));
        ItemId id = submitted("outside-list", "s001-outside-list");
        approvals().decide(id, TestAgency.DIRECTOR, Decision.approve(""));
        agency.at("2021-04-01T02:00:00Z");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> approvals().decide(id, EXECUTIVE, Decision.approve("")))
                .withMessageContaining("AUTHORISED_EXECUTIVE (nobody holds it now)")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
        assertThat(approvals().tasksFor(new OfficerId("executive"))).noneMatch(task -> id.equals(task.item()));
        unpublished();
        assertThat(approvals().cases(id).get(0).status()).isEqualTo(ApprovalCase.Status.IN_PROGRESS);
    }

    private void open(AgencyPolicy policy) {
        agency = new TestAgency(
                folder,
                SampleAgency.socialSecurityOffice()
                        .with(policy)
                        .acting("executive", "AUTHORISED_EXECUTIVE", FROM, LocalDate.of(2021, 3, 31)));
    }

    private ItemId submitted(String category, String procedure) {
        ItemId id = agency.prakat()
                .items()
                .draft(
                        TestAgency.AUTHOR,
                        TestAgency.draft("ประกาศ", FROM, UNTIL).withCategory(category));
        assertThat(approvals().submit(id, TestAgency.AUTHOR).procedure()).isEqualTo(procedure);
        return id;
    }

    private void unpublished() {
        agency.prakat().sweep();
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
    }

    private void verified(ItemId id) {
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ");
        approvals().verify(id, TestAgency.COLLEAGUE, Verification.sound(""));
        ApprovalCase run = approvals().cases(id).get(0);
        assertThat(run.status()).isEqualTo(ApprovalCase.Status.DONE);
        assertThat(run.acts())
                .filteredOn(act -> act.step().equals("executive"))
                .allSatisfy(act -> assertThat(act.orderNumber()).isEqualTo("คำสั่งที่ 1/2564"));
    }

    private Approvals approvals() {
        return agency.prakat().approvals();
    }
}
