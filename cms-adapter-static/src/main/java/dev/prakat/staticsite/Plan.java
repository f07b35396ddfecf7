package dev.prakat.staticsite;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one call changes, in order. Once it is in the state folder as {@code journal.json} the call will be finished,
 * by whoever comes next if need be; before that nothing has happened. Immutable.
 *
 * @param item the item whose change it is; of a whole site what can be no item's key
 * @param fence the fence of its placement
 * @param removal whether it takes the item down
 * @param site what changes below the docroot, what is referred to before what refers to it
 * @param state what changes in the state folder
 * @param touched which shared pages it renders
 * @param generation where the changes of a whole site are, which are then not in {@code site} and {@code state}; or null
 */
record Plan(
        String item,
        long fence,
        boolean removal,
        List<Change> site,
        List<Change> state,
        Touched touched,
        @Nullable Generation generation) {

    /** No item has such a key ({@link SitePath#isItem}). Plans of before had {@code whole-site}, which one may have. */
    private static final String WHOLE = "*";

    /**
     * A whole site that was rendered beside the one that stands there.
     *
     * @param folder the folder in the stage folder that has the files, and the plan a line for each change
     * @param beside the copy of the docroot that is changed and then shown; null to change the docroot itself
     */
    record Generation(String folder, @Nullable Beside beside) {

        /** The changes below the docroot, in order. */
        Path site(SiteSettings settings) {
            return settings.stage().resolve(folder).resolve("site");
        }

        /** The changes in the state folder. */
        Path state(SiteSettings settings) {
            return settings.stage().resolve(folder).resolve("state");
        }
    }

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

    /**
     * Two folders, one of which the docroot shows.
     *
     * @param former the one that it showed when this began, absolute
     * @param next the one that it is to show, absolute
     */
    record Beside(String former, String next) {}

    Plan {
        site = List.copyOf(site);
        state = List.copyOf(state);
        item = generation == null ? item : WHOLE;
    }

    /** The plan of a whole site. */
    static Plan of(Generation generation) {
        return new Plan(WHOLE, 0, false, List.of(), List.of(), Touched.nothing(), generation);
    }

    boolean hasNothing() {
        return site.isEmpty() && state.isEmpty() && generation == null;
    }

    /** The same without what it would put below the docroot: only what it removes there is left. */
    Plan withoutWrites() {
        return new Plan(
                item,
                fence,
                removal,
                site.stream().filter(c -> c.staged() == null).toList(),
                state,
                touched,
                generation);
    }
}
