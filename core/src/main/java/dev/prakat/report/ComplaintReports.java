package dev.prakat.report;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.complaint.Complaints;
import dev.prakat.policy.AppraisalRound;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.MemoHead;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The indicator on complaints as a report: of a month, of a round of appraisal, or of its first months, for the unit that gets it and
 * for circulation. Counts only; nothing of a complaint is in it but its number. Thread-safe. Source: S004-R01, S004-R03 to S004-R07
 */
public final class ComplaintReports {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final int ERA = 543;

    private final Complaints complaints;
    private final InstantSource clock;

    ComplaintReports(Complaints complaints, InstantSource clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * The report of one month. It is due when the units' reports are.
     *
     * @param month the month
     * @param unit the code of a unit, or null for all
     * @return the report as of now
     */
    public ReportDocument month(YearMonth month, @Nullable String unit) {
        return made(month.plusYears(ERA).toString(), month, month, policy().reportDue(month), unit);
    }

    /**
     * The report of a round of appraisal. It is due when the report of its last month is. Source: S004-R05
     *
     * @param number the round's number
     * @param fiscalYear the fiscal year, Buddhist era
     * @param unit the code of a unit, or null for all
     * @return the report as of now
     * @throws PrakatException {@code NOT_FOUND} if the policy has no such round
     */
    public ReportDocument round(int number, int fiscalYear, @Nullable String unit) {
        AppraisalRound round = require(number);
        YearMonth last = YearMonth.from(round.lastDay(fiscalYear));
        return made(
                name(number, fiscalYear),
                YearMonth.from(round.firstDay(fiscalYear)),
                last,
                policy().reportDue(last),
                unit);
    }

    /**
     * The report of the first months of a round, on its own day. Source: S004-R03, S004-R06
     *
     * @param number the round's number
     * @param fiscalYear the fiscal year, Buddhist era
     * @param unit the code of a unit, or null for all
     * @return the report as of now
     * @throws PrakatException {@code NOT_FOUND} if the policy has no such round, or no report of its first months
     */
    public ReportDocument firstMonths(int number, int fiscalYear, @Nullable String unit) {
        AppraisalRound round = require(number);
        LocalDate due = round.interimDue(fiscalYear);
        if (round.interimMonths() == 0 || due == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "round " + number + " of policy " + policy().id()
                            + " has no report of its first months; ask for the" + " whole round");
        }
        YearMonth first = YearMonth.from(round.firstDay(fiscalYear));
        return made(
                name(number, fiscalYear) + "-first-" + round.interimMonths(),
                first,
                first.plusMonths(round.interimMonths() - 1L),
                due,
                unit);
    }

    /** {@return the head under which the memo is written, by the policy, with the unit's name in place of its code} */
    public MemoHead head() {
        MemoHead head = policy().memo();
        return new MemoHead(
                policy().units().require(head.unit()).nameTh(),
                head.section(),
                head.telephone(),
                head.letterCode(),
                head.urgency());
    }

    /**
     * To whom the memo goes and who signs it, by the policy. Source: S004-R02
     *
     * @param number the running number behind the letter code; may be empty
     * @param signer the name of who signs; may be empty
     * @return the letter
     */
    public MemoLetter letter(String number, String signer) {
        return new MemoLetter(
                number, policy().text("memo.addressee", THAI), signer, policy().text("memo.signatory", THAI));
    }

    private ComplaintPolicy policy() {
        return complaints.policy();
    }

    private AppraisalRound require(int number) {
        return policy().rounds().stream()
                .filter(round -> round.number() == number)
                .findFirst()
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.NOT_FOUND,
                        "policy " + policy().id() + " has no round " + number + ", but "
                                + policy().rounds().stream()
                                        .map(AppraisalRound::number)
                                        .toList()));
    }

    private static String name(int number, int fiscalYear) {
        return fiscalYear + "-round-" + number;
    }

    private ReportDocument made(String name, YearMonth from, YearMonth until, LocalDate due, @Nullable String unit) {
        ComplaintPolicy policy = policy();
        return new ReportDocument(
                ReportKind.COMPLAINTS,
                policy.text("agency.name", THAI),
                policy.text("agency.name", Locale.ENGLISH),
                policy.toString(),
                new ReportPeriod(name, from.atDay(1), until.atEndOfMonth(), due),
                clock.instant(),
                ReportRemarks.NONE,
                new IndicatorFigures(complaints, LocalDate.ofInstant(clock.instant(), ThaiDate.BANGKOK))
                        .sections(from, until, unit));
    }
}
