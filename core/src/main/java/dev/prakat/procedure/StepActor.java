package dev.prakat.procedure;

import java.util.List;

/** Who may take a step. */
public sealed interface StepActor {

    /**
     * Whoever holds a post.
     *
     * @param post the post's code, for example {@code DIRECTOR}
     * @param unit the code of the unit that the post belongs to, or {@link #AUTHOR_UNIT}, {@link #ASSIGNED_UNIT} or
     *     {@link #ANY_UNIT}
     */
    record PostHolder(String post, String unit) implements StepActor {

        /** In place of a unit's code: the unit of the officer who submitted the item. */
        public static final String AUTHOR_UNIT = "AUTHOR_UNIT";

        /** In place of a unit's code: the unit to which an earlier step assigned the item. Source: S001-R18. */
        public static final String ASSIGNED_UNIT = "ASSIGNED_UNIT";

        /** In place of a unit's code: whichever unit; for a role that dated delegations fill. Source: AMB-08. */
        public static final String ANY_UNIT = "ANY_UNIT";

        /**
         * Whether the post is one of the author's own unit.
         *
         * @return true for {@link #AUTHOR_UNIT}
         */
        public boolean ofAuthorUnit() {
            return unit.equals(AUTHOR_UNIT);
        }
    }

    /**
     * Somebody who holds a duty for the item's category.
     *
     * @param dutyId the duty's id, for example {@code PUBLISH}
     */
    record DutyHolder(String dutyId) implements StepActor {}

    /** The officer to whom an earlier step assigned the item. Source: S001-R13, S001-R18, S001-R23. */
    record AssignedOfficer() implements StepActor {}

    /** Whoever wishes to publish. Source: S002-R08, S003-R06. */
    record Requester() implements StepActor {}

    /**
     * Somebody outside the agency who signs the letter with which an item begins.
     *
     * @param post the code of the signatory's post. Source: S001-R16, S001-R21
     */
    record Outsider(String post) implements StepActor {}

    /**
     * Any of several. Source: AMB-16.
     *
     * @param actors two or more
     */
    record AnyOf(List<StepActor> actors) implements StepActor {

        /** Copies the list. */
        public AnyOf {
            actors = List.copyOf(actors);
        }
    }
}
