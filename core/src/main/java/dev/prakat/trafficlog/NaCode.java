package dev.prakat.trafficlog;

/** The codes that stand for an element of a record that cannot apply or is not known, never silence. A closed table. */
final class NaCode {

    /** Known only when the action has ended; see the outcome. */
    static final String NOT_YET = "na:not-yet";

    /** The intent has it. */
    static final String SEE_REF = "na:see-ref";

    /** Nobody can say. */
    static final String UNKNOWN = "na:unknown";

    /** The caller did not give it. */
    static final String NOT_GIVEN = "na:not-given";

    /** Held by the staff directory, not by this log. */
    static final String NOT_HELD = "na:not-held";

    /** Nothing left the process. */
    static final String IN_PROCESS = "na:in-process";

    /** A file of this machine: there is no route. */
    static final String LOCAL_FILE = "na:local-file";

    /** No source of time was measured. */
    static final String CLOCK_NOT_MEASURED = "na:clock-not-measured";

    private NaCode() {}
}
