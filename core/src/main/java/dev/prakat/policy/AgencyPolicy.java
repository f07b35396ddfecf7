package dev.prakat.policy;

import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.category.CategoryTree;
import dev.prakat.duty.Duty;
import dev.prakat.duty.ResponsibilityMatrix;
import dev.prakat.duty.UnitRegister;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Post;
import dev.prakat.procedure.Procedure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One agency's decisions: what may be published, who answers for it, by which procedure. Read from a folder and validated as a
 * whole; a policy that has a mistake does not exist. Immutable, safe for use by many threads.
 */
public final class AgencyPolicy {

    private static final List<String> BUILT_IN = List.of("sso-website");

    private final PolicyLoader.Parts parts;

    private AgencyPolicy(PolicyLoader.Parts parts) {
        this.parts = parts;
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
        return new AgencyPolicy(parts.get());
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

    /**
     * What the policy is called in Thai.
     *
     * @return the text {@code policy.name}
     */
    public String nameTh() {
        return parts.texts().inThai("policy.name");
    }

    /**
     * What the policy is called in English.
     *
     * @return the text {@code policy.name}
     */
    public String nameEn() {
        return parts.texts().inEnglish("policy.name");
    }

    /**
     * What the agency is called in Thai.
     *
     * @return the text {@code agency.name}
     */
    public String agencyNameTh() {
        return parts.texts().inThai("agency.name");
    }

    /**
     * What the agency is called in English.
     *
     * @return the text {@code agency.name}
     */
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

    /**
     * What may be published.
     *
     * @return the category tree
     */
    public CategoryTree categories() {
        return parts.matrix().categories();
    }

    /**
     * Who answers for it.
     *
     * @return the responsibility matrix
     */
    public ResponsibilityMatrix matrix() {
        return parts.matrix().matrix();
    }

    /**
     * The agency's units.
     *
     * @return the units by code and printed form
     */
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
        return List.copyOf(parts.yaml().posts());
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
     * The procedure for content of a source. Source: S001-R03.
     *
     * @param source where the content comes from, for example {@code INTERNAL}
     * @return the procedure
     * @throws PrakatException NOT_FOUND if the policy has none for this source
     */
    public Procedure procedureFor(String source) {
        Map<String, Procedure> bySource = parts.yaml().bySource();
        Procedure procedure = bySource.get(source);
        if (procedure == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "policy " + id() + " has no procedure for content of the source '" + source + "'; it has one for "
                            + String.join(", ", bySource.keySet()));
        }
        return procedure;
    }

    /**
     * The calendar by which time limits count.
     *
     * @return the calendar of Thai government offices; a policy cannot bring its own yet
     */
    public WorkingCalendar calendar() {
        return WorkingCalendar.government();
    }

    /**
     * What the policy decides beside all that.
     *
     * @return the settings
     */
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

    @Override
    public String toString() {
        return id() + "@" + version().substring(0, 12);
    }
}
