package dev.prakat.staticsite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a change does to the pages that list the months of one list. Bounded: it touches the parts of the month that it is in, and
 * the archived feeds that follow a part that came or went.
 *
 * @param months the months that it is in
 * @param render the parts to render, the oldest first
 * @param chained the parts whose archived feed is to be rendered, with the part before each
 * @param removed the parts that are no more
 */
record Shelf(
        SortedSet<BuddhistMonth> months,
        SortedSet<Leaf> render,
        TreeMap<Leaf, Optional<Leaf>> chained,
        SortedSet<Leaf> removed) {

    /** Two parts in a row. */
    private record Pair(Optional<Leaf> before, Leaf leaf) {}

    /**
     * Shares the items of some months out anew.
     *
     * @param touched whether a part has what changed
     * @param most how many items a page lists at the most
     * @param thorough whether all parts of these months are touched
     */
    static Shelf of(
            SiteLists lists,
            String list,
            SortedSet<BuddhistMonth> months,
            Predicate<Leaf> touched,
            int most,
            boolean thorough) {
        Set<Leaf> old = new HashSet<>();
        Set<Pair> oldPairs = new HashSet<>();
        for (BuddhistMonth month : months) {
            old.addAll(lists.leaves(list, month));
            oldPairs.addAll(pairs(lists, list, month));
        }
        SortedSet<Leaf> now = new TreeSet<>();
        for (BuddhistMonth month : months) {
            List<Leaf> leaves = lists.share(list, month, most);
            lists.leaves(list, month, leaves);
            now.addAll(leaves);
        }
        SortedSet<Leaf> render = new TreeSet<>(now);
        render.removeIf(leaf -> !thorough && old.contains(leaf) && !touched.test(leaf));
        TreeMap<Leaf, Optional<Leaf>> chained = new TreeMap<>();
        for (BuddhistMonth month : months) {
            for (Pair pair : pairs(lists, list, month)) {
                if (render.contains(pair.leaf()) || thorough || !oldPairs.contains(pair)) {
                    chained.put(pair.leaf(), pair.before());
                }
            }
        }
        SortedSet<Leaf> removed = new TreeSet<>(old);
        removed.removeAll(now);
        return new Shelf(months, render, chained, removed);
    }

    /** The parts of a month and the first one after it, each with the one before it. */
    private static List<Pair> pairs(SiteLists lists, String list, BuddhistMonth month) {
        List<Leaf> row = new ArrayList<>(lists.leaves(list, month));
        lists.neighbour(list, month, false)
                .ifPresent(m -> row.add(lists.leaves(list, m).get(0)));
        Optional<Leaf> before = lists.neighbour(list, month, true).map(m -> {
            List<Leaf> leaves = lists.leaves(list, m);
            return leaves.get(leaves.size() - 1);
        });
        List<Pair> pairs = new ArrayList<>();
        for (Leaf leaf : row) {
            pairs.add(new Pair(before, leaf));
            before = Optional.of(leaf);
        }
        return pairs;
    }

    /** The part before one of {@link #chained}. */
    Optional<Leaf> before(Leaf leaf) {
        return chained.getOrDefault(leaf, Optional.empty());
    }
}
