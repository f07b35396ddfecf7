package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.TargetAmbiguous;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds and writes the posts of one item. Serves one call of the target. */
final class Posts {

    private static final String ROUTE = "wp/v2/posts";

    private final Rest rest;
    private final long me;
    private final String item;

    Posts(Rest rest, long me, String item) {
        this.rest = rest;
        this.me = me;
        this.item = item;
    }

    /**
     * Every post of the item, in whatever state, those in the bin too. They are found by the slug that we gave and by the mark in
     * their content, because a person may have changed the one or the other, and because a request that came late may have made
     * a twin.
     *
     * @param thorough whether to look for the mark even when the slug finds something, at the same time
     * @param known the numbers that earlier publications had; whatever became of them since
     * @return the best first: public before not public, then the oldest
     */
    List<RemotePost> find(boolean thorough, Set<Long> known) {
        Map<Long, RemotePost> found = new TreeMap<>();
        String slugs = Stream.of(item, draftSlug(), item + "__trashed", draftSlug() + "__trashed")
                .collect(Collectors.joining(","));
        if (thorough) {
            rest.getAll(List.of(bySlug(slugs), byMark())).forEach(list -> add(found, list));
        } else {
            add(found, rest.getAll(List.of(bySlug(slugs))).get(0));
            if (found.isEmpty()) {
                add(found, rest.getAll(List.of(byMark())).get(0));
            }
        }
        if (!found.keySet().containsAll(known)) {
            String numbers = known.stream().map(Object::toString).collect(Collectors.joining(","));
            add(found, rest.getAll(List.of(list("known", "include", numbers))).get(0));
        }
        return found.values().stream()
                .filter(post -> known.contains(post.id())
                        || post.slug().startsWith(item)
                        || post.slug().startsWith(draftSlug())
                        || post.mark(item).isPresent())
                .sorted(Comparator.comparing(RemotePost::isPublic).reversed().thenComparing(RemotePost::id))
                .toList();
    }

    private Ask bySlug(String slugs) {
        return list("find", "slug", slugs);
    }

    private Ask byMark() {
        return list("search", "search", Mark.head(item), "search_columns", "post_content");
    }

    private static void add(Map<Long, RemotePost> found, JsonNode list) {
        list.forEach(node -> found.put(node.path("id").asLong(), RemotePost.of(node)));
    }

    private Ask list(String step, String... query) {
        List<String> all = new ArrayList<>(List.of(query));
        all.addAll(List.of(
                "context",
                "edit",
                "status",
                "any,trash",
                "author",
                Long.toString(me),
                "per_page",
                "100",
                "_fields",
                Rest.POST_FIELDS));
        return rest.looking(step, ROUTE, all.toArray(String[]::new));
    }

    /** The highest fence that any of them has seen. */
    long highestFence(List<RemotePost> posts) {
        return posts.stream()
                .flatMap(post -> post.mark(item).stream())
                .mapToLong(Mark::fence)
                .max()
                .orElse(0);
    }

    /** The slug of what is not public: no twin can take the address of what is. */
    String draftSlug() {
        return "draft-" + item;
    }

    /** Makes a draft. Nothing that is made here is ever public before it was read back. */
    RemotePost create(String step, Written written, Map<String, String> meta) {
        Map<String, Object> body = body(written, "draft");
        body.put("slug", draftSlug());
        if (!meta.isEmpty()) {
            body.put("meta", meta);
        }
        return RemotePost.of(rest.post(step, ROUTE, body, "_fields", Rest.POST_FIELDS));
    }

    RemotePost update(String step, RemotePost post, Map<String, Object> body) {
        return RemotePost.of(rest.post(step, post.route(), body, "_fields", Rest.POST_FIELDS));
    }

    /** What a public post would become, without its becoming that. */
    RemotePost autosave(RemotePost post, Written written) {
        JsonNode saved = rest.post(
                "stage", post.route() + "/autosaves", body(written, "draft"), "_fields", "id,title,content,excerpt");
        return RemotePost.of(saved);
    }

    static Map<String, Object> body(Written written, String status) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("title", written.title());
        body.put("content", written.content());
        body.put("excerpt", written.excerpt());
        body.put("comment_status", "closed");
        body.put("ping_status", "closed");
        return body;
    }

    void delete(RemotePost post) {
        rest.delete("delete", post.route());
    }

    void trash(RemotePost post) {
        rest.trash("trash", post.route());
    }

    /** What was asked for must be what is there; else nobody can say what is. */
    static void require(boolean met, String found, RemotePost post) {
        if (!met) {
            throw new TargetAmbiguous(
                    "WordPress " + post.link() + ": " + found + "; the next try looks at what is there", null);
        }
    }
}
