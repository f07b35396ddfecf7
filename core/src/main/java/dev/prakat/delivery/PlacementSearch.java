package dev.prakat.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which placements to list. Immutable.
 *
 * @param target only of this website, or null
 * @param states only in these states; empty for all
 * @param after only keys after this one, for the next page; empty for the first
 * @param limit how many at the most, from 1 to 1,000
 */
public record PlacementSearch(@Nullable String target, Set<PlacementState> states, String after, int limit) {

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException if the limit is not from 1 to 1,000
     */
    public PlacementSearch {
        states = Set.copyOf(states);
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit: found " + limit + ", expected 1 to 1000");
        }
    }

    List<PlacementEntity> find(EntityManager manager) {
        String text = "select p from PlacementEntity p where p.id > :after and p.state in :states"
                + (target == null ? "" : " and p.target = :target") + " order by p.id";
        TypedQuery<PlacementEntity> query = manager.createQuery(text, PlacementEntity.class)
                .setParameter("after", after)
                .setParameter("states", states.isEmpty() ? EnumSet.allOf(PlacementState.class) : states)
                .setMaxResults(limit);
        return (target == null ? query : query.setParameter("target", target)).getResultList();
    }
}
