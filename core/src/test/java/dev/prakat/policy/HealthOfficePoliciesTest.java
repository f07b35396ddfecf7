package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryTerms.Presence;
import dev.prakat.category.ChecklistItem;
import dev.prakat.duty.DutyActor;
import dev.prakat.duty.DutyQuestion;
import dev.prakat.duty.Part;
import dev.prakat.problem.Finding;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.OversightRound;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.ProcedureRun.Status;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor;
import dev.prakat.procedure.StepKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents 002 and 003. */
class HealthOfficePoliciesTest {

    private static final AgencyPolicy PATHUM_THANI = AgencyPolicy.builtIn("pathumthani-pho");
    private static final AgencyPolicy PHAN = AgencyPolicy.builtIn("phan-dho");
    private static final Instant NINE = Instant.parse("2021-03-01T02:00:00Z");

    @Test
    @Tag("S002-R01")
    @Tag("S002-R02")
    @Tag("S002-R08")
    @Tag("S002-R09")
    @Tag("AMB-16")
    void theGroupHeadOrTheChairConsidersAndTheChiefPermits() {
        ProcedureRun run = ProcedureRun.submitted(PATHUM_THANI.procedureFor("INTERNAL"), NINE);

        assertThat(run.currentStep().map(Step::who))
                .contains(new StepActor.AnyOf(List.of(
                        new StepActor.PostHolder("GROUP_HEAD", StepActor.PostHolder.AUTHOR_UNIT),
                        new StepActor.PostHolder("CENTRE_CHAIR", "ศูนย์ข้อมูลข่าวสาร"))));
        run = run.decide(Outcome.APPROVE, NINE);
        assertThat(run.currentStep().map(Step::who))
                .contains(new StepActor.PostHolder("CHIEF_MEDICAL_OFFICER", "สสจ."));
        assertThat(run.decide(Outcome.APPROVE, NINE).step()).isEqualTo("publish");
    }

    @Test
    @Tag("S002-R13")
    @Tag("S002-R14")
    void pathumThanisTimesAreTenAndThirtyMinutes() {
        ProcedureRun propose = ProcedureRun.start(PATHUM_THANI.procedureFor("INTERNAL"), NINE);

        assertThat(PATHUM_THANI.due(propose)).contains(NINE.plusSeconds(600));
        assertThat(PATHUM_THANI.due(propose.complete(NINE))).contains(NINE.plusSeconds(1_800));
    }

    @Test
    @Tag("S002-R06")
    @Tag("S002-R07")
    @Tag("S002-R11")
    @Tag("S003-R05")
    @Tag("S003-R09")
    @Tag("AT-52")
    void aRefusalIsToldByTheWebMasterAndTheItemBeginsAgainWithTheFirstStep() {
        for (AgencyPolicy policy : List.of(PATHUM_THANI, PHAN)) {
            ProcedureRun refused = ProcedureRun.submitted(policy.procedureFor("INTERNAL"), NINE)
                    .decide(Outcome.REFUSE, NINE);

            assertThat(refused.status()).isEqualTo(Status.REFUSED);
            assertThat(refused.currentStep().map(Step::kind)).contains(StepKind.NOTIFY);
            ProcedureRun told = refused.complete(NINE.plusSeconds(60));
            assertThat(told.step()).isNull();
            assertThat(told.resubmitted(NINE).step()).isEqualTo("propose");
        }
        ProcedureRun refused =
                ProcedureRun.submitted(PHAN.procedureFor("INTERNAL"), NINE).decide(Outcome.REFUSE, NINE);
        assertThat(PHAN.due(refused)).contains(NINE.plusSeconds(1_800));
    }

    @Test
    @Tag("S003-R11")
    @Tag("S003-R12")
    @Tag("S003-R13")
    @Tag("S003-R14")
    @Tag("AT-54")
    @Tag("AMB-17")
    void readAsShiftsEachRowOfTheTableIsOne() {
        assertThat(duesOf(PHAN)).isEqualTo("09:30 10:30 10:30 11:00 13:00");
    }

    @Test
    @Tag("S003-R14")
    @Tag("AT-54")
    @Tag("AMB-17")
    void readAsATotalAllIsDoneAfterTwoHours(@TempDir Path temp) throws IOException {
        PolicyFolder.copyOf("phan-dho", temp).replace("policy.yaml", "value: SHIFT", "value: TOTAL");

        assertThat(duesOf(AgencyPolicy.load(temp))).isEqualTo("09:30 10:30 10:30 11:00 11:00");
    }

    @Test
    @Tag("S003-R02")
    @Tag("AMB-16")
    void theChairMayApproveOnlyWhereTheSettingSaysSo(@TempDir Path temp) throws IOException {
        StepActor.PostHolder officer = new StepActor.PostHolder("DISTRICT_OFFICER", "สสอ.พาน");
        assertThat(permit(PHAN)).isEqualTo(officer);

        PolicyFolder.copyOf("phan-dho", temp)
                .replace("policy.yaml", "chairMayApprove: {value: false", "chairMayApprove: {value: true");
        assertThat(permit(AgencyPolicy.load(temp)))
                .isEqualTo(new StepActor.AnyOf(List.of(officer, new StepActor.PostHolder("CENTRE_CHAIR", "สสอ.พาน"))));
    }

    @Test
    @Tag("AMB-02")
    void oneWebMasterPublishesAndChecksAndWhoeverAgreesDoesNotPublish() {
        for (AgencyPolicy policy : List.of(PATHUM_THANI, PHAN)) {
            assertThat(policy.separation().separates(Part.APPROVER, Part.PUBLISHER))
                    .isTrue();
            assertThat(policy.separation().separates(Part.PUBLISHER, Part.VERIFIER))
                    .isFalse();
        }
    }

