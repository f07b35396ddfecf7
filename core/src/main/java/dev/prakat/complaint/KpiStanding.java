package dev.prakat.complaint;

/** What a complaint is to one month of the indicator. */
public enum KpiStanding {
    /** Received in the month. */
    RECEIVED,
    /** Open from an earlier month; reported in this one as new. Source: S004-R21 */
    CARRIED_IN,
    /** Resolved within the limit: counted, above and below the line. */
    IN_TIME,
    /** Past the limit for the first time: counted below the line only. */
    FAILED,
    /** Open and not past the limit at the month's end: goes into the next month. Source: S004-R21, AMB-27 */
    CARRIED_OUT,
    /** Lacks something that makes a complaint: does not count. Source: S004-R15, AMB-32 */
    INCOMPLETE,
    /** Concluded after it counted as failed: listed, not counted again. Source: AMB-29 */
    LATE_CONCLUDED
}
