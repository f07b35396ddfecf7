package dev.prakat.spi;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** It was not done, and no later try with the same request will succeed. */
public final class TargetRefused extends TargetException {

    private static final long serialVersionUID = 1L;

    /** The highest fence seen, or 0 when the fence was not the reason. */
    private final long highestFence;

    /**
     * Refuses for what the request is.
     *
     * @param message which target, what was tried, what was found
     * @param cause what made it happen, or null
     */
    public TargetRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.highestFence = 0;
    }

    private TargetRefused(String message, long highestFence) {
        super(message, null);
        this.highestFence = highestFence;
    }

    /**
     * Refuses because a newer decision was carried out before. The caller learns the fence of that one: when its own records
     * were restored from an older backup, it must jump above it.
     *
     * @param message which target and placement, which fence was found, which was expected
     * @param highestFence the highest fence that the target has seen for the placement, greater than 0
     * @return the exception
     */
    public static TargetRefused staleFence(String message, long highestFence) {
        return new TargetRefused(message, highestFence);
    }

    /**
     * The highest fence that the target has seen, when the request's fence is why it was refused.
     *
     * @return the fence, or empty when the reason was another
     */
    public OptionalLong highestFence() {
        return highestFence > 0 ? OptionalLong.of(highestFence) : OptionalLong.empty();
    }
}
