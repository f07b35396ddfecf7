package dev.prakat.staticsite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which items each list has, and which shared pages are ours. Kept in shards, so that a change reads and writes those of its own
 * days, categories and years and no others: {@code days/} has the items of a day, {@code lists/} has for each category, and for
 * the whole site, the years, and for each year how many items each day has. One call's worth; changes are in memory until
 * they are saved. Several threads may read, one may change.
 */
final class SiteLists {

    /** The list of all items. No category's key has an underscore. */
    static final String SITE = "_site";

    private final Source source;
    private final Map<String, ListRoot> roots = new ConcurrentHashMap<>();
    private final Map<String, ListYear> years = new ConcurrentHashMap<>();
    private final Map<String, SortedMap<String, Listed>> days = new ConcurrentHashMap<>();
    private final Set<String> dirty = new TreeSet<>();

    /** Where shards that are not in memory yet come from. */
    @FunctionalInterface
    interface Source {
        <T> Optional<T> shard(String name, Class<T> type) throws IOException;
    }

    SiteLists(Source source) {
        this.source = source;
    }

    /** Puts an item where it is listed from now on, and takes it from where it was. */
    void move(String item, Optional<Listed> before, Optional<Listed> after) {
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(was -> {
            change(was.day()).remove(item);
            count(was, -1);
        });
        after.ifPresent(is -> {
            change(is.day()).put(item, is);
            count(is, 1);
        });
    }

    private void count(Listed item, int more) {
        BuddhistDay day = item.day();
        int year = day.month().year();
        String inYear = day.inYear();
        Set<String> lists = new HashSet<>(item.in());
        lists.add(SITE);
        for (String list : lists) {
            ListYear node = change(list, year);
            SortedMap<String, Integer> counts = node.counts(item.gone());
            counts.merge(inYear, more, Integer::sum);
            counts.remove(inYear, 0);
            SortedSet<Integer> of = root(list).years(item.gone());
            if (counts.isEmpty()) {
                change(list).years(item.gone()).remove(year);
            } else if (!of.contains(year)) {
                change(list).years(item.gone()).add(year);
            }
        }
    }

    /** The items of a list, newest first, as many as there are and at most so many. */
    List<Listed> newest(String list, boolean gone, int most) {
        List<Listed> newest = new ArrayList<>();
        for (int year : descending(root(list).years(gone))) {
            for (String inYear : descending(year(list, year).counts(gone).keySet())) {
                newest.addAll(of(list, BuddhistDay.of(year, inYear), gone));
                if (newest.size() >= most) {
                    return List.copyOf(newest.subList(0, most));
                }
            }
        }
        return newest;
    }

    private static <T extends Comparable<T>> List<T> descending(Collection<T> sorted) {
        List<T> descending = new ArrayList<>(sorted);
        Collections.reverse(descending);
        return descending;
    }

    /** The listed items of a part of a month, newest first. */
    List<Listed> of(String list, Leaf leaf) {
        List<Listed> items = new ArrayList<>();
        BuddhistMonth month = leaf.month();
        for (int day = leaf.to(); day >= leaf.from(); day--) {
            BuddhistDay of = new BuddhistDay(month, day);
            if (year(list, month.year()).live().containsKey(of.inYear())) {
                for (Listed item : of(list, of, false)) {
                    if (leaf.has(day, item.id())) {
                        items.add(item);
                    }
                }
            }
        }
        return items;
    }

    private List<Listed> of(String list, BuddhistDay day, boolean gone) {
        List<Listed> items = new ArrayList<>();
        for (Listed item : day(day).values()) {
            if (item.gone() == gone && item.isIn(list)) {
                items.add(item);
            }
        }
        items.sort(Listed.NEWEST_FIRST);
        return items;
    }

    /** How the items of a month are shared out between pages now. */
    List<Leaf> share(String list, BuddhistMonth month, int most) {
        SortedMap<String, Integer> live = year(list, month.year()).live();
        int[] counts = new int[32];
        for (int day = 1; day < counts.length; day++) {
            counts[day] = live.getOrDefault(new BuddhistDay(month, day).inYear(), 0);
        }
        return Leaf.of(
                month,
                counts,
                day -> of(list, new BuddhistDay(month, day), false).stream()
                        .map(Listed::id)
                        .toList(),
                most);
    }

    /** How they were shared out when the pages were written. */
    List<Leaf> leaves(String list, BuddhistMonth month) {
        return year(list, month.year()).leaves().getOrDefault(month.month(), List.of()).stream()
                .map(name -> Leaf.parse(month, name))
                .toList();
    }

