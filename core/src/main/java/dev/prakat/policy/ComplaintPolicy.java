package dev.prakat.policy;

import dev.prakat.calendar.CountingRule;
import dev.prakat.calendar.DeadlineSettings;
import dev.prakat.calendar.TimeLimit;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.duty.UnitRegister;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an agency takes complaints and measures what it does with them. Read from a folder like an {@link AgencyPolicy}, without a
 * matrix: nothing of a complaint is published. Immutable, safe for use by many threads.
 */
public final class ComplaintPolicy {

    private static final List<String> BUILT_IN = List.of("sso-complaint-kpi");

    private final ComplaintPolicyFile.Read read;
    private final UnitRegister units;
    private final PolicyTexts texts;
    private final String version;
    private final WorkingCalendar calendar;

    /** What must be known of whoever complains, for a complaint to be one. Source: S004-R15 */
    public enum Detail {
        /** The first name. */
        FIRST_NAME,
        /** The surname. */
        SURNAME,
        /** The address. */
        ADDRESS,
        /** The telephone number. */
        TELEPHONE
    }

    /** What a section of the centre gets a complaint for. Source: S004-R09 */
    public enum Purpose {
        /** To pass it round. */
        CIRCULATE,
        /** To know of it. */
        NOTE,
        /** To act on it. */
        ACT
    }

    private ComplaintPolicy(
            ComplaintPolicyFile.Read read,
            UnitRegister units,
            PolicyTexts texts,
            String version,
            WorkingCalendar calendar) {
        this.read = read;
        this.units = units;
        this.texts = texts;
        this.version = version;
        this.calendar = calendar;
    }

    /**
     * The ids of the policies that Prakat ships.
     *
     * @return the ids that {@link #builtIn} knows
     */
    public static List<String> builtInIds() {
        return BUILT_IN;
    }

    /**
     * Reads a policy that Prakat ships. Each call reads it anew.
     *
     * @param id one of {@link #builtInIds()}
     * @return the policy
     * @throws PrakatException NOT_FOUND if there is none of this id
     */
    public static ComplaintPolicy builtIn(String id) {
        if (!BUILT_IN.contains(id)) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "complaint policy '" + id + "' is not built in; built-in ones: " + String.join(", ", BUILT_IN)
                            + "; for your own, give its folder");
        }
        return of(
                PolicyFiles.builtIn(id, PolicyFiles.WITHOUT_MATRIX), new Findings(), "built-in complaint policy " + id);
    }

    /**
     * Reads a policy from a folder with {@code policy.yaml}, {@code units.csv}, {@code texts_th.properties} and {@code
     * texts_en.properties}.
     *
     * @param folder the folder
     * @return the policy
     * @throws InvalidException CONFIGURATION, with every finding, if the folder or a file is missing or has mistakes
     */
    public static ComplaintPolicy load(Path folder) {
        Findings findings = new Findings();
        return of(
                PolicyFiles.ofFolder(folder, PolicyFiles.WITHOUT_MATRIX, findings),
                findings,
                "complaint policy folder " + folder);
    }

    private static ComplaintPolicy of(PolicyFiles files, Findings findings, String subject) {
        PolicyTexts texts = PolicyTexts.read(files, findings);
        UnitRegister units = UnitsFile.read(files, findings);
        Optional<ComplaintPolicyFile.Read> read = ComplaintPolicyFile.read(files, texts, units, findings);
        if (read.isEmpty() || !findings.list().isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, subject, findings.list());
        }
        return new ComplaintPolicy(read.get(), units, texts, files.version(), WorkingCalendar.government());
    }

    /**
     * This policy with another calendar: the office's place, or holidays that the Cabinet set since. Source: AMB-05
     *
     * @param other the calendar
     * @return a policy that differs in nothing else, also not in its version
     */
    public ComplaintPolicy withCalendar(WorkingCalendar other) {
        return new ComplaintPolicy(read, units, texts, version, other);
    }

    /**
     * The policy's stable key.
     *
     * @return for example {@code sso-complaint-kpi}
     */
    public String id() {
        return read.id();
    }

    /**
     * The version with which every action is stamped.
     *
     * @return SHA-256 in 64 hexadecimal digits
     */
    public String version() {
        return version;
    }

    /** {@return the calendar by which working days count} */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /** {@return the agency's units} */
    public UnitRegister units() {
        return units;
    }

    /** {@return what the indicator measures and how it scores} */
    public KpiTerms kpi() {
        return read.kpi();
    }

    /**
     * The unit that answers for the indicator and puts the units' reports together. Source: S004-R10
     *
     * @return its code
     */
    public String centre() {
        return read.centre();
    }

    /** {@return what must be known of whoever complains. Source: S004-R15} */
    public Set<Detail> admissibleWith() {
        return read.needs();
    }

    /** {@return the ways by which complaints come, in the order of the policy. Source: S004-R15} */
    public List<Named> channels() {
        return read.channels();
    }

    /** {@return the kinds of conclusion, in the order of the policy. Source: S004-R16} */
    public List<Named> conclusions() {
        return read.conclusions();
    }

    /** {@return the sections of the centre to which a complaint can be routed. Source: S004-R09} */
    public List<Named> sections() {
        return read.sections();
    }

    /** {@return what a section may get a complaint for. Source: S004-R09} */
    public Set<Purpose> purposes() {
        return read.purposes();
    }

    /** {@return the rounds of appraisal. Source: S004-R05} */
    public List<AppraisalRound> rounds() {
        return read.rounds();
    }

    /** {@return the classes of units to which results are circulated. Source: S004-R02, S004-R07} */
    public List<String> circulatedTo() {
        return read.circulatedTo();
    }

    /** {@return the system over which results are circulated. Source: S004-R07} */
    public String circulatedOver() {
        return read.circulatedOver();
    }

    /** {@return the head of the memorandum. Source: S004-R01} */
    public MemoHead memo() {
        return read.memo();
    }

    /**
     * When the units' reports on a month are due at the centre. Source: S004-R22, AMB-26
     *
     * @param month the month that is reported
     * @return the day, moved where the policy moves days that are no working days
     */
    public LocalDate reportDue(YearMonth month) {
        LocalDate printed = month.plusMonths(1).atDay(read.reportDay());
        DeadlineSettings settings = DeadlineSettings.STANDARD.withCounting(
                new CountingRule(CountingRule.FirstDay.EXCLUDE, kpi().choices().reportDay()));
        return calendar.lastDay(printed.minusDays(1), new TimeLimit(1, TimeLimit.Unit.DAYS), settings);
    }

    /**
     * A text of the policy.
     *
     * @param key its key in the text files
     * @param locale Thai for any locale of the language {@code th}, else English
     * @return the text
     * @throws PrakatException NOT_FOUND if there is no such key
     */
    public String text(String key, Locale locale) {
        String text = texts.in(locale, key);
        if (text == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND, "policy " + id() + " has no text '" + key + "'; add it to both text files");
        }
        return text;
    }

    /** What each element says, and the rules that it comes from; for tests and pages. */
    Map<String, String> facts() {
        return read.facts();
    }

    @Override
    public String toString() {
        return id() + "@" + version().substring(0, 12);
    }
}
