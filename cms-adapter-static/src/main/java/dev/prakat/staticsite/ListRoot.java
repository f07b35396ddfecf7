package dev.prakat.staticsite;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the state folder knows of one list in all years. The collections are the caller's to change.
 *
 * @param live the years that have listed items
 * @param gone the years in which items were taken down
 * @param pages the pages of the list that belong to no year, with their hashes
 */
record ListRoot(SortedSet<Integer> live, SortedSet<Integer> gone, SortedMap<String, String> pages) {

    static ListRoot empty() {
        return new ListRoot(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
    }

    SortedSet<Integer> years(boolean ofGone) {
        return ofGone ? gone : live;
    }

    ListRoot copy() {
        return new ListRoot(new TreeSet<>(live), new TreeSet<>(gone), new TreeMap<>(pages));
    }

    boolean hasItems() {
        return !live.isEmpty() || !gone.isEmpty();
    }
}
