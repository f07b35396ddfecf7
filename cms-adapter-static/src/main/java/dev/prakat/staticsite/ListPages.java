package dev.prakat.staticsite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pages that list items: home, a category's newest, its years, months and parts of months. */
final class ListPages {

    private final PageFrame frame;
    private final SiteIndex index;

    ListPages(PageFrame frame, SiteIndex index) {
        this.frame = frame;
        this.index = index;
    }

    byte[] home() {
        String path = SitePath.HOME;
        List<ItemState> newest = index.newest(null);
        Map<String, Object> model = frame.model(path, frame.agency(), null);
        model.put("entries", entries(path, newest, null));
        model.put("hasEntries", !newest.isEmpty());
        putCategories(model, path, index.children(null));
        return frame.render("home", model);
    }

    byte[] category(SiteIndex.Category category) {
        String path = SitePath.category(category.id());
        List<Integer> years = index.lists().years(category.id());
        List<Map<String, Object>> archive = new ArrayList<>();
        SharedPages.recent(years).forEach(year -> archive.addAll(months(path, category, year)));
        for (int year : SharedPages.older(years)) {
            archive.add(link(Integer.toString(year), path, SitePath.year(category.id(), year)));
        }
        return category(category, index.newest(category.id()), index.children(category.id()), archive);
    }

    private byte[] category(
            SiteIndex.Category category,
            List<ItemState> newest,
            List<SiteIndex.Category> children,
            List<Map<String, Object>> archive) {
        String path = SitePath.category(category.id());
        Map<String, Object> model = frame.model(path, category.label(), null);
        model.put("heading", Spelling.line(category.label()));
        model.put("feed", SitePath.link(path, SitePath.feed(category.id())));
        model.put("crumbs", frame.crumbs(path, above(category)));
        model.put("entries", entries(path, newest, category.id()));
        model.put("hasEntries", !newest.isEmpty());
        putCategories(model, path, children);
        model.put("months", archive);
        model.put("hasMonths", !archive.isEmpty());
        return frame.render("category", model);
    }

    /** A page that names the months of a year. */
    byte[] year(SiteIndex.Category category, int year) {
        String path = SitePath.year(category.id(), year);
        return links(path, category, Integer.toString(year), months(path, category, year));
    }

    /** The page of a month that has too many items for one: it names the parts. */
    byte[] month(SiteIndex.Category category, BuddhistMonth month, List<Leaf> leaves) {
        String path = SitePath.month(category.id(), month);
        Locale language = frame.texts().language();
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int i = leaves.size() - 1; i >= 0; i--) {
            Leaf leaf = leaves.get(i);
            parts.add(link(leaf.label(language), path, SitePath.leaf(category.id(), leaf)));
        }
        return links(path, category, month.label(language), parts);
    }

    /** The page of a month, or of a part of one. */
    byte[] leaf(SiteIndex.Category category, Leaf leaf) {
        String path = SitePath.leaf(category.id(), leaf);
        String label = leaf.label(frame.texts().language());
        Map<String, Object> model = earlier(path, category, label);
        model.put("entries", entries(path, index.of(category.id(), leaf), category.id()));
        return frame.render("month", model);
    }

    private byte[] links(String path, SiteIndex.Category category, String label, List<Map<String, Object>> parts) {
        Map<String, Object> model = earlier(path, category, label);
        model.put("parts", parts);
        return frame.render("parts", model);
    }

    private Map<String, Object> earlier(String path, SiteIndex.Category category, String label) {
        Map<String, Object> model = frame.model(path, category.label() + " " + label, null);
        model.put("heading", Spelling.line(category.label()));
        model.put("month", label);
        model.put("feed", SitePath.link(path, SitePath.feed(category.id())));
        model.put("crumbs", frame.crumbs(path, index.way(category.id())));
        return model;
    }

    private List<Map<String, Object>> months(String path, SiteIndex.Category category, int year) {
        Locale language = frame.texts().language();
        return index.lists().months(category.id(), year).stream()
                .map(m -> link(m.label(language), path, SitePath.month(category.id(), m)))
                .toList();
    }

    private static Map<String, Object> link(String label, String from, String to) {
        return Map.of("label", label, "href", SitePath.link(from, to));
    }

    private List<SiteIndex.Category> above(SiteIndex.Category category) {
        List<SiteIndex.Category> way = index.way(category.id());
        return way.subList(0, Math.max(0, way.size() - 1));
    }

    private void putCategories(Map<String, Object> model, String path, List<SiteIndex.Category> categories) {
        model.put(
                "categories",
                categories.stream()
                        .map(c -> Map.<String, Object>of(
                                "label", Spelling.line(c.label()),
                                "href", SitePath.link(path, SitePath.category(c.id())),
                                "updated", updated(c.id())))
                        .toList());
        model.put("hasCategories", !categories.isEmpty());
    }

    private String updated(String category) {
        return frame.site().categories().stream()
                .filter(c -> c.id().equals(category) && c.lastUpdated() != null)
                .map(c -> Spelling.dates(
                        frame.texts().get("updated", frame.printed(Objects.requireNonNull(c.lastUpdated())))))
                .findFirst()
                .orElse("");
    }

    /** The entries of a list; each names its category unless that is the page's own. */
    private List<Map<String, Object>> entries(String path, List<ItemState> listed, @Nullable String own) {
        return listed.stream().map(item -> entry(path, item, own)).toList();
    }

    private static Map<String, Object> entry(String path, ItemState item, @Nullable String own) {
        ItemState.Text text = Objects.requireNonNull(item.text(), "a listed item has a text");
        ItemState.Step last = item.path().get(item.path().size() - 1);
        return Map.of(
                "marker", item.marker().text(),
                "href", SitePath.link(path, SitePath.page(item.item())),
                "title", Spelling.line(text.title()),
                "textLang", text.language(),
                "summary", Spelling.line(text.summary()),
                "iso", text.published().instant(),
                "date", text.published().text(),
                "category", last.id().equals(own) ? "" : Spelling.line(last.label()));
    }
}
