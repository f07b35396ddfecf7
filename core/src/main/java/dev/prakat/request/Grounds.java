package dev.prakat.request;

import dev.prakat.problem.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * On what grounds data is given out. Data with personal details needs one of the Personal Data Protection Act ({@code PDPA-19} for
 * consent, {@code PDPA-24-1} to {@code -6}, {@code PDPA-26}) and one of section 24 of the Official Information Act ({@code
 * OIA-24-CONSENT}, {@code OIA-24-1} to {@code -9}); figures that show nobody need {@code NO-PERSONAL-DATA} and nothing else.
 * Immutable. Source: S000-R22
 *
 * @param codes the grounds, in capitals
 */
public record Grounds(Set<String> codes) {

    /** The data shows nobody. */
    public static final String NONE_NEEDED = "NO-PERSONAL-DATA";

    private static final Pattern PDPA = Pattern.compile("PDPA-(19|24-[1-6]|26)");
    private static final Pattern OIA = Pattern.compile("OIA-24-([1-9]|CONSENT)");

    /** Puts them into capitals. */
    public Grounds {
        Set<String> upper = new TreeSet<>();
        codes.forEach(code -> upper.add(code.strip().toUpperCase(Locale.ROOT)));
        upper.remove("");
        codes = Set.copyOf(upper);
    }

    /**
     * Reads grounds.
     *
     * @param codes the grounds, for example {@code PDPA-24-4} and {@code OIA-24-3}
     * @return they
     */
    public static Grounds of(String... codes) {
        return new Grounds(Set.copyOf(List.of(codes)));
    }

    void check(Consumer<Finding> findings) {
        List<String> unknown = new ArrayList<>();
        for (String code : new TreeSet<>(codes)) {
            if (!code.equals(NONE_NEEDED)
                    && !PDPA.matcher(code).matches()
                    && !OIA.matcher(code).matches()) {
                unknown.add(code);
            }
        }
        if (!unknown.isEmpty()) {
            findings.accept(new Finding(
                    "grounds",
                    "S000-R22",
                    "found " + unknown + ", which are no grounds",
                    "write PDPA-19, PDPA-24-1 to -6 or PDPA-26, with OIA-24-CONSENT or OIA-24-1 to -9, or "
                            + NONE_NEEDED));
        } else if (codes.contains(NONE_NEEDED) ? codes.size() > 1 : !has(PDPA) || !has(OIA)) {
            findings.accept(new Finding(
                    "grounds",
                    "S000-R22",
                    "found " + (codes.isEmpty() ? "none" : this) + ", expected one of each act, or " + NONE_NEEDED
                            + " alone",
                    "write, for example, PDPA-24-4 and OIA-24-3"));
        }
    }

    private boolean has(Pattern act) {
        return codes.stream().anyMatch(code -> act.matcher(code).matches());
    }

    @Override
    public String toString() {
        return String.join(" ", new TreeSet<>(codes));
    }
}
