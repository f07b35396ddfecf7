package dev.prakat.procedure;

import static dev.prakat.procedure.SampleProcedures.act;
import static dev.prakat.procedure.SampleProcedures.decide;
import static dev.prakat.procedure.SampleProcedures.procedure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.calendar.TimeLimit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A procedure that cannot be run to an end is found before anybody runs it. */
class ProcedureCheckTest {

    private static final Step PUBLISH = act("publish", StepKind.PUBLISH, null, "DONE");

    @Test
    void soundOnesHaveNoFault() {
        assertThat(ProcedureCheck.faults(SampleProcedures.chain())).isEmpty();
        assertThat(ProcedureCheck.faults(SampleProcedures.rich())).isEmpty();
    }

    @Test
    void aNextStepThatIsNotThere() {
        fault(procedure("p", decide("agree", null, "APPROVE", "publsh"), PUBLISH), "agree", "leads to 'publsh'");
    }

    @Test
    void aStepToWhichNoWayLeads() {
        fault(procedure("p", PUBLISH, decide("agree", null, "APPROVE", "DONE")), "agree", "no way leads to step agree");
    }

    @Test
    void aDeadEnd() {
        Procedure loop = procedure(
                "p",
                decide("agree", null, "APPROVE", "publish", "RETURN", "one"),
                decide("one", null, "APPROVE", "two"),
                decide("two", null, "APPROVE", "one"),
                PUBLISH);
        fault(loop, "one", "is a dead end");
        fault(loop, "two", "is a dead end");
    }

    @Test
    void aMissingEnd() {
        fault(
                procedure(
                        "p",
                        decide("agree", null, "APPROVE", "publish"),
                        act("publish", StepKind.PUBLISH, null, "AUTHOR")),
                "",
                "has no end");
    }

    @Test
    void oneThatPublishesNothing() {
        fault(procedure("p", decide("agree", null, "APPROVE", "DONE")), "", "publishes nothing");
    }

    @Test
    void aDecisionAfterPublishing() {
        Procedure late = procedure(
                "p", act("publish", StepKind.PUBLISH, null, "agree"), decide("agree", null, "APPROVE", "DONE"));
        fault(late, "publish", "a decision stands after");
    }

    @Test
    void aRefusalThatGoesOnToPublish() {
        fault(
                procedure("p", decide("agree", null, "APPROVE", "publish", "REFUSE", "publish"), PUBLISH),
                "agree",
                "after the refusal in step agree the step publish would be taken");
    }

    @Test
    void aCategoryThatChangesAfterItStandsFast() {
        Step agree = decide("agree", null, "APPROVE", "screen");
        Procedure late = procedure(
                "p",
                SampleProcedures.with(agree, agree.on(), true),
                decide("screen", null, "APPROVE", "publish", "CLASSIFY", "screen"),
                PUBLISH);
        fault(late, "screen", "stands fast since step agree");
    }

    @Test
    void aStepForWhomeverNobodyAssigned() {
        Step publish = SampleProcedures.by(PUBLISH, new StepActor.AssignedOfficer());
        fault(procedure("p", decide("agree", null, "APPROVE", "publish"), publish), "publish", "nobody can take step");

        Step screen = SampleProcedures.by(
                decide("screen", null, "APPROVE", "publish"),
                new StepActor.PostHolder("DIRECTOR", StepActor.PostHolder.ASSIGNED_UNIT));
        Map<Outcome, Transition> on = new EnumMap<>(Outcome.class);
        on.put(Outcome.ASSIGN, new Transition("screen", Map.of(), List.of("ศสน."), ""));
        Step consider = SampleProcedures.with(decide("consider", null), on, false);
        assertThat(ProcedureCheck.faults(procedure("p", consider, screen, PUBLISH)))
                .isEmpty();
        fault(procedure("p", decide("consider", null, "APPROVE", "screen"), screen, PUBLISH), "screen", "a unit");
    }

    @Test
    void aLimitFromAStepThatIsNotThere() {
        Step agree = decide("agree", null, "APPROVE", "publish");
        Step odd = new Step(
                "agree",
                "ก",
                "a",
                agree.rules(),
                agree.kind(),
                agree.who(),
                new StepLimit(TimeLimit.parse("1h"), "nowhere", false, ""),
                agree.on(),
                null,
                false);
        fault(procedure("p", odd, PUBLISH), "agree", "counts from 'nowhere'");
    }

    private static void fault(Procedure procedure, String step, String message) {
        assertThat(ProcedureCheck.faults(procedure)).anySatisfy(fault -> {
            assertThat(fault.step()).isEqualTo(step);
            assertThat(fault.message()).contains(message);
            assertThat(fault.remedy()).isNotBlank();
        });
    }
}
