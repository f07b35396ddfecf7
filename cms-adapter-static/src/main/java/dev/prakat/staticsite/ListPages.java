package dev.prakat.staticsite;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pages that list items: home, a category's newest, a category's month. */
final class ListPages {

    private final PageFrame frame;
    private final SiteIndex index;

    ListPages(PageFrame frame, SiteIndex index) {
        this.frame = frame;
        this.index = index;
    }

    byte[] home() {
        String path = SitePath.HOME;
        Map<String, Object> model = frame.model(path, frame.agency(), null);
        model.put("entries", entries(path, newest(index.listed()), null));
        model.put("hasEntries", !index.listed().isEmpty());
        putCategories(model, path, index.children(null));
        return frame.render("home", model);
    }

    byte[] category(SiteIndex.Category category) {
        String path = SitePath.category(category.id());
        List<ItemState> listed = index.listed(category.id());
        Map<String, Object> model = frame.model(path, category.label(), null);
        model.put("heading", Spelling.line(category.label()));
        model.put("feed", SitePath.link(path, SitePath.feed(category.id())));
        model.put("crumbs", frame.crumbs(path, above(category)));
        model.put("entries", entries(path, newest(listed), category.id()));
        model.put("hasEntries", !listed.isEmpty());
        putCategories(model, path, index.children(category.id()));
        List<Map<String, Object>> months = SiteIndex.months(listed).stream()
                .map(m -> Map.<String, Object>of(
                        "label", m.label(frame.texts().language()),
                        "href", SitePath.link(path, SitePath.month(category.id(), m))))
                .toList();
        model.put("months", months);
        model.put("hasMonths", !months.isEmpty());
        return frame.render("category", model);
    }

    byte[] month(SiteIndex.Category category, BuddhistMonth month, List<ItemState> listed) {
        String path = SitePath.month(category.id(), month);
        String label = month.label(frame.texts().language());
        Map<String, Object> model = frame.model(path, category.label() + " " + label, null);
        model.put("heading", Spelling.line(category.label()));
        model.put("month", label);
        model.put("feed", SitePath.link(path, SitePath.feed(category.id())));
        model.put("crumbs", frame.crumbs(path, index.way(category.id())));
        model.put("entries", entries(path, listed, category.id()));
        return frame.render("month", model);
    }

    private List<SiteIndex.Category> above(SiteIndex.Category category) {
        List<SiteIndex.Category> way = index.way(category.id());
        return way.subList(0, Math.max(0, way.size() - 1));
    }

    private static List<ItemState> newest(List<ItemState> listed) {
        return listed.subList(0, Math.min(SiteIndex.NEWEST, listed.size()));
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
                .map(c -> frame.texts().get("updated", frame.printed(Objects.requireNonNull(c.lastUpdated()))))
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
