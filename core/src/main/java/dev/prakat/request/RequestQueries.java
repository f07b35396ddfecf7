package dev.prakat.request;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The questions about requests. A list reads the rows of all of its requests at once. Stateless. */
final class RequestQueries {

    private static final String BY_ID = "select r from RequestEntity r where r.id in :ids order by r.id";

    private static final String STEPS = """
            select s from RequestStepEntity s
            where s.request in :ids
            order by s.request, s.position""";

    private static final String SENDINGS = """
            select s from RequestSendingEntity s
            where s.request in :ids
            order by s.at, s.id""";

    private static final String OWNERS = """
            select o from RequestOwnerEntity o
            where o.request in :ids
            order by o.asked, o.id""";

    private static final String INSTRUCTIONS = """
            select i from RequestInstructionEntity i
            where i.request in :ids
            order by i.request, i.position""";

    private static final String LETTERS = """
            select l from RequestLetterEntity l
            where l.request in :ids
            order by l.at, l.id""";

    private static final String OPEN = """
            select r.id from RequestEntity r
            where r.step is not null
            order by r.received, r.id""";

    private static final String RECEIVED = """
            select r.id from RequestEntity r
            where r.received >= :from and r.received < :until
            order by r.received, r.id""";

    private static final String ALL = """
            select r.id from RequestEntity r
            where r.id > :after
            order by r.id""";

    private static final int IN_ONE_QUESTION = 500;

    private RequestQueries() {}

    /**
     * Reads a request with all of its rows.
     *
     * @throws PrakatException {@code NOT_FOUND}
     */
    static RequestCase require(EntityManager manager, RequestNumber number) {
        RequestCase found = load(manager, List.of(number.subject())).get(number.subject());
        if (found == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND, "request " + number + " is not in the register; check the number");
        }
        return found;
    }

    /** Reads requests with all of their rows, in the order of the keys. */
    static Map<String, RequestCase> load(EntityManager manager, Collection<String> ids) {
        Map<String, RequestCase> cases = new LinkedHashMap<>();
        List<String> all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i += IN_ONE_QUESTION) {
            chunk(manager, all.subList(i, Math.min(all.size(), i + IN_ONE_QUESTION)), cases);
        }
        return cases;
    }

    private static void chunk(EntityManager manager, List<String> ids, Map<String, RequestCase> cases) {
        Map<String, RequestCase> found = new LinkedHashMap<>();
        rows(manager, BY_ID, RequestEntity.class, ids).forEach(row -> found.put(row.id(), new RequestCase(row)));
        ids.stream().filter(found::containsKey).forEach(id -> cases.put(id, found.get(id)));
        if (found.isEmpty()) {
            return;
        }
        Rows rows = new Rows(manager, List.copyOf(found.keySet()), cases);
        rows.give(
                STEPS,
                RequestStepEntity.class,
                RequestStepEntity::request,
                (each, row) -> each.steps().add(row));
        rows.give(
                SENDINGS,
                RequestSendingEntity.class,
                RequestSendingEntity::request,
                (each, row) -> each.sendings().add(row));
        rows.give(
                OWNERS,
                RequestOwnerEntity.class,
                RequestOwnerEntity::request,
                (each, row) -> each.owners().add(row));
        rows.give(
                INSTRUCTIONS,
                RequestInstructionEntity.class,
                RequestInstructionEntity::request,
                (each, row) -> each.instructions().add(row));
        rows.give(
                LETTERS,
                RequestLetterEntity.class,
                RequestLetterEntity::request,
                (each, row) -> each.letters().add(row));
    }

    /** Gives rows to the requests that they belong to. */
    private record Rows(EntityManager manager, List<String> ids, Map<String, RequestCase> cases) {
        <T> void give(String query, Class<T> type, Function<T, String> request, BiConsumer<RequestCase, T> to) {
            for (T row : rows(manager, query, type, ids)) {
                RequestCase owner = cases.get(request.apply(row));
                if (owner != null) {
                    to.accept(owner, row);
                }
            }
        }
    }

    private static <T> List<T> rows(EntityManager manager, String query, Class<T> type, Collection<String> ids) {
        return manager.createQuery(query, type).setParameter("ids", ids).getResultList();
    }

    static List<String> open(EntityManager manager, int limit) {
        return manager.createQuery(OPEN, String.class).setMaxResults(limit).getResultList();
    }

    static List<String> received(EntityManager manager, Instant from, Instant until) {
        return manager.createQuery(RECEIVED, String.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    static List<String> all(EntityManager manager, String after, int limit) {
        return manager.createQuery(ALL, String.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
