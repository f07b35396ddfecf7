package dev.prakat.spi;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** It was not done; a later try may succeed. */
public final class TargetUnavailable extends TargetException {

    private static final long serialVersionUID = 1L;

    /** How long the target asked to be left alone, or null. */
    private final @Nullable Duration retryAfter;

    /**
     * Creates the exception.
     *
     * @param message which target, what was tried, what was found
     * @param retryAfter how long the target asked to be left alone, or null
     * @param cause what made it happen, or null
     */
    public TargetUnavailable(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /**
     * How long the target asked to be left alone.
     *
     * @return the time, or empty when it did not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
