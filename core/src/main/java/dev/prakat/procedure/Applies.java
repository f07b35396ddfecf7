package dev.prakat.procedure;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which items a procedure is meant. A policy takes the first that fits. Immutable. Source: S001-R03, S001-R06, S001-R11.
 *
 * @param sources where the content comes from, in capitals, for example {@code INTERNAL}
 * @param holds the duties that the unit must hold for the category; empty when it need not
 * @param listed whether the agency's list must name the category, or must not; null for either
 * @param routineMission whether it must be the unit's routine mission, or must not be; null for either
 * @param rules the rules that say so; empty for the procedure's own
 */
public record Applies(
        List<String> sources,
        Set<String> holds,
        @Nullable Boolean listed,
        @Nullable Boolean routineMission,
        List<String> rules) {

    /** Copies the collections. */
    public Applies {
        sources = List.copyOf(sources);
        holds = Set.copyOf(holds);
        rules = List.copyOf(rules);
    }

    /**
     * What is known of an item when its procedure is chosen.
     *
     * @param source where the content comes from
     * @param holds the duties that the unit holds for the category
     * @param listed whether the agency's list names the category
     * @param routineMission whether it is the unit's routine mission
     */
    public record Facts(String source, Set<String> holds, boolean listed, boolean routineMission) {

        /** Copies the set. */
        public Facts {
            holds = Set.copyOf(holds);
        }
    }

    /**
     * Whether the procedure is meant for an item.
     *
     * @param facts what is known of it
     * @return true if everything that is asked for holds
     */
    public boolean to(Facts facts) {
        return sources.contains(facts.source())
                && facts.holds().containsAll(holds)
                && (listed == null || listed == facts.listed())
                && (routineMission == null || routineMission == facts.routineMission());
    }
}