    void leaves(String list, BuddhistMonth month, List<Leaf> leaves) {
        if (leaves.equals(leaves(list, month))) {
            return;
        }
        SortedMap<Integer, List<String>> of = change(list, month.year()).leaves();
        if (leaves.isEmpty()) {
            of.remove(month.month());
        } else {
            of.put(month.month(), leaves.stream().map(Leaf::name).toList());
        }
    }

    /** The years in which a list has items, latest first. */
    List<Integer> years(String list) {
        return descending(root(list).live());
    }

    /** The months of a year in which a list has pages, latest first. */
    List<BuddhistMonth> months(String list, int year) {
        return descending(year(list, year).leaves().keySet()).stream()
                .map(m -> new BuddhistMonth(year, m))
                .toList();
    }

    /** The nearest month with pages before another, or after it. */
    Optional<BuddhistMonth> neighbour(String list, BuddhistMonth month, boolean before) {
        List<Integer> all = new ArrayList<>(root(list).live());
        if (before) {
            Collections.reverse(all);
        }
        for (int year : all) {
            if (before ? year > month.year() : year < month.year()) {
                continue;
            }
            List<BuddhistMonth> months = new ArrayList<>(months(list, year));
            if (!before) {
                Collections.reverse(months);
            }
            Optional<BuddhistMonth> found = months.stream()
                    .filter(m -> before ? m.compareTo(month) < 0 : m.compareTo(month) > 0)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    boolean hasItems(String list) {
        return root(list).hasItems();
    }

    /** The hash that a shared page of ours was given; empty when there is no such page. */
    Optional<String> page(String path) {
        return Optional.ofNullable(pages(Place.of(path)).get(path));
    }

    /** The shared pages of a list; those of one of its years, or for year 0 those that belong to none. */
    SortedMap<String, String> pages(String list, int year) {
        return Collections.unmodifiableSortedMap(pages(new Place(list, year)));
    }

    private SortedMap<String, String> pages(Place place) {
        return place.year() == 0
                ? root(place.list()).pages()
                : year(place.list(), place.year()).pages();
    }

    /** Remembers that a shared page is ours. */
    void put(String path, String hash) {
        if (!page(path).equals(Optional.of(hash))) {
            changePages(Place.of(path)).put(path, hash);
        }
    }

    /** Forgets a shared page. */
    void forget(String path) {
        if (page(path).isPresent()) {
            changePages(Place.of(path)).remove(path);
        }
    }

    private SortedMap<String, String> changePages(Place place) {
        return place.year() == 0
                ? change(place.list()).pages()
                : change(place.list(), place.year()).pages();
    }

    private SortedMap<String, Listed> change(BuddhistDay day) {
        dirty.add("days/" + day.key() + ".json");
        return day(day);
    }

    private ListRoot change(String list) {
        dirty.add("lists/" + list + ".json");
        return root(list);
    }

    private ListYear change(String list, int year) {
        dirty.add("lists/" + list + "." + year + ".json");
        return year(list, year);
    }

    private SortedMap<String, Listed> day(BuddhistDay day) {
        return days.computeIfAbsent("days/" + day.key() + ".json", file -> {
            SortedMap<String, Listed> items = new TreeMap<>();
            read(file, Listed[].class).ifPresent(all -> List.of(all).forEach(i -> items.put(i.id(), i)));
            return items;
        });
    }

    private ListRoot root(String list) {
        return roots.computeIfAbsent(
                "lists/" + list + ".json",
                file -> read(file, ListRoot.class).map(ListRoot::copy).orElseGet(ListRoot::empty));
    }

    private ListYear year(String list, int year) {
        return years.computeIfAbsent(
                "lists/" + list + "." + year + ".json",
                file -> read(file, ListYear.class).map(ListYear::copy).orElseGet(ListYear::empty));
    }

    private <T> Optional<T> read(String file, Class<T> type) {
        try {
            return source.shard(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isYear(String shard) {
        return shard.startsWith("lists/") && shard.indexOf('.') < shard.length() - ".json".length();
    }

    static boolean isRoot(String shard) {
        return shard.startsWith("lists/") && !isYear(shard);
    }

    /** What has to be written to the state folder: a shard, or nothing where none is left. */
    SortedMap<String, Optional<Object>> changed() {
        SortedMap<String, Optional<Object>> changed = new TreeMap<>();
        for (String file : dirty) {
            SortedMap<String, Listed> day = days.get(file);
            ListRoot root = roots.get(file);
            ListYear year = years.get(file);
            if (day != null && !day.isEmpty()) {
                changed.put(file, Optional.of(List.copyOf(day.values())));
            } else if (root != null && (root.hasItems() || !root.pages().isEmpty())) {
                changed.put(file, Optional.of(root));
            } else {
                changed.put(file, Optional.<Object>ofNullable(year).filter(y -> !((ListYear) y).hasNothing()));
            }
        }
        return changed;
    }
}
