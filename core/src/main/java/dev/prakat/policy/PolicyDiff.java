package dev.prakat.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two policies by what they say, not by how their files are written. Stateless. */
public final class PolicyDiff {

    private PolicyDiff() {}

    /**
     * What differs.
     *
     * @param before the first policy
     * @param after the second policy
     * @return the differences in the order of the first policy, then what only the second has; empty when they say the same
     */
    public static List<PolicyDifference> between(AgencyPolicy before, AgencyPolicy after) {
        Map<String, PolicyFacts.Fact> one = PolicyFacts.of(before);
        Map<String, PolicyFacts.Fact> other = PolicyFacts.of(after);
        Set<String> elements = new LinkedHashSet<>(one.keySet());
        elements.addAll(other.keySet());
        List<PolicyDifference> differences = new ArrayList<>();
        for (String element : elements) {
            String was = text(one.get(element));
            String is = text(other.get(element));
            if (!was.equals(is)) {
                differences.add(new PolicyDifference(element, was, is));
            }
        }
        return List.copyOf(differences);
    }

    private static String text(PolicyFacts.@Nullable Fact fact) {
        return fact == null ? "" : fact.text();
    }
}
