package dev.prakat.trafficlog;

/**
 * A line of an access log that was not imported. Holds nothing of the line itself, which is personal. Immutable.
 *
 * @param number which line of the file, from 1
 * @param cause what kind of reason it is, which says what to do next
 * @param why what was found and what was expected, a sentence in English
 */
public record RejectedLine(long number, Cause cause, String why) {

    /**
     * The line in one sentence.
     *
     * @return number, what was found, what was expected and what to do next, in English
     */
    public String line() {
        return "line " + number + ": " + why + " -> " + cause.remedy();
    }

    /** What kinds of reasons there are. */
    public enum Cause {
        /** The line is in neither of the two formats, or damaged. */
        FORMAT(
                "look at this line of the file; if the web server writes a format of its own, have it write the combined format,"
                        + " and keep the file, since this request is in no record"),
        /** The line is longer than a record can hold. */
        TOO_LONG("keep the file, since this request is in no record, and have the web server refuse such requests"
                + " (nginx: large_client_header_buffers, Apache: LimitRequestLine)"),
        /** The line is of a time that has not come yet by this machine's clock. */
        AHEAD(
                "compare the clocks of the web server and of this machine, put right the one that is wrong, and import the file again"),
        /** The day of the line is past its retention. */
        RETENTION_ENDED(
                "leave the line out: what was destroyed when its retention ended must not come back; delete access logs of such days");

        private final String remedy;

        Cause(String remedy) {
            this.remedy = remedy;
        }

        /**
         * What to do about such a line.
         *
         * @return the words in English
         */
        public String remedy() {
            return remedy;
        }
    }
}
