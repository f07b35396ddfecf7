package dev.prakat.staticsite;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that one call changes, in order. Once it is in the state folder as {@code journal.json} the call will be finished,
 * by whoever comes next if need be; before that nothing has happened. Immutable.
 *
 * @param item the item whose change it is
 * @param fence the fence of its placement
 * @param removal whether it takes the item down
 * @param site what changes below the docroot, what is referred to before what refers to it
 * @param state what changes in the state folder
 * @param touched which shared pages it renders
 */
record Plan(String item, long fence, boolean removal, List<Change> site, List<Change> state, Touched touched) {

    /**
     * What a change touches of the lists.
     *
     * @param categories the categories that the item is in, before and after
     * @param days the days that it is listed at, before and after, as {@code 2569-11-22}
     */
    record Touched(SortedSet<String> categories, SortedSet<String> days) {

        Touched {
            categories = new TreeSet<>(categories);
            days = new TreeSet<>(days);
        }

        static Touched nothing() {
            return new Touched(new TreeSet<>(), new TreeSet<>());
        }

        /** The same and what the state of an item touches. */
        Touched and(ItemState version) {
            SortedSet<String> allCategories = new TreeSet<>(categories);
            version.path().forEach(step -> allCategories.add(step.id()));
            SortedSet<String> allDays = new TreeSet<>(days);
            Listed.of(version)
                    .filter(l -> !l.gone())
                    .ifPresent(l -> allDays.add(l.day().key()));
            return new Touched(allCategories, allDays);
        }
    }

    Plan {
        site = List.copyOf(site);
        state = List.copyOf(state);
    }

    boolean hasNothing() {
        return site.isEmpty() && state.isEmpty();
    }

    /** The same without what it would put below the docroot: only what it removes there is left. */
    Plan withoutWrites() {
        return new Plan(
                item,
                fence,
                removal,
                site.stream().filter(c -> c.staged() == null).toList(),
                state,
                touched);
    }
}
