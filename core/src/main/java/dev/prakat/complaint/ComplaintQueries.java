package dev.prakat.complaint;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions about complaints. Stateless. */
final class ComplaintQueries {

    /** What was settled before the first month can change nothing of it. */
    private static final String CASES = """
            select c.number, c.unit, c.received, c.concluded, c.informed, c.missing from ComplaintEntity c
            where c.received <= :until and (:unit = '' or c.unit = :unit)
            and (c.received >= :from or c.informed is null or c.informed >= :from or c.concluded >= :from)
            order by c.received, c.id""";

    private static final String OPEN = """
            select c from ComplaintEntity c
            where c.informed is null and (:unit = '' or c.unit = :unit)
            order by c.received, c.id""";

    private static final String PAGE = """
            select c from ComplaintEntity c
            where c.id > :after and (:unit = '' or c.unit = :unit)
            order by c.id""";

    private static final String KNOWN = """
            select c.id from ComplaintEntity c
            where c.id in :ids""";

    private static final String ROUTES = """
            select r from ComplaintRouteEntity r
            where r.complaint = :complaint
            order by r.at, r.id""";

    private static final String REPORTS = """
            select r from ReportEntity r
            where r.month = :month
            order by r.unit""";

    private static final String ADDED = """
            select c.id from ComplaintEntity c
            where c.id > :after
            and (c.importId is null
              or (c.givenConclusion is null or c.givenConclusion <> '?')
                and (coalesce(c.conclusion, '') <> coalesce(c.givenConclusion, '')
                  or coalesce(c.concluded, :none) <> coalesce(c.givenConcluded, :none)
                  or coalesce(c.informed, :none) <> coalesce(c.givenInformed, :none)
                  or c.sealed is null
                  or exists (select r.id from ComplaintRouteEntity r where r.complaint = c.id)))
            order by c.id""";

    private static final String ROUTES_OF = """
            select r from ComplaintRouteEntity r
            where r.complaint in :ids""";

    private static final String REPORTS_OF = """
            select r from ReportEntity r
            where r.id in :ids""";

    private static final String REPORT_IDS = """
            select r.id from ReportEntity r
            where r.id > :after
            order by r.id""";

    private static final String BY_ID = """
            select c from ComplaintEntity c
            where c.id in :ids""";

    private static final String IMPORTED = """
            select c from ComplaintEntity c
            where c.importId = :id
            order by c.importRow""";

    private static final String IMPORTS = """
            select i.id from ImportEntity i
            where i.id > :after
            order by i.id""";

    private static final int IN_ONE_QUESTION = 1000;

    private ComplaintQueries() {}

    static List<KpiCase> cases(EntityManager manager, LocalDate from, LocalDate until, String unit) {
        return manager
                .createQuery(CASES, Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("unit", unit)
                .getResultList()
                .stream()
                .map(row -> new KpiCase(
                        (String) row[0],
                        (String) row[1],
                        (LocalDate) row[2],
                        later((LocalDate) row[3], (LocalDate) row[4]),
                        ((String) row[5]).isEmpty()))
                .toList();
    }

    private static @Nullable LocalDate later(@Nullable LocalDate concluded, @Nullable LocalDate informed) {
        if (concluded == null || informed == null) {
            return null;
        }
        return concluded.isAfter(informed) ? concluded : informed;
    }

    static List<ComplaintEntity> open(EntityManager manager, String unit, int limit) {
        return manager.createQuery(OPEN, ComplaintEntity.class)
                .setParameter("unit", unit)
                .setMaxResults(limit)
                .getResultList();
    }

    static List<ComplaintEntity> page(EntityManager manager, String unit, String after, int limit) {
        return manager.createQuery(PAGE, ComplaintEntity.class)
                .setParameter("unit", unit)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those of the keys that the register has. */
    static Set<String> known(EntityManager manager, List<String> ids) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < ids.size(); i += IN_ONE_QUESTION) {
            known.addAll(manager.createQuery(KNOWN, String.class)
                    .setParameter("ids", ids.subList(i, Math.min(ids.size(), i + IN_ONE_QUESTION)))
                    .getResultList());
        }
        return known;
    }

    static List<ComplaintRouteEntity> routes(EntityManager manager, String complaint) {
        return manager.createQuery(ROUTES, ComplaintRouteEntity.class)
                .setParameter("complaint", complaint)
                .getResultList();
    }

    static List<ReportEntity> reports(EntityManager manager, String month) {
        return manager.createQuery(REPORTS, ReportEntity.class)
                .setParameter("month", month)
                .getResultList();
    }

    static List<ComplaintEntity> byId(EntityManager manager, Collection<String> ids) {
        return manager.createQuery(BY_ID, ComplaintEntity.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    static List<String> added(EntityManager manager, String after, int limit) {
        return manager.createQuery(ADDED, String.class)
                .setParameter("after", after)
                .setParameter("none", LocalDate.EPOCH)
                .setMaxResults(limit)
                .getResultList();
    }

    static List<ComplaintRouteEntity> routesOf(EntityManager manager, Collection<String> complaints) {
        return manager.createQuery(ROUTES_OF, ComplaintRouteEntity.class)
                .setParameter("ids", complaints)
                .getResultList();
    }

    static List<ReportEntity> reportsOf(EntityManager manager, Collection<String> ids) {
        return manager.createQuery(REPORTS_OF, ReportEntity.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    static List<String> reportIds(EntityManager manager, String after, int limit) {
        return keys(manager, REPORT_IDS, after, limit);
    }

    static List<String> imports(EntityManager manager, String after, int limit) {
        return keys(manager, IMPORTS, after, limit);
    }

    static Stream<ComplaintEntity> imported(EntityManager manager, String id) {
        return manager.createQuery(IMPORTED, ComplaintEntity.class)
                .setParameter("id", id)
                .getResultStream();
    }

    private static List<String> keys(EntityManager manager, String query, String after, int limit) {
        return manager.createQuery(query, String.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
