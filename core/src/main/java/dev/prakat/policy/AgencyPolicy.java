package dev.prakat.policy;

import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.category.CategoryId;
import dev.prakat.category.CategoryTree;
import dev.prakat.duty.Duty;
import dev.prakat.duty.DutyHolders;
import dev.prakat.duty.DutyQuestion;
import dev.prakat.duty.ResponsibilityMatrix;
import dev.prakat.duty.Separation;
import dev.prakat.duty.UnitRegister;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Emergency;
import dev.prakat.procedure.OversightRound;
import dev.prakat.procedure.Post;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.StandingDuty;
import dev.prakat.screening.ScreeningRules;
import dev.prakat.window.WindowTerms;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One agency's decisions: what may be published, who answers for it, by which procedure. Read from a folder and validated as a
 * whole; a policy that has a mistake does not exist. Immutable, safe for use by many threads.
 */
public final class AgencyPolicy {

    private static final List<String> BUILT_IN = List.of("sso-website", "pathumthani-pho", "phan-dho");

    private final PolicyLoader.Parts parts;
    private final PolicyChoices choices;
    private final WorkingCalendar calendar;

    private AgencyPolicy(PolicyLoader.Parts parts, WorkingCalendar calendar) {
        this.parts = parts;
        this.calendar = calendar;
        this.choices = new PolicyChoices(parts);
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
    public static AgencyPolicy builtIn(String id) {
        if (!BUILT_IN.contains(id)) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "policy '" + id + "' is not built in; built-in ones: " + String.join(", ", BUILT_IN)
                            + "; for your own, give its folder");
        }
        return of(PolicyFiles.builtIn(id), new Findings(), "built-in policy " + id);
    }

    /**
     * Reads a policy from a folder with {@code policy.yaml}, {@code units.csv}, {@code matrix.csv}, {@code
     * texts_th.properties} and {@code texts_en.properties}.
     *
     * @param folder the folder
     * @return the policy
     * @throws InvalidException CONFIGURATION, with every finding, if the folder or a file is missing or has mistakes
     */
    public static AgencyPolicy load(Path folder) {
        Findings findings = new Findings();
        return of(PolicyFiles.ofFolder(folder, findings), findings, "policy folder " + folder);
    }

    /**
     * Looks at a folder without using it.
     *
     * @param folder the folder
     * @return every mistake, and what a policy without mistakes leaves open; gaps are only sought when there is no mistake
     */
    public static PolicyCheck check(Path folder) {
        Findings findings = new Findings();
        return new PolicyLoader(PolicyFiles.ofFolder(folder, findings), findings).check();
    }

    private static AgencyPolicy of(PolicyFiles files, Findings findings, String subject) {
        PolicyLoader loader = new PolicyLoader(files, findings);
        Optional<PolicyLoader.Parts> parts = loader.parts();
        if (parts.isEmpty()) {
            throw new InvalidException(
                    ProblemCode.CONFIGURATION, subject, loader.check().errors());
        }
        return new AgencyPolicy(parts.get(), WorkingCalendar.government());
    }

    /**
     * The policy's stable key.
     *
     * @return for example {@code sso-website}
     */
    public String id() {
        return parts.yaml().id();
    }

    /**
     * The version with which every action is stamped.
     *
     * @return the SHA-256 of the names and bytes of its files in a fixed order, 64 hexadecimal digits
     */
    public String version() {
        return parts.version();
    }

    /** {@return what the policy is called in Thai, the text {@code policy.name}} */
    public String nameTh() {
        return parts.texts().inThai("policy.name");
    }

    /** {@return what the policy is called in English, the text {@code policy.name}} */
    public String nameEn() {
        return parts.texts().inEnglish("policy.name");
    }

    /** {@return what the agency is called in Thai, the text {@code agency.name}} */
    public String agencyNameTh() {
        return parts.texts().inThai("agency.name");
    }

    /** {@return what the agency is called in English, the text {@code agency.name}} */
    public String agencyNameEn() {
        return parts.texts().inEnglish("agency.name");
    }

    /**
     * The host that names the origin of the agency's traffic log.
     *
     * @return a host name in small letters
     */
    public String originHost() {
        return parts.yaml().originHost();
    }

    /** {@return what may be published: the category tree} */
    public CategoryTree categories() {
        return parts.matrix().categories();
    }

    /** {@return who answers for it: the responsibility matrix} */
    public ResponsibilityMatrix matrix() {
        return parts.matrix().matrix();
    }

    /** {@return the agency's units, by code and by printed form} */
    public UnitRegister units() {
        return parts.units();
    }

    /**
     * The columns of the matrix.
     *
     * @return the duties in order
     */
    public List<Duty> duties() {
        return List.copyOf(parts.yaml().duties());
    }

    /**
     * The posts that procedures name.
     *
     * @return the posts in the order of the policy
     */
    public List<Post> posts() {
        return List.copyOf(parts.yaml().posts().values());
    }

    /**
     * How something comes to be published.
     *
     * @return the procedures in the order of the policy
     */
    public List<Procedure> procedures() {
        return List.copyOf(parts.yaml().procedures());
    }

    /**
     * The first procedure for content of a source, whoever submits it and whatever it is. Source: S001-R03.
     *
     * @param source where the content comes from, for example {@code INTERNAL}
     * @return the procedure
     * @throws PrakatException NOT_FOUND if the policy has none for this source
     */
    public Procedure procedureFor(String source) {
        return choices.procedure(source);
    }

    /**
     * The procedure for an item: the first that applies to its source, its category and who submits it. Source: S001-R02,
     * S001-R03, S001-R05, S001-R06, S001-R11.
     *
     * @param question what is known of the item
     * @return the procedure
     * @throws PrakatException NOT_FOUND if the category is unknown or none applies; NOT_ALLOWED if nobody answers for the
     *     category (M037), or the policy rejects content outside its list
     */
    public Procedure procedureFor(ProcedureQuestion question) {
        return choices.procedure(question);
    }

    /**
     * Whether content is the routine mission of whoever submits it. Source: S001-R05, AMB-19.
     *
     * @param question the category, who submits, and who owns the data; its duty is not asked for
     * @return true if the policy says so for the unit, or the data cell names it
     */
    public boolean routineMission(DutyQuestion question) {
        return choices.routineMission(question.category(), question);
    }

    /**
     * Who answers, or answered, for a category.
     *
     * @param category its id, row or path
     * @param duty the duty's id, in any case
     * @param on the day in Asia/Bangkok, or null for the newest assignment
     * @return the holders, or why there is none
     * @throws PrakatException NOT_FOUND if there is no such category or duty
     */
    public DutyHolders who(String category, String duty, @Nullable LocalDate on) {
        return matrix().holders(
                        categories().require(category).id(), duty.strip().toUpperCase(Locale.ROOT), on);
    }

    /**
     * Which parts in one item are played by different persons. Source: AMB-02.
     *
     * @return the rules
     */
    public Separation separation() {
        return parts.yaml().separation();
    }

    /**
     * The duties that never end. Source: AMB-13, AMB-14, AMB-15.
     *
     * @return the duties in the order of the policy
     */
    public List<StandingDuty> standingDuties() {
        return List.copyOf(parts.yaml().standing());
    }

    /**
     * The rounds of follow-up in a year. Source: S003-R23.
     *
     * @return the rounds in the order of the policy; empty when it has none
     */
    public List<OversightRound> rounds() {
        return List.copyOf(parts.yaml().rounds());
    }

    /**
     * Publishing first and agreeing afterwards.
     *
     * @return what the policy says of it, off or on; empty when it says nothing, which means off
     */
    public Optional<Emergency> emergency() {
        return Optional.ofNullable(parts.yaml().emergency());
    }

    /**
     * How long content of a category may be public. What the policy says of the category counts before what it says of the
     * categories above it, and that before what it says of all. Source: AMB-09, AMB-12.
     *
     * @param category the category
     * @return the terms
     * @throws PrakatException NOT_FOUND if there is no such category
     */
    public WindowTerms windowTerms(CategoryId category) {
        return choices.window(category);
    }

    /**
     * The fields that items of some categories must fill in.
     *
     * @return the fields in the order of the policy
     */
    public List<FieldRule> fields() {
        return List.copyOf(parts.yaml().fields().values());
    }

    /**
     * What an item does not say that its category needs.
     *
     * @param category the category
     * @param values what the item says, by the id of the field
     * @return a finding for each field that is empty or has the wrong form
     * @throws PrakatException NOT_FOUND if there is no such category
     */
    public List<Finding> missingFields(CategoryId category, Map<String, String> values) {
        return choices.missingFields(category, values);
    }

    /**
     * Where the document that this policy comes from is published itself. Source: S003-R22.
     *
     * @return the category; empty when the policy does not ask for it
     */
    public Optional<CategoryId> ownDocument() {
        return Optional.ofNullable(parts.yaml().ownDocument()).map(own -> new CategoryId(own.category()));
    }

    /**
     * When the step that a run awaits must be done, counted as this policy counts. Source: AMB-03, AMB-04.
     *
     * @param run the run
     * @return the last instant; empty when there is no limit
     */
    public Optional<Instant> due(ProcedureRun run) {
        return run.due(calendar, settings().deadlines());
    }

    /** {@return the calendar by which time limits count: that of government offices unless {@link #withCalendar} gave another} */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /**
     * This policy with another calendar: the office's place, or holidays that the Cabinet set since. Open deadlines are
     * counted again by {@code Approvals.recount}. Source: AMB-05.
     *
     * @param other the calendar
     * @return a policy that differs in nothing else, also not in its version
     */
    public AgencyPolicy withCalendar(WorkingCalendar other) {
        return new AgencyPolicy(parts, other);
    }

    /** {@return what is done about personal data; the usual rules when the policy says nothing} */
    public ScreeningRules screening() {
        return parts.yaml().screening().rules();
    }

    /** {@return what the policy decides beside all that} */
    public PolicySettings settings() {
        return parts.yaml().settings();
    }

    /**
     * What the policy leaves open, for example a category that nobody answers for (M037). Source: AMB-21.
     *
     * @return the gaps, each with a suggestion; empty when there is none
     */
    public List<Finding> gaps() {
        return parts.gaps();
    }

    /**
     * A text of the policy.
     *
     * @param key its key in {@code texts_th.properties} and {@code texts_en.properties}
     * @param locale Thai for any locale of the language {@code th}, else English
     * @return the text
     * @throws PrakatException NOT_FOUND if there is no such key
     */
    public String text(String key, Locale locale) {
        String text = parts.texts().in(locale, key);
        if (text == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND, "policy " + id() + " has no text '" + key + "'; add it to both text files");
        }
        return text;
    }

    /** What the files say, for what compares and prints them. */
    PolicyLoader.Parts parts() {
        return parts;
    }

    @Override
    public String toString() {
        return id() + "@" + version().substring(0, 12);
    }
}
