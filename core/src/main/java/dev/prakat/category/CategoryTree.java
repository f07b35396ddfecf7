package dev.prakat.category;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All categories of one policy. Immutable, safe for use by many threads. Source: S001-R01, S001-R15. */
public final class CategoryTree {

    private final Map<CategoryId, Category> byId = new LinkedHashMap<>();
    private final Map<String, Category> byRow = new LinkedHashMap<>();
    private final Map<String, List<Category>> byPath = new LinkedHashMap<>();
    private final Map<CategoryId, List<Category>> children = new LinkedHashMap<>();
    private final List<Category> roots = new ArrayList<>();
    private final Map<CategoryId, List<String>> pathKeys = new LinkedHashMap<>();

    private CategoryTree() {}

    /**
     * Builds a tree.
     *
     * @param categories the categories in the order of the document, each after its parent
     * @return the tree
     * @throws IllegalArgumentException if an id or a row occurs twice or a parent does not stand before its children
     */
    public static CategoryTree of(List<Category> categories) {
        CategoryTree tree = new CategoryTree();
        categories.forEach(tree::add);
        return tree;
    }

    private void add(Category category) {
        CategoryId parent = category.parent();
        if (parent != null && !byId.containsKey(parent)) {
            throw new IllegalArgumentException(
                    "category " + category.id() + ": its parent " + parent + " does not stand before it");
        }
        if (byId.putIfAbsent(category.id(), category) != null || byRow.putIfAbsent(category.row(), category) != null) {
            throw new IllegalArgumentException(
                    "category " + category.id() + " (" + category.row() + "): id or row occurs twice");
        }
        siblings(parent).add(category);
        List<String> keys = keys(category);
        pathKeys.put(category.id(), keys);
        keys.forEach(
                key -> byPath.computeIfAbsent(key, missing -> new ArrayList<>()).add(category));
    }

    private List<Category> siblings(@Nullable CategoryId parent) {
        return parent == null ? roots : children.computeIfAbsent(parent, missing -> new ArrayList<>());
    }

    /** Every way to write the path: a label or a variant at each level. Labels hold slashes, so a path is never split. */
    private List<String> keys(Category category) {
        CategoryId parent = category.parent();
        List<String> above = parent == null ? List.of("") : Objects.requireNonNull(pathKeys.get(parent));
        List<String> keys = new ArrayList<>();
        for (String prefix : above) {
            keys.add(prefix + "/" + LabelText.key(category.label()));
            category.variants().forEach(variant -> keys.add(prefix + "/" + LabelText.key(variant)));
        }
        return keys.stream().distinct().toList();
    }

    /**
     * Looks up a category by its id.
     *
     * @param id the id
     * @return the category, or empty when the policy has none of this id
     */
    public Optional<Category> find(CategoryId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Looks up a category by what a person may type: its id ({@code procurement-contracts}), its row ({@code M037}), or the
     * labels from the top down joined by {@code /}; white space in labels does not matter, printed variants count.
     *
     * @param idOrPathOrRow the text
     * @return the category
     * @throws PrakatException NOT_FOUND if there is none, with the nearest ones; INVALID_INPUT if several have this path
     */
    public Category require(String idOrPathOrRow) {
        String text = idOrPathOrRow.strip();
        Category category = CategoryId.isValid(text) ? byId.get(new CategoryId(text)) : null;
        if (category == null) {
            category = byRow.get(text.toUpperCase(Locale.ROOT));
        }
        return category != null ? category : atPath(text);
    }

    private Category atPath(String text) {
        String path = LabelText.key(text);
        List<Category> found = byPath.getOrDefault(path.startsWith("/") ? path : "/" + path, List.of());
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            String near = new NearestCategories(byId.values()).to(text);
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "category '" + text + "' is not among the " + byId.size() + " categories of the policy; "
                            + (near.isEmpty() ? "nothing is like it" : "nearest: " + near)
                            + "; give an id, a row (M037) or a path (label/label)");
        }
        throw new PrakatException(
                ProblemCode.INVALID_INPUT,
                "category '" + text + "': " + found.size() + " categories have this path: "
                        + found.stream().map(NearestCategories::describe).collect(Collectors.joining(", "))
                        + "; give the id");
    }

    /**
     * The way to a category.
     *
     * @param id the id of a category of this tree
     * @return the categories from the top down, its own last
     * @throws PrakatException NOT_FOUND if the tree has no such category
     */
    public List<Category> path(CategoryId id) {
        Deque<Category> path = new ArrayDeque<>();
        Category category = require(id.value());
        path.addFirst(category);
        for (CategoryId parent = category.parent(); parent != null; parent = category.parent()) {
            category = Objects.requireNonNull(byId.get(parent));
            path.addFirst(category);
        }
        return List.copyOf(path);
    }

    /**
     * The categories directly under one.
     *
     * @param id the id of a category
     * @return its children in the order of the document; empty for a leaf and for an unknown id
     */
    public List<Category> children(CategoryId id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /**
     * The categories that have none above them.
     *
     * @return the top categories in the order of the document
     */
    public List<Category> roots() {
        return List.copyOf(roots);
    }

    /**
     * Every category.
     *
     * @return all, in the order of the document, parents before children
     */
    public Collection<Category> all() {
        return List.copyOf(byId.values());
    }
}
