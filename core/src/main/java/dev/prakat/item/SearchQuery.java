package dev.prakat.item;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The question behind a search. Pages end at a time and a key, so that what is drafted meanwhile moves nothing. */
final class SearchQuery {

    private static final String FROM = """
            select i, r.title, r.origin.source from ItemEntity i
            join RevisionEntity r on r.item = i.id and r.number = i.currentRevision""";

    private static final String ORDER = """

            order by i.createdAt desc, i.id desc""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private SearchQuery() {}

    /**
     * One page.
     *
     * @param categories the category that is looked for and those below it; empty for any
     */
    static ItemPage page(EntityManager manager, ItemSearch search, Set<String> categories) {
        SearchQuery question = new SearchQuery();
        question.when("i.state = :state", "state", search.state());
        question.when("i.ownerUnit = :unit", "unit", search.unit());
        question.when("r.origin.source = :source", "source", search.source());
        question.when("i.category in :categories", "categories", categories.isEmpty() ? null : categories);
        question.when("lower(r.title) like :title escape '!'", "title", pattern(search.title()));
        question.after(search.cursor());
        List<ItemSummary> found = question.ask(manager, search.limit() + 1);
        if (found.size() <= search.limit()) {
            return new ItemPage(found, null);
        }
        List<ItemSummary> items = found.subList(0, search.limit());
        ItemSummary last = items.get(items.size() - 1);
        return new ItemPage(items, last.createdAt() + "~" + last.id());
    }

    private void when(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private void after(@Nullable String cursor) {
        if (cursor == null) {
            return;
        }
        try {
            String[] parts = cursor.split("~", 2);
            when("(i.createdAt < :at or (i.createdAt = :at and i.id < :id))", "at", Instant.parse(parts[0]));
            values.put("id", new ItemId(parts[1]).value());
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new PrakatException(
                    ProblemCode.INVALID_INPUT,
                    "cursor: found '" + AttachmentName.shown(cursor)
                            + "', expected what the page before gave as its next. Begin with the first page.",
                    e);
        }
    }

    private List<ItemSummary> ask(EntityManager manager, int limit) {
        String where = conditions.isEmpty() ? "" : "\nwhere " + String.join("\nand ", conditions);
        TypedQuery<Object[]> query = manager.createQuery(FROM + where + ORDER, Object[].class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit)
                .getResultStream()
                .map(row -> ((ItemEntity) row[0]).toSummary((String) row[1], (String) row[2]))
                .toList();
    }

    private static @Nullable String pattern(@Nullable String words) {
        if (words == null) {
            return null;
        }
        String plain = Characters.clean(words, Characters.Layout.LINE).toLowerCase(Locale.ROOT);
        return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
