package dev.prakat.duty;

import java.util.Set;

/**
 * Somebody who wants to act in a duty: a unit, and the posts held in it. Immutable.
 *
 * @param unit the code of the unit
 * @param posts the codes of the posts that the person holds
 */
public record DutyActor(String unit, Set<String> posts) {

    /** Copies the set. */
    public DutyActor {
        posts = Set.copyOf(posts);
    }

    /**
     * Somebody without a post.
     *
     * @param unit the code of the unit
     * @return the actor
     */
    public static DutyActor of(String unit) {
        return new DutyActor(unit, Set.of());
    }
}
