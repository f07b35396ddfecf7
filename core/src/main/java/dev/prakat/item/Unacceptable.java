package dev.prakat.item;

/** A file is not let through. The message says what was found and what was expected. */
final class Unacceptable extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the author can do. */
    private final String remedy;

    Unacceptable(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
