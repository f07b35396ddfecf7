package dev.prakat.procedure;

import java.util.List;
import java.util.Optional;

/**
 * A procedure as a policy prescribes it: steps one after the other. Immutable.
 *
 * @param id its key within the policy
 * @param labelTh its Thai name
 * @param labelEn its English name
 * @param rule the rule that it comes from, for example {@code S001-R06}
 * @param steps the steps in order; decisions first
 */
public record Procedure(String id, String labelTh, String labelEn, String rule, List<Step> steps) {

    /** Copies the list. */
    public Procedure {
        steps = List.copyOf(steps);
    }

    /**
     * Looks up a step.
     *
     * @param stepId the step's key
     * @return the step, or empty when the procedure has none of this key
     */
    public Optional<Step> step(String stepId) {
        return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    }
}
