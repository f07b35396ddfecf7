package dev.prakat.approval;

import dev.prakat.calendar.Reprojection;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.Shortening;
import dev.prakat.item.TakeDownOrder;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.journal.Replayable;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.screening.Screening;
import dev.prakat.spi.Actor;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.staff.StaffRegister;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Runs the policy's procedures for items, from submission to verification. An agreement binds to the revision's hash, the
 * category, and each placement's target, from, until and kind of take-down; nothing else becomes public by it. Every command,
 * refused ones too, is in the traffic log; what it decided is in the journal. Thread-safe: two officers who decide at once end in
 * one decision and one {@code CONFLICT}.
 */
public final class Approvals {

    /** How many tasks {@link #tasksFor} lists at the most. */
    public static final int MOST_TASKS = 200;

    private final Journal journal;
    private final InstantSource clock;
    private final Casework casework;
    private final CaseScreening screening;
    private final Submission submission;
    private final Deciding deciding;
    private final Publishing publishing;
    private final Checking checking;
    private final Withdrawing withdrawing;
    private final Renewing renewing;
    private final Reminders reminders;
    private final SiteChecks siteChecks;
    private final Erasures erasures;
    private final Tasks tasks;
    private final CaseFigures figures;

    /**
     * Wires the service; hosts get it from {@code Prakat.approvals()}.
     *
     * @param journal runs the commands
     * @param items the items
     * @param clock the injected clock, for reading
     * @param setting by which rules, for whom
     */
    public Approvals(Journal journal, ItemLifecycle items, InstantSource clock, Setting setting) {
        AgencyPolicy policy = setting.policy();
        Notices notices = new Notices(policy, setting.staff(), items);
        SiteErrors errors = new SiteErrors(policy, notices);
        this.journal = journal;
        this.clock = clock;
        this.casework = new Casework(items, policy, setting.staff());
        this.reminders = new Reminders(casework, notices);
        this.screening =
                new CaseScreening(journal, items, setting.staff(), new Screening(policy.screening()), setting.store());
        this.submission = new Submission(casework, notices);
        this.publishing = new Publishing(casework, reminders, notices);
        this.deciding = new Deciding(casework, submission, publishing, notices);
        this.checking = new Checking(casework, errors, notices);
        this.withdrawing = new Withdrawing(casework, reminders);
        this.renewing = new Renewing(casework);
        this.siteChecks = new SiteChecks(journal, casework, errors, notices);
        this.erasures = new Erasures(journal, casework, setting.isPublic());
        this.tasks = new Tasks(casework, siteChecks);
        this.figures = new CaseFigures(journal);
    }

