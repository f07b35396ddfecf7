package dev.prakat.approval;

import dev.prakat.calendar.CountingRule;
import dev.prakat.calendar.TimeLimit;
import dev.prakat.item.ItemId;
import dev.prakat.journal.Recording;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.StandingDuty;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The errors that verifications and checks find. Source: S001-R28 */
final class SiteErrors {

    private static final String OPEN = """
            select e from SiteErrorEntity e
            where e.closed = false
            order by e.due, e.id""";

    private static final String OF_ITEM = """
            select e from SiteErrorEntity e
            where e.item = :item""";

    private static final String OPEN_OF_ITEM = """
            select e from SiteErrorEntity e
            where e.closed = false and e.item = :item
            order by e.due, e.id""";

    private static final String LATE = """
            select e.id from SiteErrorEntity e
            where e.closed = false and e.escalated = false and e.due < :now
            order by e.due, e.id""";

    private final AgencyPolicy policy;
    private final Notices notices;

    SiteErrors(AgencyPolicy policy, Notices notices) {
        this.policy = policy;
        this.notices = notices;
    }

    /**
     * Something wrong.
     *
     * @param check the check that found it, or null when a verification did
     * @param item the item, or null
     * @param category the item's category, or empty
     * @param unit the unit whose it is
     */
    record Found(
            @Nullable String check,
            @Nullable ItemId item,
            String category,
            String unit,
            String place,
            String message) {}

    SiteErrorEntity found(Recording recording, Found found) {
        String id = UUID.randomUUID().toString();
        SiteErrorEntity error =
                new SiteErrorEntity(id, found, recording.actor().officer(), recording.now(), due(recording.now()));
        recording.manager().persist(error);
        recording.event(
                "site.error-found",
                error.subject(),
                Map.of(
                        "error", id,
                        "place", found.place(),
                        "message", found.message(),
                        "due", due(recording.now()).toString()));
        notices.errorFound(recording, error.toError());
        return error;
    }

    /** "At once": the end of the same working day, or of the next one when the day is none. Source: AMB-14 */
    private Instant due(Instant found) {
        return repair().map(duty -> duty.due(found, policy.calendar()))
                .orElseGet(() -> policy.calendar()
                        .due(
                                found,
                                new TimeLimit(1, TimeLimit.Unit.WORKING_DAYS),
                                new CountingRule(CountingRule.FirstDay.INCLUDE, CountingRule.LastDay.ROLL_FORWARD)));
    }

    Optional<StandingDuty> repair() {
        return policy.standingDuties().stream()
                .filter(duty -> duty.kind() == StandingDuty.Kind.REPAIR)
                .findFirst();
    }

    SiteErrorEntity require(EntityManager manager, String id) {
        SiteErrorEntity error = manager.find(SiteErrorEntity.class, id);
        if (error == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "error '" + id + "': there is none; 'site errors' shows those that are open");
        }
        return error;
    }

    void requireNoneOpen(Recording recording, ItemId item) {
        List<String> open = recording
                .manager()
                .createQuery(OPEN_OF_ITEM, SiteErrorEntity.class)
                .setParameter("item", item.value())
                .getResultList()
                .stream()
                .map(error -> error.toError().message() + " (" + error.toError().id() + ")")
                .toList();
        if (!open.isEmpty()) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + item + " cannot be verified as sound while errors are open: " + String.join("; ", open)
                            + ". Fix and report them first.");
        }
    }

    /** An order takes the words out of every error of an item, also of those that are closed. */
    static void eraseWords(EntityManager manager, ItemId item) {
        manager.createQuery(OF_ITEM, SiteErrorEntity.class)
                .setParameter("item", item.value())
                .getResultStream()
                .forEach(SiteErrorEntity::eraseWords);
    }

    static List<SiteError> open(EntityManager manager) {
        return manager.createQuery(OPEN, SiteErrorEntity.class).getResultList().stream()
                .map(SiteErrorEntity::toError)
                .toList();
    }

    static List<String> late(EntityManager manager, Instant now, int limit) {
        return manager.createQuery(LATE, String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }
}
