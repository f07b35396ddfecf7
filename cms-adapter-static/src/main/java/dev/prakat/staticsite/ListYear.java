package dev.prakat.staticsite;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the state folder knows of one list in one year. The maps are the caller's to change.
 *
 * @param live how many items each day has that are listed, by day within the year
 * @param gone how many were taken down on each day
 * @param leaves how the items of each month are shared out between pages, by month, the oldest first
 * @param pages the pages of that list and year that are ours, with their hashes
 */
record ListYear(
        SortedMap<String, Integer> live,
        SortedMap<String, Integer> gone,
        SortedMap<Integer, List<String>> leaves,
        SortedMap<String, String> pages) {

    static ListYear empty() {
        return new ListYear(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    SortedMap<String, Integer> counts(boolean ofGone) {
        return ofGone ? gone : live;
    }

    ListYear copy() {
        return new ListYear(new TreeMap<>(live), new TreeMap<>(gone), new TreeMap<>(leaves), new TreeMap<>(pages));
    }

    boolean hasNothing() {
        return live.isEmpty() && gone.isEmpty() && leaves.isEmpty() && pages.isEmpty();
    }
}
