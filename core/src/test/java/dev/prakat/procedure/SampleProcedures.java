package dev.prakat.procedure;

import dev.prakat.calendar.TimeLimit;
import dev.prakat.procedure.StepActor.DutyHolder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Procedures to be run and to be spoilt. */
final class SampleProcedures {

    private SampleProcedures() {}

    /** Review, agree, publish, verify; a refusal is told. */
    static Procedure chain() {
        return procedure(
                "chain",
                decide("review", null, "APPROVE", "agree", "REFUSE", "tell", "RETURN", "AUTHOR"),
                decide("agree", "1h", "APPROVE", "publish", "REFUSE", "tell", "RETURN", "review"),
                act("publish", StepKind.PUBLISH, "3d", "verify"),
                act("verify", StepKind.VERIFY, null, "DONE"),
                act("tell", StepKind.NOTIFY, "30min", "REFUSED"));
    }

    /** Everything that a procedure may have: a letter, holding, assignment to a unit and an officer, classes, branches. */
    static Procedure rich() {
        Step consider = decide("consider", "1w", "REFUSE", "tell", "RETURN", "AUTHOR", "HOLD", "consider");
        Map<Outcome, Transition> on = new EnumMap<>(consider.on());
        on.put(Outcome.ASSIGN, new Transition("screen", Map.of(), List.of("ศสน.", "สบท."), ""));
        on.put(Outcome.APPROVE, new Transition("", Map.of("SHORT", "publish", "LONG", "screen"), List.of(), ""));
        Step screen = decide("screen", "1d", "ASSIGN", "publish", "CLASSIFY", "screen", "RETURN", "consider");
        return procedure(
                "rich",
                act("letter", StepKind.SUBMIT, "30min", "consider"),
                with(consider, on, false),
                with(screen, screen.on(), true),
                act("publish", StepKind.PUBLISH, "3d", "verify"),
                act("verify", StepKind.VERIFY, null, "DONE"),
                act("tell", StepKind.NOTIFY, null, "REFUSED"));
    }

    static Procedure procedure(String id, Step... steps) {
        return new Procedure(
                id,
                "ก",
                "a",
                List.of("S001-R06"),
                new Applies(List.of("INTERNAL"), Set.of(), null, null, List.of()),
                List.of(steps),
                new Procedure.Resubmission(steps[0].id(), ""));
    }

    static Step decide(String id, String limit, String... ways) {
        Map<Outcome, Transition> on = new EnumMap<>(Outcome.class);
        for (int i = 0; i < ways.length; i += 2) {
            on.put(Outcome.valueOf(ways[i]), Transition.to(ways[i + 1]));
        }
        return step(id, StepKind.DECIDE, limit, on, null);
    }

    static Step act(String id, StepKind kind, String limit, String then) {
        return step(id, kind, limit, Map.of(), Transition.to(then));
    }

    static Step with(Step step, Map<Outcome, Transition> on, boolean freezes) {
        return new Step(
                step.id(),
                step.labelTh(),
                step.labelEn(),
                step.rules(),
                step.kind(),
                step.who(),
                step.within(),
                on,
                step.then(),
                freezes);
    }

    static Step by(Step step, StepActor who) {
        return new Step(
                step.id(),
                step.labelTh(),
                step.labelEn(),
                step.rules(),
                step.kind(),
                who,
                step.within(),
                step.on(),
                step.then(),
                step.freezesCategory());
    }

    private static Step step(String id, StepKind kind, String limit, Map<Outcome, Transition> on, Transition then) {
        return new Step(
                id,
                "ก",
                "a",
                List.of("S001-R09"),
                kind,
                new DutyHolder("PUBLISH"),
                limit == null ? null : StepLimit.of(TimeLimit.parse(limit)),
                on,
                then,
                false);
    }
}
