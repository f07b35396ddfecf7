package dev.prakat.complaint;

import dev.prakat.calendar.CountingRule;
import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.CountingRule.LastDay;
import dev.prakat.calendar.DeadlineSettings;
import dev.prakat.calendar.TimeLimit;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.policy.KpiChoices.CarryOver;
import dev.prakat.policy.KpiChoices.Denominator;
import dev.prakat.policy.KpiChoices.Inadmissible;
import dev.prakat.policy.KpiChoices.LateConclusion;
import dev.prakat.policy.KpiTerms;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The complaint indicator: cases in, figures out. Pure: it asks neither a clock nor a database, and the same cases give the same
 * figures of a month whenever it is asked. Immutable, safe for use by many threads. Source: S004-R12, S004-R14, S004-R16,
 * S004-R20, S004-R21, AMB-04, AMB-26 to AMB-33
 */
public final class Kpi {

    private static final TimeLimit NEXT = new TimeLimit(1, TimeLimit.Unit.WORKING_DAYS);

    private final KpiTerms terms;
    private final WorkingCalendar calendar;
    private final FirstDay firstDay;
    private final DeadlineSettings settings;
    private final TimeLimit pastLimit;

    /**
     * Takes the terms of a policy.
     *
     * @param terms what is measured, how it scores, how it is read
     * @param calendar whose working days count
     */
    public Kpi(KpiTerms terms, WorkingCalendar calendar) {
        this.terms = terms;
        this.calendar = calendar;
        this.firstDay = terms.choices().firstDay();
        this.settings = DeadlineSettings.STANDARD.withCounting(new CountingRule(firstDay, LastDay.ROLL_FORWARD));
        this.pastLimit = new TimeLimit(terms.within().amount() + 1, TimeLimit.Unit.WORKING_DAYS);
    }

    /**
     * How many working days a complaint took, or has taken.
     *
     * @param received the day of receipt
     * @param day the day up to which is counted, itself included
     * @return the number
     */
    public int elapsed(LocalDate received, LocalDate day) {
        return calendar.workingDays(received, day, firstDay);
    }

    /**
     * The last day on which a complaint is resolved in time.
     *
     * @param received the day of receipt
     * @return the last of the working days
     */
    public LocalDate lastDay(LocalDate received) {
        return calendar.lastDay(received, terms.within(), settings);
    }

    /**
     * The figures of one month.
     *
     * @param month the month
     * @param asOf the day up to which is looked; what happened later is not known
     * @param cases every complaint of the register; those received later than the month do no harm
     * @return the figures
     */
    public KpiFigures month(YearMonth month, LocalDate asOf, Iterable<KpiCase> cases) {
        return period(month, month, asOf, cases).total();
    }

    /**
     * The figures of several months, each of them and together. Source: AMB-30
     *
     * @param from the first month
     * @param until the last month
     * @param asOf the day up to which is looked
     * @param cases every complaint of the register
     * @return the figures
     * @throws IllegalArgumentException if the last month is before the first
     */
    public KpiResult period(YearMonth from, YearMonth until, LocalDate asOf, Iterable<KpiCase> cases) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "period: found " + from + " to " + until + ", expected it to go forward");
        }
        LocalDate end = until.atEndOfMonth();
        LocalDate cutoff = asOf.isBefore(end) ? asOf : end;
        KpiTally tally = new KpiTally(terms, from, until, cutoff);
        for (KpiCase one : cases) {
            if (!one.received().isAfter(cutoff)) {
                count(one, cutoff, tally);
            }
        }
        return tally.result();
    }

    private void count(KpiCase one, LocalDate cutoff, KpiTally tally) {
        YearMonth received = YearMonth.from(one.received());
        tally.add(KpiStanding.RECEIVED, received, one);
        if (!one.admissible() && terms.choices().inadmissible() == Inadmissible.LEFT_OUT) {
            tally.add(KpiStanding.INCOMPLETE, received, one);
            return;
        }
        LocalDate resolved = known(one.resolved(), cutoff);
        LocalDate fails = fails(one.received());
        YearMonth failing = YearMonth.from(fails);
        if (resolved != null
                && elapsed(one.received(), resolved) <= terms.within().amount()
                && !YearMonth.from(resolved).isAfter(failing)) {
            settle(KpiStanding.IN_TIME, YearMonth.from(resolved), received, one, tally);
        } else if (hasFailed(fails, failing, cutoff)) {
            settle(KpiStanding.FAILED, failing, received, one, tally);
            if (resolved != null) {
                concludedLate(one, failing, YearMonth.from(resolved), tally);
            }
        } else {
            tally.open(received, one, terms.choices().denominator() == Denominator.RECEIVED);
        }
    }

    /** Counted once in its life: in the month in which it was settled, or in which it came. Source: AMB-28 */
    private void settle(KpiStanding standing, YearMonth in, YearMonth received, KpiCase one, KpiTally tally) {
        boolean whereItCame = terms.choices().denominator() == Denominator.RECEIVED;
        YearMonth month = whereItCame ? received : in;
        tally.add(standing, month, one);
        tally.carried(received, month, one);
    }

    private void concludedLate(KpiCase one, YearMonth failed, YearMonth concluded, KpiTally tally) {
        tally.add(KpiStanding.LATE_CONCLUDED, concluded, one);
        if (terms.choices().lateConclusion() == LateConclusion.AGAIN && concluded.isAfter(failed)) {
            tally.add(KpiStanding.FAILED, concluded, one);
        }
    }

    /**
     * The first day on which an open complaint is past the limit. Where those that reached it are not carried either, the last
     * day of the limit. Source: AMB-27
     */
    private LocalDate fails(LocalDate received) {
        return terms.choices().carryOver() == CarryOver.UP_TO_LIMIT
                ? calendar.lastDay(received, pastLimit, settings)
                : lastDay(received);
    }

    private boolean hasFailed(LocalDate fails, YearMonth failing, LocalDate cutoff) {
        // What only reached the limit fails by the month's end, not before it: it may still be resolved in time.
        return terms.choices().carryOver() == CarryOver.UP_TO_LIMIT
                ? !fails.isAfter(cutoff)
                : !failing.atEndOfMonth().isAfter(cutoff)
                        || !calendar.lastDay(fails, NEXT, DeadlineSettings.STANDARD)
                                .isAfter(cutoff);
    }

    private static @Nullable LocalDate known(@Nullable LocalDate day, LocalDate cutoff) {
        return day == null || day.isAfter(cutoff) ? null : day;
    }
}
