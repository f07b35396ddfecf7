package dev.prakat.approval;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.journal.Notification;
import dev.prakat.journal.Recording;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.StandingDuty;
import dev.prakat.procedure.Step;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.staff.StaffRegister;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells officers through the host's listeners what concerns them: a task, a refusal with its reasons, an error, an end that comes
 * near, something late. Of an item's content they hold the title only, which was screened when it was submitted.
 */
final class Notices {

    private final ItemLifecycle items;
    private final AgencyPolicy policy;
    private final StaffRegister staff;
    private final StepHolders holders;

    Notices(AgencyPolicy policy, StaffRegister staff, ItemLifecycle items) {
        this.items = items;
        this.policy = policy;
        this.staff = staff;
        this.holders = new StepHolders(policy, staff);
    }

    /** The next officers have a task. */
    void task(Recording recording, Casework.Open open) {
        Set<OfficerId> takers = takers(recording, open);
        tell(recording, "task.assigned", open.entity().item(), takers, vacant(recording, open, takers), step(open));
    }

    /** A step is late: whoever should take it is told again, and the superior too. */
    void late(Recording recording, Casework.Open open) {
        Set<OfficerId> takers = takers(recording, open);
        Set<OfficerId> to = new LinkedHashSet<>(takers);
        to.addAll(superiors(open.entity().submitterUnit()));
        tell(recording, "task.late", open.entity().item(), to, vacant(recording, open, takers), step(open));
    }

    /** The item came back. Where the procedure has a step for telling the requester, that step tells of a refusal. */
    void sentBack(Recording recording, CaseEntity entity, Decision decision, ProcedureRun after) {
        if (after.currentStep().isEmpty()) {
            boolean refused = after.status() == ProcedureRun.Status.REFUSED;
            tell(
                    recording,
                    refused ? "item.refused" : "item.returned",
                    entity.item(),
                    requesters(entity),
                    Map.of("case", entity.id(), "reason", decision.reason()));
        }
    }

    /** Whoever was refused is told, with the reasons. Source: S002-R06, S003-R09 */
    void refused(Recording recording, CaseEntity entity) {
        String reason = entity.acts().stream()
                .map(ActEntity::toAct)
                .filter(act -> act.outcome() == Outcome.REFUSE)
                .map(ApprovalCase.Act::reason)
                .reduce("", (before, last) -> last);
        tell(
                recording,
                "item.refused",
                entity.item(),
                requesters(entity),
                Map.of("case", entity.id(), "reason", reason));
    }

    void expiring(Recording recording, Item item, ReminderEntity reminder) {
        Set<OfficerId> to = new LinkedHashSet<>(List.of(item.author()));
        to.addAll(postHolders(item.ownerUnit()));
        tell(
                recording,
                "item.expiring",
                item.id(),
                to,
                Map.of(
                        "target", reminder.target(),
                        "kind", reminder.warning().kind().name(),
                        "daysLeft", Integer.toString(reminder.warning().daysLeft()),
                        "last", reminder.warning().last().toString()));
    }

    /** An error was found: the unit fixes it at once, the superior knows of it. Source: S001-R28 */
    void errorFound(Recording recording, SiteError error) {
        error("site.error-found", recording, error);
    }

    void errorReported(Recording recording, SiteError error) {
        Map<String, String> details = new HashMap<>(details(error));
        SiteError.Done reported = error.reported();
        details.put("report", reported == null ? "" : reported.text());
        tell(recording, "site.error-reported", error, superiors(error.ownerUnit()), details);
    }

    void errorLate(Recording recording, SiteError error) {
        error("site.error-late", recording, error);
    }

    private void error(String type, Recording recording, SiteError error) {
        Set<OfficerId> to = new LinkedHashSet<>(superiors(error.ownerUnit()));
        staff.ofUnit(error.ownerUnit()).forEach(officer -> to.add(officer.id()));
        tell(recording, type, error, to, details(error));
    }

    private static Map<String, String> details(SiteError error) {
        Map<String, String> details = new HashMap<>(until(error.due()));
        details.put("error", error.id());
        details.put("place", error.place());
        details.put("message", error.message());
        return details;
    }

    private static Map<String, String> step(Casework.Open open) {
        Step step = open.step();
        Map<String, String> details = new HashMap<>(Map.of(
                "case", open.entity().id(),
                "step", step.id(),
                "labelTh", step.labelTh(),
                "labelEn", step.labelEn()));
        Instant due = open.entity().stepDue();
        if (due != null) {
            details.putAll(until(due));
        }
        return details;
    }

    /** An instant for programs and for people. */
    private static Map<String, String> until(Instant due) {
        return Map.of("due", due.toString(), "dueTh", ThaiDate.formatInstant(due));
    }

    /** In words whose task it is, for the mailbox of a role, when the directory names nobody. */
    private Set<String> vacant(Recording recording, Casework.Open open, Set<OfficerId> takers) {
        return takers.isEmpty() ? Set.of(holders.words(open.step().who(), open.facts(), recording.now())) : Set.of();
    }

    private Set<OfficerId> takers(Recording recording, Casework.Open open) {
        CaseFacts facts = open.facts();
        return ids(holders.officers(open.step().who(), facts, recording.now()));
    }

    private static Set<OfficerId> requesters(CaseEntity entity) {
        Set<OfficerId> both = new LinkedHashSet<>();
        both.add(entity.submittedBy());
        both.add(entity.author());
        return both;
    }

    /** The superior whom the policy's standing duties name, else those who hold a post in the unit. */
    private Set<OfficerId> superiors(String unit) {
        for (StandingDuty duty : policy.standingDuties()) {
            String post = duty.reportTo();
            if (post != null) {
                List<Officer> own = staff.holdersOfPost(unit, post);
                List<Officer> found = own.isEmpty() ? holders.inPost(post).toList() : own;
                if (!found.isEmpty()) {
                    return ids(found);
                }
            }
        }
        return postHolders(unit);
    }

    private Set<OfficerId> postHolders(String unit) {
        return ids(staff.ofUnit(unit).stream()
                .filter(officer -> !officer.posts().isEmpty())
                .toList());
    }

    private static Set<OfficerId> ids(Collection<Officer> officers) {
        return officers.stream().map(Officer::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void tell(Recording recording, String type, ItemId item, Set<OfficerId> to, Map<String, String> details) {
        tell(recording, type, item, to, Set.of(), details);
    }

    private void tell(
            Recording recording,
            String type,
            ItemId item,
            Set<OfficerId> to,
            Set<String> roles,
            Map<String, String> details) {
        if (!to.isEmpty() || !roles.isEmpty()) {
            Map<String, String> titled = new HashMap<>(details);
            titled.put("title", items.title(recording.manager(), item));
            recording.notify(new Notification(type, item.value(), to, roles, titled));
        }
    }

    /** Tells of an error, which may be of the site as a whole. */
    private void tell(
            Recording recording, String type, SiteError error, Set<OfficerId> to, Map<String, String> details) {
        if (error.item() != null) {
            tell(recording, type, error.item(), to, details);
        } else if (!to.isEmpty()) {
            recording.notify(new Notification(type, error.id(), to, details));
        }
    }
}
