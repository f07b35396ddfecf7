package dev.prakat.problem;

/**
 * The root of every exception that Prakat throws on purpose. Unchecked. The message is English and says what happened, to
 * which item, target or file, what was found, what was expected and what to do next; {@link #code()} is stable and is what
 * a program should test.
 */
public class PrakatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of problem this is; never null. */
    private final ProblemCode code;

    /**
     * Creates a problem without a cause.
     *
     * @param code what kind of problem it is
     * @param message what happened, found, expected and what to do next
     */
    public PrakatException(ProblemCode code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * Creates a problem with its cause.
     *
     * @param code what kind of problem it is
     * @param message what happened, found, expected and what to do next
     * @param cause what made it happen
     */
    public PrakatException(ProblemCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /**
     * The kind of problem.
     *
     * @return the stable code
     */
    public final ProblemCode code() {
        return code;
    }
}
