package dev.prakat.policy;

import dev.prakat.problem.Finding;
import java.util.List;

/**
 * What a look at a policy found. Immutable.
 *
 * @param errors mistakes; a policy that has any is not loaded
 * @param gaps what the policy leaves open; it loads, and what is open is refused when it is asked for
 */
public record PolicyCheck(List<Finding> errors, List<Finding> gaps) {

    /** Copies the lists. */
    public PolicyCheck {
        errors = List.copyOf(errors);
        gaps = List.copyOf(gaps);
    }

    /**
     * Whether the policy would load.
     *
     * @return true when there is no error; gaps do not matter
     */
    public boolean loads() {
        return errors.isEmpty();
    }
}