    /**
     * By which rules, for whom.
     *
     * @param policy the agency's policy
     * @param staff the officers and the dated orders about them
     * @param store the bytes of attachments, to be screened
     * @param isPublic whether anything of an item is public, or was not seen to be gone
     */
    public record Setting(
            AgencyPolicy policy, StaffRegister staff, AttachmentStore store, Predicate<ItemId> isPublic) {}

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(
                CaseEntity.class,
                ActEntity.class,
                CaseFindingEntity.class,
                TaskKeyEntity.class,
                ReminderEntity.class,
                SiteCheckEntity.class,
                SiteErrorEntity.class);
    }

    /**
     * How the tables of this chapter are compared with the journal.
     *
     * @param policy by whose procedures the cases run
     * @return the facts of cases
     */
    public static Replayable replayable(AgencyPolicy policy) {
        return new CaseReplay(policy);
    }

    /** {@return the regular checks of the website and the errors that they find} */
    public SiteChecks siteChecks() {
        return siteChecks;
    }

    /** {@return what reports count} */
    public CaseFigures figures() {
        return figures;
    }

    /** {@return the erasures of personal data by order} */
    public Erasures erasures() {
        return erasures;
    }

    /**
     * Submits the newest revision of an item. Begins a new case, linked to a refusal or return that it answers, at the first
     * step of the procedure that the policy picks for the source, the category and the unit. Source: S001-R03, S002-R07
     *
     * @param id the item
     * @param actor an officer of the item's unit
     * @return the case
     * @throws InvalidException listing everything: a period that is over or breaks the terms of its category, a missing
     *     field, personal data that may not be public
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if a case is running or
     *     a refusal was not told yet
     */
    public ApprovalCase submit(ItemId id, Actor actor) {
        CaseScreening.Result screened = screening.of(actor, id);
        return act(actor, "item.submit", id, (recording, officer) -> {
            Item item = casework.items().require(recording.manager(), id);
            return submission.begin(recording, officer, item, screened);
        });
    }

    /**
     * Decides the step that an item's case awaits.
     *
     * @param id the item
     * @param actor whom the step names: by post, by duty, by assignment, or by a dated order
     * @param decision what it comes to
     * @return the case after it
     * @throws InvalidException if a refusal, return or hold has no reason, a choice is unknown, the new category's terms are
     *     not kept, or what screening warned of is not waived
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if no decision is
     *     awaited, if the item is not what was submitted, or if somebody else decided first
     */
    public ApprovalCase decide(ItemId id, Actor actor, Decision decision) {
        return act(actor, "item.decide", id, (recording, officer) -> deciding.decide(recording, officer, id, decision));
    }

    /**
     * Takes the publish step of an agreed item: the officer answers for the publication. Where the policy's setting {@code
     * publication} is {@code BY_OFFICER} the item waits for this; else the sweep publishes it without. Until it is public a
     * second call puts another officer in the place of the first. Source: S001-R10, S002-R03, S002-F09
     *
     * @param id the item
     * @param actor whom the publish step names; appointed where the policy asks for it
     * @param note a note, may be empty
     * @return the case after it
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if no publication is
     *     awaited, or the newest revision is not what was agreed to
     */
    public ApprovalCase publish(ItemId id, Actor actor, String note) {
        return act(actor, "item.publish", id, (recording, officer) -> publishing.publish(recording, officer, id, note));
    }

    /**
     * Verifies what is public. What is not sound becomes an error to be fixed at once and reported, and the step stays open;
     * where a duty needs several holders, it stays open until enough of them agree. Source: S001-R15, S002-R04, S003-R03
     *
     * @param id the item
     * @param actor whom the verify step names
     * @param verification what was found
     * @return the case after it
     * @throws InvalidException if it is not sound and no error is named, or a checklist item is unknown
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if no verification is
     *     awaited, the officer has agreed already, or errors of the item are open
     */
    public ApprovalCase verify(ItemId id, Actor actor, Verification verification) {
        return act(
                actor,
                "item.verify",
                id,
                (recording, officer) -> checking.verify(recording, officer, id, verification));
    }

    /**
     * Records that the requester was told of a refusal, with the reasons; the host's listeners send them. Source: S002-R06,
     * S003-R09
     *
     * @param id the item
     * @param actor whom the step names, for example the Web Master
     * @param how how the requester was told, may be empty
     * @return the case after it
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if nobody waits to be
     *     told
     */
    public ApprovalCase told(ItemId id, Actor actor, String how) {
        return act(actor, "item.tell", id, (recording, officer) -> checking.told(recording, officer, id, how));
    }

    /**
     * Asks for the same content to stay public for longer: a new revision and a new case. The agreed end holds until the new
     * agreement. Source: AMB-09
     *
     * @param id the item; its newest revision must be the agreed one
     * @param actor an officer of the item's unit
     * @param renewal until when, and where
     * @return the new case
     * @throws InvalidException listing every period that cannot be renewed so, and what {@link #submit} finds
     * @throws PrakatException as {@link #submit}; {@code CONFLICT} if nothing was agreed to or a newer draft exists
     */
    public ApprovalCase renew(ItemId id, Actor actor, Renewal renewal) {
        CaseScreening.Result screened = screening.of(actor, id);
        return act(actor, "item.renew", id, (recording, officer) -> {
            renewing.replan(recording, officer, id, renewal);
            Item item = casework.items().require(recording.manager(), id);
            return submission.begin(recording, officer, item, screened);
        });
    }

    /**
     * Renews several items, each by itself: one that cannot be renewed holds up no other.
     *
     * @param ids the items
     * @param actor as {@link #renew}
     * @param renewal until when, and where
     * @return what became of each, in the order given
     * @throws PrakatException {@code TRAFFIC_LOG} or {@code BROKEN}, which would meet every other item too
     */
    public List<Renewed> renew(List<ItemId> ids, Actor actor, Renewal renewal) {
        return Renewing.each(ids, id -> renew(id, actor, renewal));
    }

    /**
     * Ends the agreed period of an item on one website earlier; needs no agreement. Until a new agreement a second call may
     * only shorten it further. Source: S001-R26
     *
     * @param id the item
     * @param actor an officer of the item's unit, or of a unit that holds a duty for its category
     * @param target the website
     * @param lastDay the new last day, in Asia/Bangkok
     * @param reason why; not blank
     * @throws InvalidException if the reason is blank, the website is not in the agreed plan, or the day is not earlier or
     *     over already
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may
     */
    public void shorten(ItemId id, Actor actor, String target, LocalDate lastDay, String reason) {
        journal.command(actor, "item.shorten", id.value(), recording -> {
            Officer officer = casework.staff().require(actor.officer());
            Instant closes = lastDay.plusDays(1).atStartOfDay(ThaiDate.BANGKOK).toInstant();
            withdrawing.shorten(
                    recording, officer, id, new Shortening(target, closes, reason, recording.now(), officer.id()));
            return id;
        });
    }

    /**
     * Orders an item to be taken down at once, from whatever state; a case that is running ends. The next sweep carries it out
     * on every target.
     *
     * @param id the item
     * @param actor an officer of the item's unit, or of a unit that holds a duty for its category
     * @param kind what is left
     * @param reason why; not {@link TakeDownReason#EXPIRED}
     * @param note the reason in words; not blank
     * @throws InvalidException if the note is blank, the reason is EXPIRED, or the kind needs an address
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may
     */
    public void withdraw(ItemId id, Actor actor, TakeDownKind kind, TakeDownReason reason, String note) {
        journal.command(actor, "item.withdraw", id.value(), recording -> {
            Officer officer = casework.staff().require(actor.officer());
            withdrawing.withdraw(
                    recording, officer, id, new TakeDownOrder(kind, reason, note, recording.now(), officer.id()));
            return id;
        });
    }

    /**
     * Takes a submission back before it is agreed to; the item is a draft again.
     *
     * @param id the item
     * @param actor an officer of the item's unit
     * @param reason why; not blank
     * @throws InvalidException if the reason is blank
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if no submission is
     *     running
     */
    public void callOff(ItemId id, Actor actor, String reason) {
        journal.command(actor, "item.call-off", id.value(), recording -> {
            withdrawing.callOff(recording, casework.staff().require(actor.officer()), id, reason);
            return id;
        });
    }

    /**
     * What an officer may and should do now: steps of cases, errors to fix and report, regular checks of the website.
     *
     * @param officer the officer
     * @return at most {@value #MOST_TASKS} tasks, the one that is due first first, those without a time last
     * @throws PrakatException {@code NOT_FOUND} if the directory does not know the officer
     */
    public List<Task> tasksFor(OfficerId officer) {
        Officer known = casework.staff().require(officer);
        Instant now = clock.instant();
        return journal.inUnitOfWork(manager -> tasks.of(manager, known, now, MOST_TASKS));
    }

    /**
     * Tells what is about to happen or did not, each once: periods that end, reviews that come due, steps and repairs that are
     * late. {@code Prakat.sweep()} calls it.
     *
     * @return how many things were told of
     * @throws PrakatException {@code TRAFFIC_LOG} if the log cannot be written, {@code BROKEN} if the database does not answer
     */
    public int remind() {
        return reminders.run(journal, clock.instant());
    }

    /**
     * Counts every open deadline again, after the calendar has changed. A deadline that moves is journaled with the old
     * instant, the new one and the holidays that moved it. A second call moves nothing.
     *
     * @param actor who brought the new calendar
     * @param before the calendar by which deadlines were counted until now; the policy's own holds from now on
     * @return how many deadlines moved Source: AMB-05
     */
    public int recount(Actor actor, WorkingCalendar before) {
        Recount recount = new Recount(
                casework.policy(),
                Reprojection.between(before, casework.policy().calendar()));
        return journal.command(actor, "deadlines.recount", casework.policy().id(), recording -> {
            int moved = 0;
            for (CaseEntity run : CaseQueries.withDeadline(recording.manager())) {
                moved += recount.one(recording, run, run.run(casework.procedure(run))) ? 1 : 0;
            }
            return moved;
        });
    }

    /**
     * The cases of an item.
     *
     * @param id the item
     * @return its cases, oldest first; empty when it was never submitted
     */
    public List<ApprovalCase> cases(ItemId id) {
        return journal.inUnitOfWork(manager ->
                CaseQueries.ofItem(manager, id).stream().map(CaseEntity::toCase).toList());
    }

    /**
     * Closes the publish step of an item's case; called by delivery inside its unit of work.
     *
     * @param recording the step of the delivery
     * @param id the item
     * @param revision the revision that is public now
     */
    public void published(Recording recording, ItemId id, int revision) {
        publishing.published(recording, id, revision);
    }

    private ApprovalCase act(Actor actor, String command, ItemId id, BiFunction<Recording, Officer, CaseEntity> work) {
        return journal.command(
                actor,
                command,
                id.value(),
                recording -> work.apply(recording, casework.staff().require(actor.officer()))
                        .toCase());
    }
}
