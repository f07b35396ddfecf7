package dev.prakat.procedure;

/** Who may take a step: whoever holds a post in a unit, or whoever holds a duty for the item's category. */
public sealed interface StepActor {

    /**
     * Whoever holds a post.
     *
     * @param post the post's code, for example {@code DIRECTOR}
     * @param unit the code of the unit that the post belongs to, or {@link #AUTHOR_UNIT}
     */
    record PostHolder(String post, String unit) implements StepActor {

        /** In place of a unit's code: the unit of the officer who submitted the item. */
        public static final String AUTHOR_UNIT = "AUTHOR_UNIT";

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
     * An officer of a unit that holds a duty for the item's category.
     *
     * @param dutyId the duty's id, for example {@code PUBLISH}
     */
    record DutyHolder(String dutyId) implements StepActor {}
}
