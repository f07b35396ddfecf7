package dev.prakat.procedure;

import dev.prakat.calendar.CountingRule;
import dev.prakat.calendar.TimeLimit;
import dev.prakat.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A duty that never ends: it has no due date of its own but yields checks that recur, or acts that something sets off.
 * Immutable. Source: S001-R04, S001-R27, S001-R28, S002-R15, S003-R18, AMB-13, AMB-14, AMB-15.
 *
 * @param id its key within the policy
 * @param labelTh its Thai name
 * @param labelEn its English name
 * @param rules the rules that it comes from
 * @param kind what is to be done
 * @param who who does it
 * @param every how often it recurs; null for an act that something sets off
 * @param within how long the act may take once something set it off, counting the first day; null for one that recurs
 * @param reportTo the post that is told; null when nobody need be
 */
public record StandingDuty(
        String id,
        String labelTh,
        String labelEn,
        List<String> rules,
        Kind kind,
        StepActor who,
        @Nullable TimeLimit every,
        @Nullable TimeLimit within,
        @Nullable String reportTo) {

    /** What is to be done. */
    public enum Kind {
        /** Keep content current. */
        CURRENCY,
        /** Look at the website. */
        SITE_CHECK,
        /** See that everything that must be there is there. */
        COMPLETENESS,
        /** Take down what is past its period. */
        TAKE_DOWN,
        /** Mend an error that was found. */
        REPAIR,
        /** Report to a superior. */
        REPORT
    }

    /** Copies the list. */
    public StandingDuty {
        rules = List.copyOf(rules);
    }

    /**
     * When it is next to be done, or what was set off is to be finished. "At once" is the end of the same working day, or of
     * the next one when the day is none.
     *
     * @param since when it was last done, or when the error was found
     * @param calendar the agency's calendar
     * @return the last instant
     */
    public Instant due(Instant since, WorkingCalendar calendar) {
        if (within != null) {
            CountingRule sameDay = new CountingRule(CountingRule.FirstDay.INCLUDE, CountingRule.LastDay.ROLL_FORWARD);
            return calendar.due(since, within, sameDay);
        }
        return calendar.due(since, every == null ? new TimeLimit(1, TimeLimit.Unit.WORKING_DAYS) : every);
    }
}
