package dev.prakat.report;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** The questions about reports that were drafted or submitted. Stateless. */
final class FiledReportQueries {

    private static final String NEWEST = """
            select r from FiledReportEntity r
            order by r.until desc, r.id""";

    private static final String KEYS = """
            select r.id from FiledReportEntity r
            where r.id > :after
            order by r.id""";

    private static final String REPORTS = """
            select r from FiledReportEntity r
            where r.id in :ids""";

    private static final String ORDERS = """
            select o from ReportOrderEntity o
            where o.report in :ids
            order by o.report, o.number""";

    private FiledReportQueries() {}

    static FiledReportEntity require(EntityManager manager, String period) {
        FiledReportEntity report = manager.find(FiledReportEntity.class, FiledReportEntity.key(period));
        if (report == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "there is no report on " + period + "; 'report list' shows those that were drafted");
        }
        return report;
    }

    static List<FiledReportEntity> newest(EntityManager manager, int limit) {
        return manager.createQuery(NEWEST, FiledReportEntity.class)
                .setMaxResults(limit)
                .getResultList();
    }

    static List<FiledReportEntity> reports(EntityManager manager, Collection<String> ids) {
        return manager.createQuery(REPORTS, FiledReportEntity.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    static List<ReportOrderEntity> orders(EntityManager manager, Collection<String> ids) {
        return manager.createQuery(ORDERS, ReportOrderEntity.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    static List<String> keys(EntityManager manager, String after, int limit) {
        return manager.createQuery(KEYS, String.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    static FiledReport whole(EntityManager manager, FiledReportEntity report) {
        return report.toReport(orders(manager, List.of(report.id())).stream()
                .map(ReportOrderEntity::toOrder)
                .toList());
    }
}
