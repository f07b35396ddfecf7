package dev.prakat.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A procedure as a policy prescribes it: steps, and where each outcome leads. Immutable. {@link ProcedureCheck} says what is
 * wrong with one.
 *
 * @param id its key within the policy
 * @param labelTh its Thai name
 * @param labelEn its English name
 * @param rules the rules that it comes from, for example {@code S001-R06}
 * @param applies for which items it is meant
 * @param steps the steps; the first one begins it
 * @param resubmission where an item that was refused or returned begins again
 */
public record Procedure(
        String id,
        String labelTh,
        String labelEn,
        List<String> rules,
        Applies applies,
        List<Step> steps,
        Resubmission resubmission) {

    /**
     * Where an item that was refused or returned begins again. Source: S002-R07, S003-R05.
     *
     * @param step the id of a step
     * @param rule the rule that says so; empty when the policy says nothing, and it is the first step
     */
    public record Resubmission(String step, String rule) {}

    /** Copies the lists. */
    public Procedure {
        rules = List.copyOf(rules);
        steps = List.copyOf(steps);
    }

    /**
     * The rules that it comes from, to be printed.
     *
     * @return the rules separated by commas
     */
    public String rule() {
        return String.join(", ", rules);
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

    /** The steps by their ids; of two with one id the first. */
    Map<String, Step> byId() {
        Map<String, Step> byId = new LinkedHashMap<>();
        steps.forEach(step -> byId.putIfAbsent(step.id(), step));
        return byId;
    }
}
