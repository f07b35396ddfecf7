package dev.prakat.cli;

/** The command was used wrongly in a way that its options alone do not show. Ends with {@link ExitCode#WRONG_USE}. */
final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }
}