    @Test
    @Tag("S003-R15")
    @Tag("S003-R16")
    @Tag("S003-R17")
    void dutiesAreHeldByPosts() {
        Category law = PHAN.categories().require("T02");

        assertThat(may(PHAN, law, "RESPONSIBLE", "สสอ.พาน", "WEB_MASTER")).isTrue();
        assertThat(may(PHAN, law, "RESPONSIBLE", "สสอ.พาน", "VERIFYING_OFFICER"))
                .isFalse();
        assertThat(may(PHAN, law, "RESPONSIBLE", "กลุ่มงานบริหารงานทั่วไป", "WEB_MASTER"))
                .as("the post of another unit")
                .isFalse();
        assertThat(may(PHAN, law, "VERIFIER", "สสอ.พาน", "VERIFYING_OFFICER")).isTrue();
        assertThat(PHAN.matrix()
                        .mayAct(DutyQuestion.of(
                                law.id(), "RESPONSIBLE", new DutyActor("สสอ.พาน", Set.of("WEB_MASTER"))))
                        .reason())
                .contains("by the post WEB_MASTER");
    }

    @Test
    @Tag("S002-F07")
    @Tag("S002-F08")
    @Tag("S002-F09")
    void pathumThanisDutiesAreTheThreeSignaturesOfItsForm() {
        Category all = PATHUM_THANI.categories().require("information");

        assertThat(may(PATHUM_THANI, all, "CERTIFY", "สสจ.", "CHIEF_MEDICAL_OFFICER"))
                .isTrue();
        assertThat(may(PATHUM_THANI, all, "PUBLISH", "สสจ.", "WEB_MASTER")).isTrue();
        assertThat(PATHUM_THANI
                        .matrix()
                        .mayAct(all.id(), "PROVIDE", "กลุ่มงาน 1", "กลุ่มงาน 1")
                        .allowed())
                .isTrue();
    }

    @Test
    @Tag("AT-57")
    void anItemWithoutItsRequiredFieldsIsFound() {
        Category knowledge = PHAN.categories().require("T03");

        assertThat(PHAN.missingFields(knowledge.id(), Map.of()))
                .extracting(Finding::rule)
                .containsExactly("S003-T02", "S003-T03");
        assertThat(PHAN.missingFields(knowledge.id(), Map.of("SOURCE", "กรมตัวอย่าง", "DONE_ON", "2021-02-30")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("2021-02-30"));
        assertThat(PHAN.missingFields(knowledge.id(), Map.of("SOURCE", "กรมตัวอย่าง", "DONE_ON", "2021-02-28")))
                .isEmpty();
        assertThat(PHAN.missingFields(PHAN.categories().require("T07").id(), Map.of("STEP_TIMES", "10 นาที")))
                .extracting(Finding::place)
                .containsExactly("MANUAL", "FORMS");
    }

    @Test
    @Tag("AT-56")
    @Tag("S003-R19")
    void topicsSayWhatMustBeThere() {
        assertThat(PHAN.categories().all()).hasSize(10);
        Category first = PHAN.categories().require("T01");
        assertThat(first.terms().checklist()).hasSize(14).contains(new ChecklistItem("T01-4", "ทำเนียบผู้บริหาร"));
        assertThat(PHAN.categories().require("T09").terms().presence()).isEqualTo(Presence.IF_ANY);
        assertThat(PHAN.categories().all())
                .filteredOn(category -> category.terms().presence() == Presence.MANDATORY)
                .hasSize(9);
    }

    @Test
    @Tag("S003-R22")
    void theFrameworkIsPublishedItself() {
        assertThat(PHAN.ownDocument().map(Object::toString)).contains("agency-information");
        assertThat(PATHUM_THANI.ownDocument()).isEmpty();
    }

    @Test
    @Tag("S003-R23")
    @Tag("S003-R24")
    @Tag("S003-R25")
    @Tag("AMB-24")
    void theRoundsOfAYear() {
        OversightRound first = PHAN.rounds().get(0);
        OversightRound second = PHAN.rounds().get(1);

        assertThat(first.cutOff(2021, false)).isEqualTo(LocalDate.of(2021, 2, 28));
        assertThat(first.cutOff(2024, false)).isEqualTo(LocalDate.of(2024, 2, 28));
        assertThat(first.cutOff(2024, true)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(second.cutOff(2021, true)).isEqualTo(LocalDate.of(2021, 7, 31));
    }

    private static boolean may(AgencyPolicy policy, Category category, String duty, String unit, String post) {
        return policy.matrix()
                .mayAct(DutyQuestion.of(category.id(), duty, new DutyActor(unit, Set.of(post))))
                .allowed();
    }

    private static StepActor permit(AgencyPolicy policy) {
        return policy.procedureFor("INTERNAL").step("permit").orElseThrow().who();
    }

    /** When each step is due, when each is done at the last moment. */
    private static String duesOf(AgencyPolicy policy) {
        ProcedureRun run = ProcedureRun.start(policy.procedureFor("INTERNAL"), NINE);
        StringBuilder dues = new StringBuilder();
        while (run.step() != null) {
            Instant due = policy.due(run).orElseThrow();
            dues.append(due.plusSeconds(7 * 3_600).toString(), 11, 16).append(' ');
            Step step = run.currentStep().orElseThrow();
            // The chair leaves the district officer half of the hour that they share.
            Instant done = step.id().equals("review") ? due.minusSeconds(1_800) : due;
            run = step.kind() == StepKind.DECIDE ? run.decide(Outcome.APPROVE, done) : run.complete(done);
        }
        return dues.toString().strip();
    }
}
