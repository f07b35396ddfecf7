package dev.prakat.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prakat.calendar.TimeLimit;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.ProcedureRun.Status;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcedureRunTest {

    private static final Instant MONDAY = Instant.parse("2021-03-01T02:00:00Z");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.government();
    private static final Procedure CHAIN = SampleProcedures.chain();
    private static final Procedure RICH = SampleProcedures.rich();

    @Test
    @Tag("S001-R09")
    void passesThroughItsStepsAndIsApprovedBeforeItIsPublished() {
        ProcedureRun run = ProcedureRun.start(CHAIN, MONDAY);
        assertThat(run.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(run.step()).isEqualTo("review");

        run = run.decide(Outcome.APPROVE, MONDAY).decide(Outcome.APPROVE, MONDAY.plusSeconds(60));
        assertThat(run.status()).isEqualTo(Status.APPROVED);
        assertThat(run.currentStep()).map(Step::id).contains("publish");

        run = run.complete(MONDAY.plusSeconds(120));
        assertThat(run.step()).isEqualTo("verify");
        run = run.complete(MONDAY.plusSeconds(180));
        assertThat(run.currentStep()).isEmpty();
        assertThat(run.status()).isEqualTo(Status.APPROVED);
        assertThat(run.stepBegan()).isEqualTo(MONDAY.plusSeconds(180));
    }

    @Test
    @Tag("AT-37")
    @Tag("S001-R10")
    @Tag("AMB-07")
    void measuresAStepFromItsOwnBeginning() {
        ProcedureRun review = ProcedureRun.start(CHAIN, MONDAY.minusSeconds(864_000));
        ProcedureRun agree = review.decide(Outcome.APPROVE, MONDAY.minusSeconds(60));
        ProcedureRun publish = agree.decide(Outcome.APPROVE, MONDAY);

        assertThat(review.due(CALENDAR)).isEmpty();
        assertThat(agree.due(CALENDAR)).isPresent();
        assertThat(publish.due(CALENDAR)).contains(Instant.parse("2021-03-04T16:59:59.999Z"));
    }

    @Test
    @Tag("S002-R06")
    @Tag("S003-R09")
    void aRefusalIsToldBeforeTheRunEnds() {
        ProcedureRun refused = ProcedureRun.start(CHAIN, MONDAY).decide(Outcome.REFUSE, MONDAY.plusSeconds(1));

        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.step()).isEqualTo("tell");
        assertThat(refused.due(CALENDAR)).isPresent();
        conflict(() -> refused.resubmitted(MONDAY));

        ProcedureRun told = refused.complete(MONDAY.plusSeconds(2));
        assertThat(told.status()).isEqualTo(Status.REFUSED);
        assertThat(told.currentStep()).isEmpty();
        assertThat(conflict(() -> told.decide(Outcome.APPROVE, MONDAY))).hasMessageContaining("REFUSED");
        conflict(() -> told.complete(MONDAY));
    }

    @Test
    @Tag("AT-52")
    @Tag("S002-R07")
    @Tag("S003-R05")
    void beginsAgainWhereTheProcedureSays() {
        ProcedureRun told = ProcedureRun.start(CHAIN, MONDAY)
                .decide(Outcome.APPROVE, MONDAY)
                .decide(Outcome.REFUSE, MONDAY)
                .complete(MONDAY);
        Instant later = MONDAY.plusSeconds(90);

        assertThat(told.resubmitted(later)).isEqualTo(ProcedureRun.start(CHAIN, later));
        conflict(() -> ProcedureRun.start(CHAIN, MONDAY).resubmitted(later));
    }

    @Test
    void aReturnGoesWhereTheStepSays() {
        ProcedureRun first = ProcedureRun.start(CHAIN, MONDAY);
        ProcedureRun back = first.decide(Outcome.APPROVE, MONDAY).decide(Outcome.RETURN, MONDAY.plusSeconds(9));

        assertThat(back.step()).isEqualTo("review");
        assertThat(back.stepBegan()).isEqualTo(MONDAY.plusSeconds(9));
        assertThat(first.decide(Outcome.RETURN, MONDAY).status()).isEqualTo(Status.RETURNED);
        assertThat(first.decide(Outcome.RETURN, MONDAY).currentStep()).isEmpty();
    }

    @Test
    void publishingIsNotDecidedAndDecidingIsNotPublished() {
        ProcedureRun first = ProcedureRun.start(CHAIN, MONDAY);
        ProcedureRun approved = first.decide(Outcome.APPROVE, MONDAY).decide(Outcome.APPROVE, MONDAY);

        conflict(() -> first.complete(MONDAY));
        conflict(() -> approved.decide(Outcome.APPROVE, MONDAY));
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSIGN", "CLASSIFY", "HOLD"})
    void namesTheOutcomesThatAStepMayComeTo(Outcome outcome) {
        PrakatException refused = catchThrowableOfType(
                PrakatException.class, () -> ProcedureRun.start(CHAIN, MONDAY).decide(outcome, MONDAY));

        assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_INPUT);
        assertThat(refused).hasMessageContaining("review").hasMessageContaining("APPROVE, REFUSE, RETURN");
    }

    @Test
    @Tag("S001-R17")
    @Tag("S001-R18")
    void isAssignedToAUnitAndThenToAnOfficer() {
        ProcedureRun handedIn = ProcedureRun.submitted(RICH, MONDAY);
        assertThat(handedIn.step()).isEqualTo("consider");
        assertThat(wrong(() -> handedIn.decide(Outcome.ASSIGN, "กค.", MONDAY))).hasMessageContaining("[ศสน., สบท.]");

        ProcedureRun screen = handedIn.decide(Outcome.ASSIGN, "สบท.", MONDAY);
        assertThat(screen.choices().unit()).isEqualTo("สบท.");
        assertThat(wrong(() -> screen.decide(Outcome.ASSIGN, " ", MONDAY))).hasMessageContaining("an officer");

        ProcedureRun publish = screen.decide(Outcome.ASSIGN, "somchai", MONDAY);
        assertThat(publish.choices().officer()).isEqualTo("somchai");
        assertThat(publish.choices().unit()).isEqualTo("สบท.");
        assertThat(publish.step()).isEqualTo("publish");
    }

    @Test
    @Tag("S001-R13")
    void theCategoryStandsFastOnceItsStepIsLeftAndNotBefore() {
        ProcedureRun screen = ProcedureRun.submitted(RICH, MONDAY).decide(Outcome.APPROVE, "LONG", MONDAY);
        ProcedureRun classified = screen.decide(Outcome.CLASSIFY, "law-acts", MONDAY.plusSeconds(60));

        assertThat(classified.step()).isEqualTo("screen");
        assertThat(classified.stepBegan()).as("its clock goes on").isEqualTo(MONDAY);
        assertThat(classified.choices().category()).isEqualTo("law-acts");
        assertThat(classified
                        .decide(Outcome.CLASSIFY, "law-notifications", MONDAY)
                        .choices()
                        .category())
                .isEqualTo("law-notifications");
        assertThat(wrong(() -> screen.decide(Outcome.CLASSIFY, MONDAY))).hasMessageContaining("a category");
        assertThat(classified.choices().frozen()).isFalse();
        assertThat(classified
                        .decide(Outcome.ASSIGN, "somchai", MONDAY)
                        .choices()
                        .frozen())
                .isTrue();
    }

    @Test
    @Tag("S000-R20")
    @Tag("AT-36")
    void whatIsOnHoldIsNeverLateUntilItGoesOn() {
        ProcedureRun held = ProcedureRun.submitted(RICH, MONDAY).decide(Outcome.HOLD, MONDAY.plusSeconds(5));

        assertThat(held.step()).isEqualTo("consider");
        assertThat(held.due(CALENDAR)).isEmpty();
        ProcedureRun assigned = held.decide(Outcome.ASSIGN, "ศสน.", MONDAY.plusSeconds(9));
        assertThat(assigned.choices().held()).isFalse();
        assertThat(assigned.due(CALENDAR)).isPresent();
    }

    @Test
    void takesTheBranchThatIsChosen() {
        ProcedureRun consider = ProcedureRun.submitted(RICH, MONDAY);

        assertThat(consider.decide(Outcome.APPROVE, "SHORT", MONDAY).step()).isEqualTo("publish");
        assertThat(consider.decide(Outcome.APPROVE, "LONG", MONDAY).step()).isEqualTo("screen");
        assertThat(wrong(() -> consider.decide(Outcome.APPROVE, MONDAY))).hasMessageContaining("SHORT");
    }

    @Test
    @Tag("S003-R12")
    @Tag("AT-54")
    void twoStepsMayShareOneLimit() {
        Step review = SampleProcedures.decide("review", "1h", "APPROVE", "permit");
        Step permit = SampleProcedures.decide("permit", null, "APPROVE", "publish");
        Step shared = new Step(
                permit.id(),
                "ก",
                "a",
                permit.rules(),
                permit.kind(),
                permit.who(),
                new StepLimit(TimeLimit.parse("3d"), "review", true, "S003-R12"),
                permit.on(),
                null,
                false);
        Procedure procedure = SampleProcedures.procedure(
                "shared", review, shared, SampleProcedures.act("publish", StepKind.PUBLISH, null, "DONE"));

        ProcedureRun run = ProcedureRun.start(procedure, MONDAY).decide(Outcome.APPROVE, MONDAY.plusSeconds(86_400));

        assertThat(run.due(CALENDAR)).contains(Instant.parse("2021-03-04T16:59:59.999Z"));
        assertThat(String.valueOf(shared.within())).isEqualTo("3d from review, soft");
    }

    @Test
    void aClockThatIsBehindDoesNotTurnTheRunBack() {
        ProcedureRun run = ProcedureRun.start(CHAIN, MONDAY).decide(Outcome.APPROVE, MONDAY.minusSeconds(5));

        assertThat(run.stepBegan()).isEqualTo(MONDAY);
    }

    @Test
    void withoutDecisionsItIsApprovedFromTheStart() {
        Procedure open =
                SampleProcedures.procedure("open", SampleProcedures.act("publish", StepKind.PUBLISH, null, "DONE"));

        assertThat(ProcedureRun.start(open, MONDAY).status()).isEqualTo(Status.APPROVED);
    }

    private static PrakatException conflict(Runnable action) {
        PrakatException refused = catchThrowableOfType(PrakatException.class, action::run);
        assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT);
        return refused;
    }

    private static PrakatException wrong(Runnable action) {
        PrakatException refused = catchThrowableOfType(PrakatException.class, action::run);
        assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_INPUT);
        return refused;
    }
}
