package dev.prakat.spi;

/**
 * Something that {@link PublishingTarget#check} found. Immutable.
 *
 * @param severity how bad it is
 * @param message what was found and what was expected
 * @param remedy what to do about it
 */
public record TargetFinding(Severity severity, String message, String remedy) {

    /** How bad a finding is. */
    public enum Severity {
        /** Worth knowing. */
        NOTE,
        /** Works, but a promise is weaker than it could be. */
        WARNING,
        /** The target cannot be used as it is. */
        ERROR
    }
}
