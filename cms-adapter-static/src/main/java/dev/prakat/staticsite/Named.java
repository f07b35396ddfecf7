package dev.prakat.staticsite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The categories that have a page: those that an item is listed in, or was. The label is that of the newest item there, for
 * categories that the site does not know any more.
 */
final class Named {

    private final SortedMap<String, SiteIndex.Category> all;

    Named(SortedMap<String, SiteIndex.Category> before) {
        all = new TreeMap<>(before);
    }

    SortedMap<String, SiteIndex.Category> all() {
        return all;
    }

    /**
     * Brings some categories up to date.
     *
     * @return those that have a page now and had none
     */
    SortedSet<String> update(Set<String> categories, SiteLists lists, Function<String, ItemState> items) {
        SortedSet<String> fresh = new TreeSet<>();
        for (String id : categories) {
            List<Listed> newest = new ArrayList<>(lists.newest(id, false, 1));
            newest.addAll(lists.newest(id, true, 1));
            if (newest.isEmpty()) {
                all.remove(id);
                continue;
            }
            String parent = null;
            for (ItemState.Step step : items.apply(newest.get(0).id()).path()) {
                if (step.id().equals(id)
                        && all.put(id, new SiteIndex.Category(id, parent, step.label(), null)) == null) {
                    fresh.add(id);
                }
                parent = step.id();
            }
        }
        return fresh;
    }
}
