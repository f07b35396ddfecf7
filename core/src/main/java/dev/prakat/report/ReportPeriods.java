package dev.prakat.report;

import dev.prakat.calendar.FiscalQuarter;
import dev.prakat.calendar.TimeLimit;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.policy.Setting;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.OversightRound;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The periods by which an agency reports: rounds with cut-off dates where its policy has them, else quarters or halves of the
 * fiscal year. Immutable. Source: S001-R29, S003-R23, S003-R24, S003-R25, AMB-23, AMB-24, AMB-25
 */
public final class ReportPeriods {

    private static final Pattern NAME = Pattern.compile("(2[0-9]{3})-([A-Za-z0-9-]{1,40})");
    private static final int HALF = 6;
    private static final int ERA = 543;

    private final AgencyPolicy policy;

    /**
     * Makes the periods of a policy.
     *
     * @param policy the agency's policy
     */
    public ReportPeriods(AgencyPolicy policy) {
        this.policy = policy;
    }

    /**
     * A period by its name.
     *
     * @param name the year of the Buddhist era and the part of it: {@code 2564-Q2}, {@code 2564-H1}, or {@code 2564-first} for the
     *     round {@code first} whose cut-off is in 2564; the year of quarters and halves is the fiscal one
     * @return the period
     * @throws PrakatException {@code NOT_FOUND} if the policy has no such period, with those that it has
     */
    public ReportPeriod named(String name) {
        Matcher matcher = NAME.matcher(name.strip());
        if (matcher.matches()) {
            int year = Integer.parseInt(matcher.group(1));
            for (ReportPeriod period : ofYear(year)) {
                if (period.name().equalsIgnoreCase(name.strip())) {
                    return period;
                }
            }
        }
        throw new PrakatException(
                ProblemCode.NOT_FOUND,
                "period '" + name + "' is none of policy " + policy.id() + "; those of a year are, for example, "
                        + ofYear(2564).stream().map(ReportPeriod::name).toList());
    }

    /**
     * The last period that was over before a day.
     *
     * @param day the day, in Asia/Bangkok
     * @return the period that a report made on that day is about
     */
    public ReportPeriod lastBefore(LocalDate day) {
        int year = day.getYear() + ERA;
        return IntStream.rangeClosed(year - 1, year + 1)
                .boxed()
                .flatMap(each -> ofYear(each).stream())
                .filter(period -> period.until().isBefore(day))
                .max(Comparator.comparing(ReportPeriod::until))
                .orElseThrow();
    }

    private List<ReportPeriod> ofYear(int yearBe) {
        return policy.rounds().isEmpty() ? parts(yearBe) : rounds(yearBe);
    }

    /** AMB-23: the fiscal year's quarters, or its halves. */
    private List<ReportPeriod> parts(int yearBe) {
        boolean halves = policy.settings().number(Setting.REPORT_MONTHS) == HALF;
        return IntStream.rangeClosed(1, halves ? 2 : 4)
                .mapToObj(part -> halves
                        ? period(
                                yearBe + "-H" + part,
                                new FiscalQuarter(yearBe, 2 * part - 1).firstDay(),
                                new FiscalQuarter(yearBe, 2 * part).lastDay())
                        : period(
                                yearBe + "-Q" + part,
                                new FiscalQuarter(yearBe, part).firstDay(),
                                new FiscalQuarter(yearBe, part).lastDay()))
                .toList();
    }

    /** Each round begins after the one before it, that of the year before included, so that no day is lost. Source: AMB-25 */
    private List<ReportPeriod> rounds(int yearBe) {
        return policy.rounds().stream()
                .map(round -> {
                    LocalDate until = cutOff(round, yearBe - ERA);
                    return period(yearBe + "-" + round.id(), before(until).plusDays(1), until);
                })
                .toList();
    }

    private LocalDate before(LocalDate cutOff) {
        return policy.rounds().stream()
                .flatMap(round ->
                        IntStream.of(cutOff.getYear() - 1, cutOff.getYear()).mapToObj(year -> cutOff(round, year)))
                .filter(day -> day.isBefore(cutOff))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private LocalDate cutOff(OversightRound round, int year) {
        return round.cutOff(year, policy.settings().value(Setting.ROUND_DAY).equals("LAST_DAY_OF_MONTH"));
    }

    private ReportPeriod period(String name, LocalDate from, LocalDate until) {
        TimeLimit limit = new TimeLimit(policy.settings().number(Setting.REPORT_DUE_DAYS), TimeLimit.Unit.DAYS);
        return new ReportPeriod(
                name,
                from,
                until,
                policy.calendar().lastDay(until, limit, policy.settings().deadlines()));
    }
}
