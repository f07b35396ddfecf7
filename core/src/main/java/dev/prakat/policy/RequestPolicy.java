package dev.prakat.policy;

import com.fasterxml.jackson.core.JacksonException;
import dev.prakat.calendar.CountingRule;
import dev.prakat.calendar.DeadlineSettings;
import dev.prakat.calendar.DeadlineSettings.PlainDays;
import dev.prakat.calendar.TimeLimit;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.duty.UnitRegister;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How an agency answers requests for data: the steps and their limits. Read from a folder like an {@link AgencyPolicy}, without a
 * matrix. Immutable, safe for use by many threads.
 */
public final class RequestPolicy {

    private static final List<String> BUILT_IN = List.of("sso-data-request");
    private static final Set<String> FIELDS =
            Set.of("id", "division", "approval", "steps", "informationAct", "grounds", "letters", "settings");

    private final Read read;
    private final Words words;
    private final String version;
    private final WorkingCalendar calendar;

    /** What the file says. */
    record Read(
            String id,
            String division,
            String approver,
            MemoHead letters,
            Map<RequestStep.Kind, RequestStep> steps,
            TimeLimit informationAct,
            boolean groundNeeded,
            DeadlineSettings deadlines,
            Map<String, String> facts) {}

    /** The units and the texts beside the file. */
    private record Words(UnitRegister units, PolicyTexts texts) {}

    private RequestPolicy(Read read, Words words, String version, WorkingCalendar calendar) {
        this.read = read;
        this.words = words;
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
    public static RequestPolicy builtIn(String id) {
        if (!BUILT_IN.contains(id)) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "request policy '" + id + "' is not built in; built-in ones: " + String.join(", ", BUILT_IN)
                            + "; for your own, give its folder");
        }
        return of(PolicyFiles.builtIn(id, PolicyFiles.WITHOUT_MATRIX), new Findings(), "built-in policy " + id);
    }

    /**
     * Reads a policy from a folder with {@code policy.yaml}, {@code units.csv}, {@code texts_th.properties} and {@code
     * texts_en.properties}.
     *
     * @param folder the folder
     * @return the policy
     * @throws InvalidException CONFIGURATION, with every finding, if the folder or a file is missing or has mistakes
     */
    public static RequestPolicy load(Path folder) {
        Findings findings = new Findings();
        PolicyFiles files = PolicyFiles.ofFolder(folder, PolicyFiles.WITHOUT_MATRIX, findings);
        return of(files, findings, "request policy folder " + folder);
    }

    private static RequestPolicy of(PolicyFiles files, Findings findings, String subject) {
        PolicyTexts texts = PolicyTexts.read(files, findings);
        UnitRegister units = UnitsFile.read(files, findings);
        Optional<Read> read =
                files.text(PolicyFiles.POLICY, findings).flatMap(content -> read(content, texts, units, findings));
        if (read.isEmpty() || !findings.list().isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, subject, findings.list());
        }
        return new RequestPolicy(read.get(), new Words(units, texts), files.version(), WorkingCalendar.government());
    }

    private static Optional<Read> read(String content, PolicyTexts texts, UnitRegister units, Findings findings) {
        try {
            YamlSection root = new YamlSection(YamlNode.read(content), "the request policy", FIELDS, findings);
            return Optional.of(read(new ChapterSection(root, texts, units)));
        } catch (JacksonException e) {
            findings.add(
                    PolicyFiles.POLICY,
                    Findings.Code.YAML,
                    "this is not YAML that a policy may use: " + e.getOriginalMessage(),
                    "look at indentation, colons, quotation marks");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Read read(ChapterSection root) {
        YamlSection division = root.part("division", "unit");
        String unit = root.unit(division, "unit");
        root.fact("division", unit, division.rule());
        YamlSection approval = root.part("approval", "post");
        String post = approval.text("post");
        root.fact("approval", "post " + post, approval.rule());
        Map<RequestStep.Kind, RequestStep> steps = new EnumMap<>(RequestStep.Kind.class);
        for (YamlNode node : root.section().itemsNeeded("steps")) {
            YamlSection section = root.item(node, "a step", "id", "within", "soft");
            RequestStep step = root.step(section);
            steps.put(step.kind(), step);
        }
        for (RequestStep.Kind kind : RequestStep.Kind.values()) {
            if (!steps.containsKey(kind)) {
                root.section().finding(root.section().lineOf("steps"), "there is no step " + kind, "add it");
            }
        }
        YamlSection act = root.part("informationAct", "within");
        TimeLimit limit = root.limit(act, "within");
        root.fact("informationAct", "within " + limit, act.rule());
        YamlSection grounds = root.part("grounds", "needed");
        boolean needed = grounds.flag("needed").orElse(true);
        root.fact("grounds", "needed " + needed, grounds.rule());
        ChapterSection.Settings settings = root.settings(Set.of("plainDays", "lastDay"));
        DeadlineSettings deadlines = DeadlineSettings.STANDARD
                .withPlainDays(settings.of("plainDays", PlainDays.CALENDAR, PlainDays.class))
                .withCounting(new CountingRule(
                        CountingRule.FirstDay.EXCLUDE,
                        settings.of("lastDay", CountingRule.LastDay.ROLL_FORWARD, CountingRule.LastDay.class)));
        String id = root.section().text("id", ProcedureSection.ID, ProcedureSection.ID_FORM);
        return new Read(
                id, unit, post, root.letterHead("letters", unit), steps, limit, needed, deadlines, root.facts());
    }

    /**
     * This policy with another calendar.
     *
     * @param other the calendar
     * @return a policy that differs in nothing else, also not in its version
     */
    public RequestPolicy withCalendar(WorkingCalendar other) {
        return new RequestPolicy(read, words, version, other);
    }

    /**
     * The policy's stable key.
     *
     * @return for example {@code sso-data-request}
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

    /** {@return the code of the unit that answers requests. Source: S000-R01} */
    public String division() {
        return read.division();
    }

    /** {@return the post that approves; whoever an order lets act in it may too. Source: S000-R17, S000-R21, AMB-37} */
    public String approver() {
        return read.approver();
    }

    /** {@return the head of the letters. Source: S000-R09, S000-R12, S000-R17} */
    public MemoHead letters() {
        return read.letters();
    }

    /** {@return the agency's units} */
    public UnitRegister units() {
        return words.units();
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
        String text = words.texts().in(locale, key);
        if (text == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND, "policy " + id() + " has no text '" + key + "'; add it to both text files");
        }
        return text;
    }

    /** {@return the calendar by which limits count} */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /** {@return how limits are counted. Source: AMB-03} */
    public DeadlineSettings deadlines() {
        return read.deadlines();
    }

    /**
     * A step.
     *
     * @param kind which
     * @return the step
     */
    public RequestStep step(RequestStep.Kind kind) {
        return Objects.requireNonNull(read.steps().get(kind));
    }

    /** {@return how long a request under the Official Information Act may take, beside the limits of the steps} */
    public TimeLimit informationAct() {
        return read.informationAct();
    }

    /** {@return whether a release must name its ground under the Personal Data Protection Act. Source: S000-R22} */
    public boolean groundNeeded() {
        return read.groundNeeded();
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
