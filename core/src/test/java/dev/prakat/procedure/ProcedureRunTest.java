package dev.prakat.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prakat.calendar.TimeLimit;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.ProcedureRun.Status;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcedureRunTest {

    private static final Instant MONDAY = Instant.parse("2021-03-01T02:00:00Z");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.government();
    private static final Procedure CHAIN = new Procedure(
            "chain",
            "ก",
            "a",
            "S001-R06",
            List.of(
                    step("review", StepKind.DECIDE, null),
                    step("agree", StepKind.DECIDE, TimeLimit.parse("1h")),
                    step("publish", StepKind.PUBLISH, TimeLimit.parse("3d")),
                    step("verify", StepKind.VERIFY, null)));

    @Test
    @Tag("S001-R09")
    void passesThroughItsStepsAndIsApprovedBeforeItIsPublished() {
        ProcedureRun run = ProcedureRun.start(CHAIN, MONDAY);
        assertThat(run.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(run.currentStep()).map(Step::id).contains("review");

        run = run.decide(Outcome.APPROVE, MONDAY).decide(Outcome.APPROVE, MONDAY.plusSeconds(60));
        assertThat(run.status()).isEqualTo(Status.APPROVED);
        assertThat(run.currentStep()).map(Step::id).contains("publish");

        run = run.complete(MONDAY.plusSeconds(120));
        assertThat(run.currentStep()).map(Step::id).contains("verify");
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
        assertThat(agree.due(CALENDAR)).contains(MONDAY.plusSeconds(3540));
        assertThat(publish.due(CALENDAR)).contains(Instant.parse("2021-03-04T16:59:59.999Z"));
    }

    @Test
    void aRefusalEndsTheRun() {
        ProcedureRun refused = ProcedureRun.start(CHAIN, MONDAY).decide(Outcome.REFUSE, MONDAY.plusSeconds(1));

        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.currentStep()).isEmpty();
        assertThat(refused.due(CALENDAR)).isEmpty();
        assertThat(conflict(() -> refused.decide(Outcome.APPROVE, MONDAY))).hasMessageContaining("REFUSED");
        conflict(() -> refused.complete(MONDAY));
    }

    @Test
    void aReturnGoesOneStepBackAndFromTheFirstToTheAuthor() {
        ProcedureRun first = ProcedureRun.start(CHAIN, MONDAY);
        ProcedureRun back = first.decide(Outcome.APPROVE, MONDAY).decide(Outcome.RETURN, MONDAY.plusSeconds(9));

        assertThat(back).isEqualTo(new ProcedureRun(CHAIN, 0, Status.IN_PROGRESS, MONDAY.plusSeconds(9)));
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
    void aClockThatIsBehindDoesNotTurnTheRunBack() {
        ProcedureRun run = ProcedureRun.start(CHAIN, MONDAY).decide(Outcome.APPROVE, MONDAY.minusSeconds(5));

        assertThat(run.stepBegan()).isEqualTo(MONDAY);
    }

    @Test
    void withoutDecisionsItIsApprovedFromTheStart() {
        Procedure open = new Procedure("open", "ก", "a", "S001-R06", List.of(step("publish", StepKind.PUBLISH, null)));

        assertThat(ProcedureRun.start(open, MONDAY).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void refusesAStepThatTheProcedureDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProcedureRun(CHAIN, 5, Status.APPROVED, MONDAY))
                .withMessageContaining("0 to 4");
    }

    @Test
    void keepsItsInvariantsWhateverIsDecided() {
        Random random = new Random(2564);
        List<Outcome> outcomes = List.copyOf(EnumSet.of(Outcome.APPROVE, Outcome.REFUSE, Outcome.RETURN));
        for (int i = 0; i < 5_000; i++) {
            ProcedureRun run = ProcedureRun.start(CHAIN, MONDAY);
            int approvals = 0;
            while (run.status() == Status.IN_PROGRESS) {
                Outcome outcome = outcomes.get(random.nextInt(3));
                ProcedureRun next = run.decide(outcome, run.stepBegan().plusSeconds(random.nextInt(10)));
                assertThat(next.stepBegan()).isAfterOrEqualTo(run.stepBegan());
                approvals += outcome == Outcome.APPROVE ? 1 : outcome == Outcome.RETURN ? -1 : 0;
                run = next;
            }
            assertThat(run.status() == Status.APPROVED).isEqualTo(approvals == 2);
            assertThat(run.currentStep().isPresent()).isEqualTo(run.status() == Status.APPROVED);
        }
    }

    private static PrakatException conflict(Runnable action) {
        PrakatException refused = catchThrowableOfType(PrakatException.class, action::run);
        assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT);
        return refused;
    }

    private static Step step(String id, StepKind kind, TimeLimit limit) {
        Set<Outcome> outcomes =
                kind == StepKind.DECIDE ? EnumSet.of(Outcome.APPROVE, Outcome.REFUSE, Outcome.RETURN) : Set.of();
        return new Step(id, "ก", "a", "S001-R09", kind, new StepActor.DutyHolder("PUBLISH"), limit, outcomes);
    }
}
