package dev.prakat.duty;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which parts in one item must be played by different persons. Immutable. Source: AMB-02. */
public final class Separation {

    private final List<Apart> apart;

    /**
     * Parts that no person may play together.
     *
     * @param parts two or more parts
     * @param rule the rule or decision that asks for it
     */
    public record Apart(Set<Part> parts, String rule) {

        /** Copies the set, in the order given. */
        public Apart {
            parts = Collections.unmodifiableSet(new LinkedHashSet<>(parts));
        }
    }

    private Separation(List<Apart> apart) {
        this.apart = apart;
    }

    /**
     * Builds the rules of a policy.
     *
     * @param apart the sets of parts; none for a policy that separates nothing
     * @return the rules
     */
    public static Separation of(List<Apart> apart) {
        return new Separation(List.copyOf(apart));
    }

    /**
     * The sets of parts.
     *
     * @return the sets in the order of the policy
     */
    public List<Apart> apart() {
        return apart;
    }

    /**
     * Whether two parts need two persons.
     *
     * @param one a part
     * @param other another part
     * @return true if some rule keeps them apart
     */
    public boolean separates(Part one, Part other) {
        return one != other
                && apart.stream()
                        .anyMatch(
                                set -> set.parts().contains(one) && set.parts().contains(other));
    }

    /**
     * Why a person may not play a part.
     *
     * @param part the part
     * @param person the person's key
     * @param played who already played which part in the same item
     * @return the reason in English, one sentence; empty when nothing stands against it
     */
    public Optional<String> conflict(Part part, String person, Map<Part, Set<String>> played) {
        for (Apart set : apart) {
            for (Part other : set.parts()) {
                if (set.parts().contains(part)
                        && other != part
                        && played.getOrDefault(other, Set.of()).contains(person)) {
                    return Optional.of(person + " was " + other + " of this item; " + part + " must be another person ("
                            + set.rule() + ")");
                }
            }
        }
        return Optional.empty();
    }
}
