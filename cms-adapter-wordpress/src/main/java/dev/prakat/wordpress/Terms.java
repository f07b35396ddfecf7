package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.TargetRefused;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The categories of the site. Each is found by a slug made of its stable key, never by its name: two may bear one name, and a
 * long Thai name cannot be a slug. Remembers what it found; thread-safe.
 */
final class Terms {

    /**
     * A category of the site.
     *
     * @param id its number
     * @param address its public list
     */
    record Term(long id, URI address) {}

    private static final String ROUTE = "wp/v2/categories";
    private static final String FIELDS = "id,slug,link,name,parent";

    private final Map<String, Term> known = new ConcurrentHashMap<>();

    /**
     * Finds the categories of a path, and makes those that are missing, from the top down.
     *
     * @return one for each step
     */
    List<Term> ensure(Rest rest, List<CategoryLabel> path) {
        List<Term> terms = new ArrayList<>();
        long parent = 0;
        for (CategoryLabel step : path) {
            Term term = known.get(step.id());
            if (term == null) {
                term = find(rest, step.id(), step.label(), parent);
                known.put(step.id(), term);
            }
            terms.add(term);
            parent = term.id();
        }
        return terms;
    }

    /** What an administrator deleted meanwhile is looked for again. */
    void forget() {
        known.clear();
    }

    private static Term find(Rest rest, String key, String name, long parent) {
        String slug = "prakat-" + key;
        JsonNode found = rest.get("category-" + key, ROUTE, "slug", slug, "hide_empty", "false", "_fields", FIELDS);
        if (!found.isEmpty()) {
            return term(found.get(0));
        }
        Ask ask = create(rest, key, slug, name, parent);
        Reply reply = rest.reply(ask, true);
        if (reply.isOk()) {
            return reply.json().map(Terms::term).orElseThrow(() -> Rest.failure(ask, reply, true));
        }
        long other = reply.json()
                .filter(node -> reply.code().equals("term_exists"))
                .map(node -> node.at("/data/term_id").asLong())
                .orElse(0L);
        if (other == 0) {
            throw Rest.failure(ask, reply, true);
        }
        // Somebody made one of this name below this parent by hand: it is the one that is meant.
        return term(rest.get("category-known-" + key, ROUTE + "/" + other, "_fields", FIELDS));
    }

    private static Ask create(Rest rest, String key, String slug, String name, long parent) {
        if (name.isBlank()) {
            throw new TargetRefused("WordPress: the category " + key + " has no name", null);
        }
        return rest.asking(
                "category-new-" + key,
                ROUTE,
                Map.of("name", Escaped.line(name), "slug", slug, "parent", parent),
                "_fields",
                FIELDS);
    }

    private static Term term(JsonNode node) {
        return new Term(
                node.path("id").asLong(), Endpoints.ascii(node.path("link").asText()));
    }
}
