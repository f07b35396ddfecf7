package dev.prakat.approval;

import dev.prakat.category.CategoryId;
import dev.prakat.item.ItemId;
import dev.prakat.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happened in cases and on the website within a time, for reports. Reads only, in columns and not in whole cases. Thread-safe. */
public final class CaseFigures {

    private static final String TAKEN = """
            select a.id, c.id, c.item, c.category, c.ownerUnit, c.procedure, a.step, a.at, a.due
            from CaseEntity c join c.acts a
            where a.at >= :after and a.at < :until and (a.at > :after or a.id > :id)
            order by a.at, a.id""";

    private static final String AWAITED = """
            select c.id, c.id, c.item, c.category, c.ownerUnit, c.procedure, c.step, c.stepDue, c.stepSoft
            from CaseEntity c
            where c.id in :ids and c.step is not null
            order by c.id""";

    private static final String OPEN_IDS = """
            select c.id from CaseEntity c
            where c.step is not null and c.status in :open
            order by c.id""";

    private static final String WAIVED = """
            select c.id, c.item, f.kind, f.waivedAt from CaseEntity c join c.findings f
            where f.waivedAt >= :from and f.waivedAt < :until
            order by f.waivedAt, c.id""";

    private static final String ERRORS = """
            select e from SiteErrorEntity e
            where e.foundAt < :until and (e.foundAt >= :from or e.closed = false
            or e.fixedAt >= :from or e.reportedAt >= :from)
            order by e.foundAt, e.id""";

    private static final List<ApprovalCase.Status> OPEN =
            List.of(ApprovalCase.Status.IN_PROGRESS, ApprovalCase.Status.APPROVED, ApprovalCase.Status.REFUSED);

    private static final int PAGE = 5000;
    private static final int IN_ONE_QUESTION = 1000;

    private final Journal journal;

    CaseFigures(Journal journal) {
        this.journal = journal;
    }

    /**
     * The steps that were taken within a time, the oldest first. Each page begins in the index where the one before it ended.
     *
     * @param from the first instant
     * @param until the first instant that does not count any more
     * @param each is told every step, on this thread
     */
    public void taken(Instant from, Instant until, Consumer<StepFact> each) {
        Instant after = from;
        String id = "";
        List<Object[]> page;
        do {
            Instant start = after;
            String last = id;
            page = journal.inUnitOfWork(manager -> manager.createQuery(TAKEN, Object[].class)
                    .setParameter("until", until)
                    .setParameter("after", start)
                    .setParameter("id", last)
                    .setMaxResults(PAGE)
                    .getResultList());
            for (Object[] row : page) {
                id = (String) row[0];
                after = (Instant) row[7];
                each.accept(step(row, after, (Instant) row[8], false));
            }
        } while (page.size() == PAGE);
    }

    /**
     * The steps that are awaited now. The keys of the open cases are read at once, their rows some at a time.
     *
     * @param each is told every step, on this thread
     */
    public void awaited(Consumer<StepFact> each) {
        List<String> ids = journal.inUnitOfWork(manager -> manager.createQuery(OPEN_IDS, String.class)
                .setParameter("open", OPEN)
                .getResultList());
        for (int i = 0; i < ids.size(); i += IN_ONE_QUESTION) {
            List<String> some = ids.subList(i, Math.min(ids.size(), i + IN_ONE_QUESTION));
            journal.inUnitOfWork(manager -> manager.createQuery(AWAITED, Object[].class)
                            .setParameter("ids", some)
                            .getResultList())
                    .forEach(row -> each.accept(step(row, null, (Instant) row[7], (Boolean) row[8])));
        }
    }

    /**
     * What was waived within a time.
     *
     * @param from the first instant
     * @param until the first instant that does not count any more
     * @return the waivers, one for each finding, oldest first
     */
    public List<WaiverFact> waived(Instant from, Instant until) {
        return journal.inUnitOfWork(manager -> manager.createQuery(WAIVED, Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(row ->
                        new WaiverFact((String) row[0], new ItemId((String) row[1]), (String) row[2], (Instant) row[3]))
                .toList());
    }

    /**
     * The errors on the website that a time is concerned with: found, fixed or reported in it, or still open.
     *
     * @param from the first instant
     * @param until the first instant that does not count any more
     * @return the errors, oldest first
     */
    public List<SiteError> errors(Instant from, Instant until) {
        return journal.inUnitOfWork(manager -> manager.createQuery(ERRORS, SiteErrorEntity.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(SiteErrorEntity::toError)
                .toList());
    }

    private static StepFact step(Object[] row, @Nullable Instant at, @Nullable Instant due, boolean soft) {
        return new StepFact(
                (String) row[1],
                new ItemId((String) row[2]),
                new CategoryId((String) row[3]),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                at,
                due,
                soft);
    }
}
