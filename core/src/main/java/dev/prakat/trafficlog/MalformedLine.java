package dev.prakat.trafficlog;

/** Why a line of an access log cannot be imported: what was found, what was expected. Has no stack trace, since there may be many. */
final class MalformedLine extends Exception {

    private static final long serialVersionUID = 1L;

    private final RejectedLine.Cause cause;

    /** A line in neither format. */
    MalformedLine(String why) {
        this(RejectedLine.Cause.FORMAT, why);
    }

    MalformedLine(RejectedLine.Cause cause, String why) {
        super(why, null, false, false);
        this.cause = cause;
    }

    /** The line as it is told. */
    RejectedLine at(long number) {
        return new RejectedLine(number, cause, String.valueOf(getMessage()));
    }
}
