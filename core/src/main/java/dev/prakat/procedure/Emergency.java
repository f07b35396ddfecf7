package dev.prakat.procedure;

import dev.prakat.calendar.TimeLimit;

/**
 * Publishing first and agreeing afterwards, when waiting would harm people. No source document knows it; it exists, and is off
 * unless a policy turns it on. Immutable.
 *
 * @param enabled whether the policy allows it
 * @param who who may publish so
 * @param confirmWithin how long whoever agrees otherwise has to confirm it; what is not confirmed comes down
 * @param rule the decision that sets it
 */
public record Emergency(boolean enabled, StepActor who, TimeLimit confirmWithin, String rule) {}
