package dev.prakat.trafficlog;

/** The bytes at a place in a segment are not a whole batch. */
final class BadBatch extends Exception {

    private static final long serialVersionUID = 1L;

    BadBatch(String message) {
        super(message);
    }

    /** Control flow of a scan, not an error report. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
