package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Approvals;
import dev.prakat.approval.Decision;
import dev.prakat.approval.Task;
import dev.prakat.approval.Verification;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Outcome;
import dev.prakat.spi.PrakatListener.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy keeps apart stays apart and what it does not may be one person; a step on hold has no clock. */
class SeparationAndHoldRunTest {

    private static final String THREE_PERSONS = "{parts: [APPROVER, PUBLISHER, VERIFIER], rule: AMB-02}";
    private static final String DIRECTOR_AGREES = "on: {APPROVE: publish, REFUSE: REFUSED, RETURN: AUTHOR}";

    @TempDir
    Path folder;

    private TestAgency agency;

    @AfterEach
    void close() {
        assertThat(agency.prakat().replay().differences()).isEmpty();
        agency.close();
    }

    @Test
    @Tag("AT-51")
    @Tag("AMB-02")
    void whoPublishedVerifiesOnlyWhereTheyAreNotKeptApart() throws IOException {
        open(THREE_PERSONS, "{parts: [APPROVER, PUBLISHER], rule: AMB-02}");
        ItemId id = agency.approved(draft());
        agency.prakat().sweep();
        assertThat(only(id).publisher()).isEqualTo(TestAgency.AUTHOR.officer());
        approvals().verify(id, TestAgency.AUTHOR, Verification.sound(""));
        assertThat(only(id).status()).isEqualTo(ApprovalCase.Status.DONE);
    }

    @Test
    @Tag("AT-51")
    @Tag("AMB-02")
    void byThePolicyAsItIsWhoPublishedIsToldWhy() {
        agency = new TestAgency(folder);
        ItemId id = agency.approved(draft());
        agency.prakat().sweep();
        refused(
                () -> approvals().verify(id, TestAgency.AUTHOR, Verification.sound("")),
                "somying was PUBLISHER of this item; VERIFIER must be another person (AMB-02)");
        refused(
                () -> approvals().verify(id, TestAgency.DIRECTOR, Verification.sound("")),
                "director-ssn was APPROVER of this item");
        assertThat(only(id).step()).isEqualTo("verify");
    }

    @Test
    @Tag("AMB-02")
    void whoWroteItAgreesOnlyWhereTheSettingAllowsIt() throws IOException {
        open("approverMustDiffer: {value: true", "approverMustDiffer: {value: false");
        ItemId id = agency.prakat().items().draft(TestAgency.DIRECTOR, draft());
        approvals().submit(id, TestAgency.DIRECTOR);
        approvals().decide(id, TestAgency.DIRECTOR, Decision.approve(""));
        refused(() -> approvals().publish(id, TestAgency.DIRECTOR, ""), "APPROVER");
        approvals().publish(id, TestAgency.AUTHOR, "");
        agency.prakat().sweep();
        approvals().verify(id, TestAgency.COLLEAGUE, Verification.sound(""));
        assertThat(only(id).status()).isEqualTo(ApprovalCase.Status.DONE);
    }

    @Test
    @Tag("AMB-39")
    void aStepOnHoldHasNoClockAndGoesOnWithItsWholeTime() throws IOException {
        List<Event> told = new ArrayList<>();
        open(
                DIRECTOR_AGREES,
                "within: {limit: 1d, rule: S001-R09}\n        "
                        + "on: {APPROVE: publish, REFUSE: REFUSED, RETURN: AUTHOR, HOLD: agree}");
        agency.restart(told::add);
        ItemId id = agency.prakat().items().draft(TestAgency.AUTHOR, draft());
        approvals().submit(id, TestAgency.AUTHOR);
        assertThat(only(id).stepDue()).isEqualTo("2021-03-02T16:59:59.999Z");
        assertThat(task().outcomes()).contains(Outcome.HOLD);

        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> approvals().decide(id, TestAgency.DIRECTOR, Decision.hold(" ")));
        ApprovalCase held = approvals().decide(id, TestAgency.DIRECTOR, Decision.hold("รอหนังสือจากกรม"));
        assertThat(held.step()).isEqualTo("agree");
        assertThat(held.status()).isEqualTo(ApprovalCase.Status.IN_PROGRESS);
        assertThat(held.stepDue()).isNull();

        agency.at("2021-03-12T02:00:00Z");
        agency.prakat().sweep();
        assertThat(told).extracting(Event::type).doesNotContain("task.late");
        assertThat(task().late()).isFalse();
        assertThat(agency.publicText()).doesNotContain("รายละเอียดของ");
        ApprovalCase agreed = approvals().decide(id, TestAgency.DIRECTOR, Decision.approve("ได้รับหนังสือแล้ว"));
        assertThat(agreed.acts().get(1).late()).isFalse();
        assertThat(agreed.stepDue())
                .as("three days from the agreement; Monday follows the weekend")
                .isEqualTo("2021-03-15T16:59:59.999Z");
        agency.prakat().sweep();
        assertThat(agency.publicText()).contains("รายละเอียดของ");
    }

    private void open(String was, String is) throws IOException {
        AgencyPolicy policy = AgencyPolicy.load(PolicyFolder.copyOfSsoWebsite(folder.resolve("policy"))
                .replace("policy.yaml", was, is)
                .path());
        agency = new TestAgency(folder, SampleAgency.socialSecurityOffice().with(policy));
    }

    private static Draft draft() {
        return TestAgency.draft("ประกาศ", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 5, 31));
    }

    private Task task() {
        return approvals().tasksFor(TestAgency.DIRECTOR.officer()).stream()
                .filter(task -> task.kind() == Task.Kind.DECIDE)
                .findFirst()
                .orElseThrow();
    }

    private Approvals approvals() {
        return agency.prakat().approvals();
    }

    private ApprovalCase only(ItemId id) {
        assertThat(approvals().cases(id)).hasSize(1);
        return approvals().cases(id).get(0);
    }

    private static void refused(Runnable command, String words) {
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(command::run)
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
    }
}
