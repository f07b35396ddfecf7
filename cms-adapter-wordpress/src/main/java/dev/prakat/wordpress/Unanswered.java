package dev.prakat.wordpress;

/** A request got no answer, or half of one. */
final class Unanswered extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    /**
     * Creates the exception.
     *
     * @param sent whether the request may have arrived
     */
    Unanswered(Exception cause, boolean sent) {
        super(cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
        this.sent = sent;
    }

    boolean sent() {
        return sent;
    }
}
