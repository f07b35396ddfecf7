package dev.prakat.spi;

import org.jspecify.annotations.Nullable;

/** It was not done, and no later try with the same request will succeed. */
public final class TargetRefused extends TargetException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message which target, what was tried, what was found
     * @param cause what made it happen, or null
     */
    public TargetRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
