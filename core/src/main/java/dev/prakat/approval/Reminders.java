package dev.prakat.approval;

import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.window.ExpiryWarning;
import dev.prakat.window.WindowTerms;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in time what is about to happen or did not: periods that end, reviews that come due, steps and repairs that are late. Each
 * is said once. A second run right after finds nothing. Source: AMB-09, AMB-12, S001-R28
 */
final class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final int BATCH = 200;

    private static final String OF_ITEM = """
            select r from ReminderEntity r
            where r.item = :item""";

    private static final String DUE = """
            select r.id from ReminderEntity r
            where r.reminded is null and r.due <= :today
            order by r.due, r.id""";

    private final Casework casework;
    private final Notices notices;

    Reminders(Casework casework, Notices notices) {
        this.casework = casework;
        this.notices = notices;
    }

    /** Plans the warnings of the approved periods as they hold now; what was planned before and holds no more goes. */
    void plan(Recording recording, ItemId id) {
        EntityManager manager = recording.manager();
        Item item = casework.items().require(manager, id);
        Map<String, ReminderEntity> wanted = new HashMap<>();
        Integer approved = item.approvedRevision();
        if (approved != null && item.order() == null) {
            LocalDate today = Capacity.day(recording.now());
            WindowTerms terms = casework.policy().windowTerms(item.publicCategory());
            for (PlacementPlan plan :
                    casework.items().revision(manager, id, approved).plan()) {
                for (ExpiryWarning warning : terms.warnings(item.inForce(plan).window())) {
                    if (!warning.on().isBefore(today)) {
                        ReminderEntity reminder = new ReminderEntity(id, plan.target(), warning);
                        wanted.put(reminder.id(), reminder);
                    }
                }
            }
        }
        for (ReminderEntity known : manager.createQuery(OF_ITEM, ReminderEntity.class)
                .setParameter("item", id.value())
                .getResultList()) {
            if (wanted.remove(known.id()) == null && known.isOpen()) {
                manager.remove(known);
            }
        }
        wanted.values().forEach(manager::persist);
    }

    /** Says what is due. Each in a unit of work of its own, so that one that cannot be said holds up no other. */
    int run(Journal journal, Instant now) {
        Actor actor = Actor.system("reminders");
        List<String> due = journal.inUnitOfWork(manager -> manager.createQuery(DUE, String.class)
                .setParameter("today", Capacity.day(now))
                .setMaxResults(BATCH)
                .getResultList());
        List<String> late = journal.inUnitOfWork(manager -> CaseQueries.late(manager, now, BATCH).stream()
                .map(CaseEntity::id)
                .toList());
        List<String> errors = journal.inUnitOfWork(manager -> SiteErrors.late(manager, now, BATCH));
        int said = 0;
        for (String id : due) {
            said += each(journal, actor, "reminder.expiry", id, recording -> remind(recording, id));
        }
        for (String id : late) {
            said += each(journal, actor, "task.escalate", id, recording -> escalate(recording, id));
        }
        for (String id : errors) {
            said += each(journal, actor, "site.escalate", id, recording -> repair(recording, id));
        }
        return said;
    }

    private static int each(Journal journal, Actor actor, String command, String subject, Consumer<Recording> work) {
        try {
            return journal.command(actor, command, subject, recording -> {
                work.accept(recording);
                return 1;
            });
        } catch (PrakatException e) {
            if (e.code() == ProblemCode.TRAFFIC_LOG) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("subject", subject)
                    .setCause(e)
                    .log("A reminder could not be given; the next sweep tries again");
            return 0;
        }
    }

    private void remind(Recording recording, String id) {
        ReminderEntity reminder = recording.manager().find(ReminderEntity.class, id);
        if (reminder == null || !reminder.isOpen()) {
            return;
        }
        if (reminder.warning().last().isBefore(Capacity.day(recording.now()))) {
            // Nobody swept while it was time: what has ended already is not announced.
            recording.manager().remove(reminder);
            return;
        }
        reminder.reminded(recording.now());
        Item item = casework.items().require(recording.manager(), reminder.item());
        recording.event(
                "item.expiring",
                item.id().value(),
                Map.of(
                        "target", reminder.target(),
                        "kind", reminder.warning().kind().name(),
                        "daysLeft", Integer.toString(reminder.warning().daysLeft()),
                        "last", reminder.warning().last().toString()));
        notices.expiring(recording, item, reminder);
    }

    private void escalate(Recording recording, String id) {
        CaseEntity run = recording.manager().find(CaseEntity.class, id);
        Instant due = run == null ? null : run.stepDue();
        if (run == null || due == null || run.isEscalated() || run.step() == null) {
            return;
        }
        run.escalated();
        recording.event(
                "task.escalated",
                run.item().value(),
                Map.of("case", run.id(), "step", String.valueOf(run.step()), "due", due.toString()));
        notices.late(recording, casework.open(run));
    }

    private void repair(Recording recording, String id) {
        SiteErrorEntity error = recording.manager().find(SiteErrorEntity.class, id);
        if (error != null && error.escalate()) {
            recording.event("site.error-escalated", error.subject(), Map.of("error", id));
            notices.errorLate(recording, error.toError());
        }
    }
}
