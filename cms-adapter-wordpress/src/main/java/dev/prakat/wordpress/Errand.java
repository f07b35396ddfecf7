package dev.prakat.wordpress;

import dev.prakat.spi.LogReceipt;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be asked of the site, for everyone who wants exactly that asked: two items of one new category want the same. Used by
 * one thread at a time.
 *
 * @param ask what is asked, about all of them
 * @param wants who waits for it; one at least
 */
record Errand(Ask ask, List<Wanted> wants) {

    /** For those that want the same. */
    static Errand of(List<Wanted> same) {
        Ask first = same.get(0).ask();
        return new Errand(same.size() == 1 ? first : first.about(items(same)), List.copyOf(same));
    }

    /** Whose it is, as the traffic log has it: keys with commas between them, or null. */
    static @Nullable String items(Collection<Wanted> wants) {
        String items = wants.stream()
                .map(want -> want.ask().subject())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(","));
        return items.isEmpty() ? null : items;
    }

    static @Nullable String itemsOf(Collection<Errand> errands) {
        return items(errands.stream().flatMap(errand -> errand.wants.stream()).toList());
    }

    boolean asStranger() {
        return wants.get(0).asStranger();
    }

    /** What the REST interface is told; only for what it is told in words. */
    Told told() {
        return Objects.requireNonNull(ask.told());
    }

    /** Records of its own, in the log of the first who wants it. */
    Calls calls() {
        return wants.get(0).calls().beside();
    }

    void settle(Answer answer) {
        wants.forEach(want -> want.settle(answer));
    }

    /** What was recorded belongs to each of them. */
    void recorded(List<LogReceipt> records) {
        wants.forEach(want -> want.calls().alsoOurs(records));
    }
}
