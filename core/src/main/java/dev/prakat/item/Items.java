package dev.prakat.item;

import dev.prakat.category.CategoryId;
import dev.prakat.category.CategoryTree;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.journal.Replayable;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.spi.Officer;
import dev.prakat.spi.StaffDirectory;
import dev.prakat.spi.TargetCapabilities;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drafts items and reads them. Every command joins the host's unit of work, is written into the journal and the traffic log,
 * and stores nothing when it fails. Thread-safe.
 */
public final class Items {

    private final Journal journal;
    private final InstantSource clock;
    private final CategoryTree categories;
    private final StaffDirectory directory;
    private final Map<String, TargetCapabilities> targets;
    private final AttachmentIntake intake;
    private final ItemIds ids = new ItemIds();

    /**
     * Wires the service; hosts get it from {@code Prakat.items()}.
     *
     * @param journal runs the commands
     * @param clock the injected clock
     * @param setting what items may look like here
     */
    public Items(Journal journal, InstantSource clock, Setting setting) {
        this.journal = journal;
        this.clock = clock;
        this.categories = setting.categories();
        this.directory = setting.directory();
        this.targets = Map.copyOf(setting.targets());
        this.intake = new AttachmentIntake(setting.store(), setting.maxAttachmentBytes());
    }

    /**
     * What items may look like.
     *
     * @param categories the policy's category tree
     * @param directory who may draft: whoever the directory knows
     * @param targets the configured targets by name
     * @param store keeps the bytes of attachments
     * @param maxAttachmentBytes the largest attachment that is accepted, in bytes
     */
    public record Setting(
            CategoryTree categories,
            StaffDirectory directory,
            Map<String, TargetCapabilities> targets,
            AttachmentStore store,
            long maxAttachmentBytes) {}

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(ItemEntity.class, RevisionEntity.class, AttachmentEntity.class, PlanEntity.class);
    }

    /**
     * How the tables of this chapter are compared with the journal.
     *
     * @return the facts of items
     */
    public static Replayable replayable() {
        return new ItemReplay();
    }

    /**
     * Drafts an item. The body is cleaned; {@code get(id).current().removed()} says what was taken out. Each call makes a
     * new item.
     *
     * @param author who drafts; the item belongs to this officer's unit
     * @param draft what the author hands in
     * @return the new item's key
     * @throws dev.prakat.problem.InvalidException listing every finding, if the draft is not acceptable
     * @throws PrakatException {@code NOT_FOUND} if the category is unknown (the nearest are suggested), {@code NOT_ALLOWED}
     *     if the directory does not know the author
     */
    public ItemId draft(Actor author, Draft draft) {
        ItemId id = ids.next(clock.instant());
        Intake taken = takeIn(author, draft);
        return journal.command(author, "item.draft", id.value(), recording -> {
            Officer officer = requireOfficer(author);
            CategoryId category = categories.require(draft.category()).id();
            taken.requireSound();
            Revision revision = revision(1, draft, taken, recording);
            recording.manager().persist(new ItemEntity(id, category, officer.unit(), officer.id(), recording.now()));
            RevisionEntity entity = new RevisionEntity(id, revision);
            recording.manager().persist(entity);
            Map<String, String> details = details(entity, category);
            details.put("ownerUnit", officer.unit());
            recording.event("item.drafted", id.value(), details);
            return id;
        });
    }

    /**
     * Replaces the content of an item by a new revision. An approval of the one before stays in force for what is public;
     * the new one needs its own. Refused while a procedure is running.
     *
     * @param author who revises; an officer of the item's unit
     * @param id the item
     * @param draft the whole new content
     * @return the new revision's number
     * @throws dev.prakat.problem.InvalidException listing every finding, if the draft is not acceptable
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} for an officer of another unit, {@code CONFLICT} while
     *     a procedure is running or if somebody else revised first
     */
    public int revise(Actor author, ItemId id, Draft draft) {
        Intake taken = takeIn(author, draft);
        return journal.command(author, "item.revise", id.value(), recording -> {
            Officer officer = requireOfficer(author);
            ItemEntity entity = ItemQueries.require(recording.manager(), id);
            Item item = ItemQueries.item(recording.manager(), entity);
            if (!officer.unit().equals(item.ownerUnit())) {
                throw new PrakatException(
                        ProblemCode.NOT_ALLOWED,
                        "item " + id + ": " + officer.id() + " of unit " + officer.unit()
                                + " may not revise it; expected an officer of its unit " + item.ownerUnit() + ".");
            }
            if (item.state() == ItemState.IN_APPROVAL) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "item " + id
                                + ": its procedure is running, and what was submitted must stay as it is. Have it sent"
                                + " back or decided first.");
            }
            CategoryId category = categories.require(draft.category()).id();
            taken.requireSound();
            entity.revised(category);
            Revision revision = revision(entity.currentRevision(), draft, taken, recording);
            RevisionEntity revised = new RevisionEntity(id, revision);
            recording.manager().persist(revised);
            recording.event("item.revised", id.value(), details(revised, category));
            return revision.number();
        });
    }

    /**
     * Reads an item.
     *
     * @param id its key
     * @return the item as it stands
     * @throws PrakatException {@code NOT_FOUND} if there is none
     */
    public Item get(ItemId id) {
        return journal.inUnitOfWork(manager -> ItemQueries.item(manager, ItemQueries.require(manager, id)));
    }

    /**
     * Reads one revision of an item.
     *
     * @param id the item's key
     * @param number the revision's number
     * @return the revision
     * @throws PrakatException {@code NOT_FOUND} if there is none
     */
    public Revision revision(ItemId id, int number) {
        return journal.inUnitOfWork(manager -> ItemQueries.revision(manager, id, number));
    }

    /**
     * Lists items, the newest first.
     *
     * @param limit how many at the most, from 1
     * @return the items
     */
    public List<Item> newest(int limit) {
        return journal.inUnitOfWork(manager -> ItemQueries.newest(manager, limit));
    }

    private Officer requireOfficer(Actor actor) {
        return directory
                .find(actor.officer())
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.NOT_ALLOWED,
                        "officer " + actor.officer() + ": the staff directory does not know this key."
                                + " Check the key, or have the officer entered in the directory."));
    }

    /**
     * Checks the draft and keeps its files, outside any unit of work because a store may be another machine. A stranger's
     * files are not kept; what is wrong is raised inside the command, so that a refused try is on record.
     */
    private Intake takeIn(Actor author, Draft draft) {
        if (directory.find(author.officer()).isEmpty()) {
            return new Intake(List.of(), () -> {});
        }
        DraftCheck check = new DraftCheck(targets);
        try {
            check.require(draft);
            List<Attachment> attachments = intake.take(draft.attachments(), check);
            return new Intake(attachments, check::throwIfAny);
        } catch (PrakatException e) {
            return new Intake(List.of(), () -> {
                throw e;
            });
        }
    }

    private record Intake(List<Attachment> attachments, Runnable verdict) {
        void requireSound() {
            verdict.run();
        }
    }

    private static Revision revision(int number, Draft draft, Intake taken, Recording recording) {
        CanonicalHtml.Cleaned body = cleaned(draft.bodyHtml());
        String title = DraftCheck.plain(draft.title());
        String summary = DraftCheck.plain(draft.summary());
        String remark = draft.remark() == null ? null : DraftCheck.plain(draft.remark());
        String link = draft.externalLink() == null ? null : draft.externalLink().toString();
        String hash = RevisionHash.ofContent(new RevisionHash.Content(
                title, summary, body.html(), draft.language(), link, remark, taken.attachments()));
        return new Revision(
                number,
                title,
                summary,
                body.html(),
                draft.language(),
                draft.externalLink(),
                remark,
                taken.attachments(),
                draft.placements(),
                hash,
                body.removed(),
                recording.now(),
                recording.actor().officer(),
                null);
    }

    private static CanonicalHtml.Cleaned cleaned(String html) {
        try {
            return CanonicalHtml.of(html);
        } catch (IllegalArgumentException e) {
            DraftCheck check = new DraftCheck(Map.of());
            check.find("body", "prakat", String.valueOf(e.getMessage()), "simplify the text");
            check.throwIfAny();
            throw e;
        }
    }

    private static Map<String, String> details(RevisionEntity revision, CategoryId category) {
        Map<String, String> details = new HashMap<>(revision.details());
        details.put("category", category.value());
        return details;
    }
}
