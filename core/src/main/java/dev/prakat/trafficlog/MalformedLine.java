package dev.prakat.trafficlog;

/** Why a line of an access log cannot be imported: what was found, what was expected. Has no stack trace, since there may be many. */
final class MalformedLine extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedLine(String why) {
        super(why, null, false, false);
    }
}
