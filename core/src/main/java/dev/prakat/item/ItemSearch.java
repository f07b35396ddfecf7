package dev.prakat.item;

import org.jspecify.annotations.Nullable;

/**
 * Which items are looked for. Immutable; begin with {@link #all()}.
 *
 * @param state in which state, or null for any
 * @param unit owned by which unit, or null for any
 * @param category in which category or below it: its id, row or path; null for any
 * @param source from which source, or null for any
 * @param title a part of the title, in capitals or small letters; null for any
 * @param limit how many at the most in one page, 1 to 1000
 * @param cursor where an earlier page ended, or null for the first
 */
public record ItemSearch(
        @Nullable ItemState state,
        @Nullable String unit,
        @Nullable String category,
        @Nullable String source,
        @Nullable String title,
        int limit,
        @Nullable String cursor) {

    private static final int MAX_LIMIT = 1000;

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException if the limit is not from 1 to 1000
     */
    public ItemSearch {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit: found " + limit + ", expected 1 to " + MAX_LIMIT);
        }
    }

    /**
     * Every item, 50 a page.
     *
     * @return the search
     */
    public static ItemSearch all() {
        return new ItemSearch(null, null, null, null, null, 50, null);
    }

    /**
     * Only items in a state.
     *
     * @param wanted the state
     * @return the changed copy
     */
    public ItemSearch inState(ItemState wanted) {
        return new ItemSearch(wanted, unit, category, source, title, limit, cursor);
    }

    /**
     * Only items of a unit.
     *
     * @param owner the unit that owns the data
     * @return the changed copy
     */
    public ItemSearch ofUnit(String owner) {
        return new ItemSearch(state, owner, category, source, title, limit, cursor);
    }

    /**
     * Only items in a category or below it.
     *
     * @param idOrRowOrPath the category
     * @return the changed copy
     */
    public ItemSearch in(String idOrRowOrPath) {
        return new ItemSearch(state, unit, idOrRowOrPath, source, title, limit, cursor);
    }

    /**
     * Only items from a source.
     *
     * @param from for example {@code MINISTRY}
     * @return the changed copy
     */
    public ItemSearch from(String from) {
        return new ItemSearch(state, unit, category, from, title, limit, cursor);
    }

    /**
     * Only items whose newest title holds these words.
     *
     * @param words a part of the title
     * @return the changed copy
     */
    public ItemSearch titled(String words) {
        return new ItemSearch(state, unit, category, source, words, limit, cursor);
    }

    /**
     * Another length of a page.
     *
     * @param most how many at the most
     * @return the changed copy
     */
    public ItemSearch limit(int most) {
        return new ItemSearch(state, unit, category, source, title, most, cursor);
    }

    /**
     * The page behind another one.
     *
     * @param next {@link ItemPage#next()} of the page before
     * @return the changed copy
     */
    public ItemSearch after(String next) {
        return new ItemSearch(state, unit, category, source, title, limit, next);
    }
}
