package dev.prakat.request;

import dev.prakat.policy.RequestStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that was done. Immutable.
 *
 * @param step which
 * @param began when its clock began
 * @param due when it was due, or null when it has no limit that binds
 * @param done when it was done
 */
public record StepDone(
        RequestStep.Kind step, Instant began, @Nullable Instant due, Instant done) {

    /**
     * Whether it was done late.
     *
     * @return true after a limit that binds; a norm is never broken. Source: AMB-34
     */
    public boolean late() {
        return due != null && done.isAfter(due);
    }
}
