package dev.prakat.staticsite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code search.js} reads, in parts that follow from the items alone, as those of the sitemap do: titles and summaries of at most
 * {@link SiteIndex#MAPPED} items, the texts of at most {@link #TEXTS}, and a long text by itself. Each part of the titles names those of
 * the texts below it, so that one item more or less changes one part of each.
 */
final class SearchShards {

    /** How many texts a part has at the most. */
    static final int TEXTS = 25;

    /** How many characters a text has at the most that stands together with others. */
    static final int LONG = 10_000;

    private static final ObjectMapper JSON = StateJson.mapper();

    private final SiteIndex index;
    private final SiteLists lists;
    private final Bodies bodies;

    /** Where the clean HTML of an item comes from. */
    @FunctionalInterface
    interface Bodies {
        Optional<String> html(String item) throws IOException;
    }

    /** The names of all parts of the titles, the newest first. */
    private record Parts(String site, List<String> parts) {}

    /** A part of the titles: the labels of its categories, the names of the parts of its texts, its items. */
    private record Heads(String site, SortedMap<String, String> categories, List<String> texts, List<Head> items) {}

    private record Head(
            String mark,
            String title,
            String summary,
            String language,
            String category,
            String published,
            String date) {}

    /** A part of the texts, or a long text alone: {@link Text} and {@link Elsewhere}. */
    private record Texts(String site, List<Record> items) {}

    private record Text(String mark, String text) {}

    /** A long text, by the name of the file that has it. */
    private record Elsewhere(String mark, String file) {}

    SearchShards(SiteIndex index, Bodies bodies) {
        this.index = index;
        this.lists = index.lists();
        this.bodies = bodies;
    }

    /** How the texts of a month are shared out between parts now. */
    static List<Leaf> texts(SiteLists lists, BuddhistMonth month) {
        return lists.share(SiteLists.SITE, month, TEXTS);
    }

    /**
     * Prepares what a change touches.
     *
     * @param heads what it does to the parts of the titles, which are those of the sitemap
     * @param touched whether a part has what changed
     * @param item the item that changes, or null for all
     * @param empty takes the paths of what is no more
     */
    void prepare(Batch batch, Shelf heads, Predicate<Leaf> touched, @Nullable String item, Collection<String> empty)
            throws IOException {
        SortedSet<Leaf> render = new TreeSet<>();
        SortedMap<BuddhistMonth, List<Leaf>> parts = new TreeMap<>();
        Set<String> stay = new HashSet<>();
        for (BuddhistMonth month : heads.months()) {
            List<Leaf> texts = texts(lists, month);
            parts.put(month, texts);
            for (Leaf leaf : texts) {
                String path = SitePath.searchedText(leaf);
                stay.add(path);
                if (touched.test(leaf) || lists.page(path).isEmpty()) {
                    render.add(leaf);
                }
            }
        }
        SharedPages.each(render, leaf -> texts(batch, leaf, item));
        SharedPages.each(
                heads.render(),
                leaf -> batch.write(
                        SitePath.searched(leaf),
                        null,
                        heads(leaf, Objects.requireNonNull(parts.get(leaf.month()), "a part is of a touched month"))));
        index(batch, heads);
        heads.removed().forEach(leaf -> empty.add(SitePath.searched(leaf)));
        for (BuddhistMonth month : heads.months()) {
            String begin = SitePath.searchedTexts(month);
            known(month.year(), begin).stream().filter(p -> !stay.contains(p)).forEach(empty::add);
            String own = SitePath.searchedLong(month.year(), Objects.requireNonNullElse(item, ""));
            if (lists.page(own).isPresent() && !batch.wanted().containsKey(own)) {
                empty.add(own);
            }
        }
    }

    private Set<String> known(int year, String begin) {
        return lists.pages(SiteLists.SITE, year).subMap(begin, begin + '~').keySet();
    }

    private void index(Batch batch, Shelf heads) throws IOException {
        boolean same = heads.removed().isEmpty()
                && batch.stands(SitePath.SEARCH_INDEX)
                && lists.page(SitePath.SEARCH_INDEX).isPresent()
                && heads.render().stream()
                        .allMatch(leaf -> lists.page(SitePath.searched(leaf)).isPresent());
        if (same) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (int year : lists.years(SiteLists.SITE)) {
            for (BuddhistMonth month : lists.months(SiteLists.SITE, year)) {
                names.addAll(newestFirst(lists.leaves(SiteLists.SITE, month), SitePath::name));
            }
        }
        write(batch, SitePath.SEARCH_INDEX, new Parts(PageFrame.SITE_MARK, names));
    }

    private static List<String> newestFirst(List<Leaf> leaves, Function<Leaf, String> name) {
        List<String> names = new ArrayList<>(leaves.stream().map(name).toList());
        Collections.reverse(names);
        return names;
    }

    private byte[] heads(Leaf leaf, List<Leaf> texts) throws IOException {
        SortedMap<String, String> categories = new TreeMap<>();
        List<Head> items = new ArrayList<>();
        for (ItemState item : index.of(SiteLists.SITE, leaf)) {
            ItemState.Text text = Objects.requireNonNull(item.text(), "a listed item has a text");
            ItemState.Step last = item.path().get(item.path().size() - 1);
            categories.putIfAbsent(last.id(), SearchText.plain(last.label()));
            items.add(new Head(
                    item.marker().text(),
                    SearchText.plain(text.title()),
                    SearchText.plain(text.summary()),
                    text.language(),
                    last.id(),
                    text.published().instant(),
                    text.published().text()));
        }
        List<String> names = newestFirst(texts.stream().filter(leaf::holds).toList(), SitePath::textName);
        return bytes(new Heads(PageFrame.SITE_MARK, categories, names, items));
    }

    private void texts(Batch batch, Leaf leaf, @Nullable String only) throws IOException {
        List<Record> items = new ArrayList<>();
        for (ItemState item : index.of(SiteLists.SITE, leaf)) {
            String id = item.item();
            String mark = item.marker().text();
            String text = SearchText.ofHtml(bodies.html(id).orElse(""));
            if (text.length() <= LONG) {
                items.add(new Text(mark, text));
                continue;
            }
            int year = leaf.month().year();
            items.add(new Elsewhere(mark, SitePath.longName(year, id)));
            if (only == null || only.equals(id)) {
                Texts alone = new Texts(PageFrame.SITE_MARK, List.of(new Text(mark, text)));
                write(batch, SitePath.searchedLong(year, id), alone);
            }
        }
        write(batch, SitePath.searchedText(leaf), new Texts(PageFrame.SITE_MARK, items));
    }

    private static void write(Batch batch, String path, Object part) throws IOException {
        batch.write(path, null, bytes(part));
    }

    /** Only strings have the sign that begins markup, and no browser can take what it reads here for any. */
    static byte[] bytes(Object part) throws IOException {
        byte[] json = JSON.writeValueAsBytes(part);
        // In UTF-8 this byte is the sign and nothing else.
        if (new String(json, StandardCharsets.ISO_8859_1).indexOf('<') >= 0) {
            return new String(json, StandardCharsets.UTF_8)
                    .replace("<", "\\u003c")
                    .getBytes(StandardCharsets.UTF_8);
        }
        return json;
    }
}
