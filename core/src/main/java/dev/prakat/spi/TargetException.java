package dev.prakat.spi;

import org.jspecify.annotations.Nullable;

/**
 * A target did not do what it was asked. The three kinds tell what to do next, and there is no fourth.
 */
public abstract sealed class TargetException extends RuntimeException
        permits TargetUnavailable, TargetRefused, TargetAmbiguous {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message which target, what was tried, what was found; no secrets
     * @param cause what made it happen, or null
     */
    protected TargetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
