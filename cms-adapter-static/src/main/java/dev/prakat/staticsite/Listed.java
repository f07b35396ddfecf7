package dev.prakat.staticsite;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An item as lists know it. Immutable.
 *
 * @param id the item's key
 * @param second the second that it is listed at: of the publication, or of the take-down
 * @param nano the nanosecond in it
 * @param gone whether it was taken down, so that only feeds name it
 * @param in the categories, from the top down
 */
record Listed(String id, long second, int nano, boolean gone, List<String> in) {

    static final Comparator<Listed> NEWEST_FIRST = Comparator.comparingLong(Listed::second)
            .thenComparingInt(Listed::nano)
            .reversed()
            .thenComparing(Listed::id);

    Listed {
        in = List.copyOf(in);
    }

    /** Where lists have an item; empty when none names it. */
    static Optional<Listed> of(ItemState item) {
        ItemState.Text text = item.text();
        if (item.listed() && text != null) {
            return Optional.of(at(item, text.publishedAt(), false));
        }
        Instant changed = item.takenDown() ? item.changedAt() : null;
        return changed == null ? Optional.empty() : Optional.of(at(item, changed, true));
    }

    private static Listed at(ItemState item, Instant at, boolean gone) {
        List<String> in = item.path().stream().map(ItemState.Step::id).toList();
        return new Listed(item.item(), at.getEpochSecond(), at.getNano(), gone, in);
    }

    Instant at() {
        return Instant.ofEpochSecond(second, nano);
    }

    BuddhistDay day() {
        return BuddhistDay.of(at());
    }

    /** Whether a list has it; {@link SiteLists#SITE} has all. */
    boolean isIn(String list) {
        return list.equals(SiteLists.SITE) || in.contains(list);
    }
}
