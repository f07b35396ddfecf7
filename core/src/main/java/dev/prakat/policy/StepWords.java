package dev.prakat.policy;

import dev.prakat.procedure.Applies;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor;
import dev.prakat.procedure.StepLimit;
import dev.prakat.procedure.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts steps and whoever takes them into one line each, for comparisons. Stateless. */
final class StepWords {

    private StepWords() {}

    static String step(Step step) {
        List<String> parts = new ArrayList<>();
        parts.add(step.kind() + " by " + who(step.who()));
        StepLimit within = step.within();
        if (within != null) {
            parts.add("within " + within + cited(within.rule()));
        }
        step.on().forEach((outcome, way) -> parts.add(outcome + " to " + way + cited(way.rule())));
        Transition then = step.then();
        if (then != null) {
            parts.add("then " + then + cited(then.rule()));
        }
        if (step.freezesCategory()) {
            parts.add("the category stands fast");
        }
        return String.join("; ", parts);
    }

    static String who(StepActor who) {
        if (who instanceof StepActor.AnyOf any) {
            return any.actors().stream().map(StepWords::who).collect(Collectors.joining(" or "));
        }
        if (who instanceof StepActor.PostHolder post) {
            return post.post() + " of " + post.unit();
        }
        if (who instanceof StepActor.DutyHolder duty) {
            return "whoever holds " + duty.dutyId();
        }
        if (who instanceof StepActor.Outsider outsider) {
            return outsider.post() + " outside";
        }
        return who instanceof StepActor.AssignedOfficer ? "the assigned officer" : "the requester";
    }

    static String applies(Applies applies) {
        return "from " + applies.sources()
                + (applies.holds().isEmpty()
                        ? ""
                        : ", unit holds " + applies.holds().stream().sorted().toList())
                + (applies.listed() == null ? "" : applies.listed() ? ", in the list" : ", outside the list")
                + (applies.routineMission() == null
                        ? ""
                        : applies.routineMission() ? ", routine mission" : ", not routine mission")
                + cited(String.join(", ", applies.rules()));
    }

    private static String cited(String rule) {
        return rule.isEmpty() ? "" : " [" + rule + "]";
    }
}
