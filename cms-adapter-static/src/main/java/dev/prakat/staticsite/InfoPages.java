package dev.prakat.staticsite;

import dev.prakat.spi.SiteView;
import dev.prakat.spi.SiteView.CategoryView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages about the site itself: all categories, search, who answers for what, accessibility, and the page for what is gone. */
final class InfoPages {

    private final PageFrame frame;
    private final SiteView site;
    private final Set<String> withPage;
    private final Map<String, CategoryView> categories = new LinkedHashMap<>();
    private final Map<String, List<CategoryView>> below = new HashMap<>();
    private final Map<String, List<SiteView.DutyCell>> duties = new HashMap<>();

    /**
     * Creates it.
     *
     * @param pages the categories that have a page
     */
    InfoPages(PageFrame frame, List<SiteIndex.Category> pages) {
        this.frame = frame;
        this.site = frame.site();
        this.withPage = pages.stream().map(SiteIndex.Category::id).collect(Collectors.toSet());
        site.categories().forEach(c -> categories.put(c.id(), c));
        for (CategoryView category : site.categories()) {
            String parent = category.parent();
            String above = parent != null && categories.containsKey(parent) ? parent : "";
            below.computeIfAbsent(above, p -> new ArrayList<>()).add(category);
        }
        site.matrix().forEach(row -> duties.put(row.category(), row.duties()));
    }

    /** The whole tree; a category under which nothing is published yet has no link. */
    byte[] categories() {
        Map<String, Object> model = page(SitePath.CATEGORIES, "categories");
        model.put("children", nodes("", SitePath.CATEGORIES));
        return frame.render("categories", model);
    }

    /** Who holds which duty, and when each category was last updated, by which unit. */
    byte[] transparency() {
        Map<String, Object> model = page(SitePath.TRANSPARENCY, "transparency");
        List<String> columns = site.matrix().isEmpty()
                ? List.of()
                : site.matrix().get(0).duties().stream().map(this::name).toList();
        model.put("columns", columns);
        model.put("columnCount", Integer.toString(columns.size() + 2));
        List<Map<String, Object>> tops = new ArrayList<>();
        for (CategoryView top : below.getOrDefault("", List.of())) {
            List<Map<String, Object>> groups = new ArrayList<>();
            collect(top, "", columns, groups);
            tops.add(Map.of("heading", Spelling.line(top.label()), "id", "c-" + top.id(), "groups", groups));
        }
        model.put("tops", tops);
        return frame.render("transparency", model);
    }

    /** Where readers search; without scripts it leads to the categories. */
    byte[] search() {
        String path = SitePath.SEARCH;
        Map<String, Object> model = page(path, "search");
        frame.putScript(model, path);
        List<Map<String, Object>> tops = below.getOrDefault("", List.of()).stream()
                .filter(top -> withPage.contains(top.id()))
                .map(top -> Map.<String, Object>of(
                        "label", Spelling.line(top.label()), "href", link(path, top.id()), "updated", ""))
                .toList();
        model.put("categories", tops);
        model.put("hasCategories", !tops.isEmpty());
        model.put("allCategories", SitePath.link(path, SitePath.CATEGORIES));
        return frame.render("search", model);
    }

    byte[] accessibility() {
        return frame.render("accessibility", page(SitePath.ACCESSIBILITY, "accessibilityTitle"));
    }

    /** What a server shows when it has no notice at hand. */
    byte[] gone() {
        return anywhere(SitePath.GONE, "gonePageHeading", "gonePageText");
    }

    byte[] notFound() {
        return anywhere(SitePath.NOT_FOUND, "notFoundHeading", "notFoundText");
    }

    private byte[] anywhere(String path, String heading, String text) {
        Map<String, Object> model = page(path, heading);
        frame.anywhere(model);
        model.put("hidden", true);
        model.put("words", WholeWords.parts(frame.texts().get(text)));
        return frame.render("not-found", model);
    }

    private Map<String, Object> page(String path, String heading) {
        Map<String, Object> model = frame.model(path, frame.texts().get(heading), null);
        model.put("heading", frame.texts().get(heading));
        return model;
    }

    private List<Map<String, Object>> nodes(String parent, String path) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (CategoryView category : below.getOrDefault(parent, List.of())) {
            List<Map<String, Object>> children = nodes(category.id(), path);
            nodes.add(Map.of(
                    "label", Spelling.line(category.label()),
                    "href", link(path, category.id()),
                    "updated", updated(category),
                    "children", children,
                    "hasChildren", !children.isEmpty()));
        }
        return nodes;
    }

    /** A group of rows for the category itself and what is right below, then one for each category below that has more. */
    private void collect(CategoryView at, String label, List<String> columns, List<Map<String, Object>> groups) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<CategoryView> deeper = new ArrayList<>();
        if (duties.containsKey(at.id()) || !below.containsKey(at.id())) {
            rows.add(row(at, columns));
        }
        for (CategoryView child : below.getOrDefault(at.id(), List.of())) {
            if (below.containsKey(child.id())) {
                deeper.add(child);
            } else {
                rows.add(row(child, columns));
            }
        }
        if (!rows.isEmpty()) {
            groups.add(Map.of("label", label, "rows", rows));
        }
        for (CategoryView child : deeper) {
            String name = Spelling.line(child.label());
            collect(child, label.isEmpty() ? name : label + " › " + name, columns, groups);
        }
    }

    private Map<String, Object> row(CategoryView category, List<String> columns) {
        List<Map<String, Object>> cells = new ArrayList<>();
        List<SiteView.DutyCell> held = duties.getOrDefault(category.id(), List.of());
        for (int i = 0; i < columns.size(); i++) {
            String cell = i < held.size() ? held.get(i).cell() : "";
            cells.add(Map.of("label", columns.get(i), "cell", cell.isBlank() ? "–" : Spelling.line(cell)));
        }
        String by = category.updatedBy();
        return Map.of(
                "label", Spelling.line(category.label()),
                "href", link(SitePath.TRANSPARENCY, category.id()),
                "cells", cells,
                "updated", updated(category),
                "by", by == null ? "" : Spelling.line(by));
    }

    private String link(String from, String category) {
        return withPage.contains(category) ? SitePath.link(from, SitePath.category(category)) : "";
    }

    private List<Map<String, Object>> updated(CategoryView category) {
        return category.lastUpdated() == null ? List.of() : List.of(frame.dated(category.lastUpdated()));
    }

    private String name(SiteView.DutyCell cell) {
        return frame.english() ? cell.dutyEn() : cell.duty();
    }
}
