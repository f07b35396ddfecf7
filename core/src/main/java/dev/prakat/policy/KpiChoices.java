package dev.prakat.policy;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.CountingRule.LastDay;

/**
 * How the complaint indicator is read where its document is silent. Immutable. Source: AMB-04, AMB-26 to AMB-33
 *
 * @param firstDay whether the day of receipt is the first of the working days. Source: AMB-04
 * @param reportDay what happens to a due day of the monthly report that is no working day. Source: AMB-26
 * @param carryOver when an open complaint is carried into the next month. Source: AMB-27
 * @param denominator what "all complaints" of a month are. Source: AMB-28
 * @param lateConclusion whether a conclusion counts that comes after the complaint counted as failed. Source: AMB-29
 * @param period how several months are put together. Source: AMB-30
 * @param noComplaints what a month without any is. Source: AMB-31
 * @param inadmissible what is done with a complaint that lacks what makes one. Source: AMB-32
 * @param scoring how a value between two levels scores. Source: AMB-33
 */
public record KpiChoices(
        FirstDay firstDay,
        LastDay reportDay,
        CarryOver carryOver,
        Denominator denominator,
        LateConclusion lateConclusion,
        Period period,
        NoComplaints noComplaints,
        Inadmissible inadmissible,
        Scoring scoring) {

    /** What holds where a policy says nothing. */
    public static final KpiChoices STANDARD = new KpiChoices(
            FirstDay.EXCLUDE,
            LastDay.KEEP,
            CarryOver.UP_TO_LIMIT,
            Denominator.CONCLUDED_OR_FAILED,
            LateConclusion.NOT_AGAIN,
            Period.POOLED,
            NoComplaints.NOT_AVAILABLE,
            Inadmissible.LEFT_OUT,
            Scoring.LINEAR);

    /** When an open complaint is carried into the next month. Source: AMB-27 */
    public enum CarryOver {
        /** While the working days that passed are at most the limit. */
        UP_TO_LIMIT,
        /** While they are fewer than the limit. */
        BELOW_LIMIT
    }

    /** What "all complaints" of a month are. Source: AMB-28 */
    public enum Denominator {
        /** Those that were concluded in time in the month, or first passed the limit in it. */
        CONCLUDED_OR_FAILED,
        /** Those that were received in the month. */
        RECEIVED
    }

    /** Whether a conclusion counts that comes after the complaint counted as failed. Source: AMB-29 */
    public enum LateConclusion {
        /** It is listed and not counted. */
        NOT_AGAIN,
        /** It is counted once more, as failed, in its own month. */
        AGAIN
    }

    /** How several months are put together. Source: AMB-30 */
    public enum Period {
        /** The sum of what was resolved by the sum of what counted. */
        POOLED,
        /** The mean of the months' percentages; months without complaints are left out. */
        MEAN
    }

    /** What a month without any complaint is. Source: AMB-31 */
    public enum NoComplaints {
        /** Not available: no percentage and no score. */
        NOT_AVAILABLE,
        /** 0 percent. */
        ZERO,
        /** 100 percent. */
        FULL
    }

    /** What is done with a complaint that lacks what makes one. Source: AMB-32 */
    public enum Inadmissible {
        /** It is listed with what it lacks and does not count. */
        LEFT_OUT,
        /** It counts like any other. */
        COUNTED
    }

    /** How a value between two levels scores. Source: AMB-33 */
    public enum Scoring {
        /** By interpolation. */
        LINEAR,
        /** As the level below. */
        STEP
    }
}
