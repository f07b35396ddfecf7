package dev.prakat.spi;

import org.jspecify.annotations.Nullable;

/** Nobody can say whether it was done: find out before anything else. */
public final class TargetAmbiguous extends TargetException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message which target, what was tried, what was found
     * @param cause what made it happen, or null
     */
    public TargetAmbiguous(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
