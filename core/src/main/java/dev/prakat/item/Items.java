package dev.prakat.item;

import dev.prakat.category.CategoryId;
import dev.prakat.category.CategoryTree;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.journal.Replayable;
import dev.prakat.problem.Finding;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.spi.Officer;
import dev.prakat.spi.StaffDirectory;
import dev.prakat.spi.TargetCapabilities;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Drafts items and reads them. Every command joins the host's unit of work, is written into the journal and the traffic log,
 * and stores nothing when it fails. Thread-safe.
 */
public final class Items {

    private final Journal journal;
    private final InstantSource clock;
    private final CategoryTree categories;
    private final StaffDirectory directory;
    private final DraftIntake intake;
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
        this.intake = new DraftIntake(setting);
    }

    /**
     * What items may look like.
     *
     * @param categories the policy's category tree
     * @param directory who may draft: whoever the directory knows
     * @param targets the configured targets by name
     * @param store keeps the bytes of attachments
     * @param maxAttachmentBytes the largest attachment that is accepted, in bytes
     * @param forms what the policy knows besides categories
     */
    public record Setting(
            CategoryTree categories,
            StaffDirectory directory,
            Map<String, TargetCapabilities> targets,
            AttachmentStore store,
            long maxAttachmentBytes,
            Forms forms) {

        /** Copies the map. */
        public Setting {
            targets = Map.copyOf(targets);
        }
    }

    /**
     * The words of the policy for what a draft says of itself.
     *
     * @param sources where an item may come from: the sources for which there is a procedure Source: S001-R03
     * @param fields the fields that the policy knows, by id Source: S003-R15
     * @param fileFields those of them whose value is the name of a file
     */
    public record Forms(Set<String> sources, Set<String> fields, Set<String> fileFields) {

        /** Copies the sets. */
        public Forms {
            sources = Set.copyOf(sources);
            fields = Set.copyOf(fields);
            fileFields = Set.copyOf(fileFields);
        }
    }

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(
                ItemEntity.class,
                RevisionEntity.class,
                AttachmentEntity.class,
                PlanEntity.class,
                FieldEntity.class,
                OriginColumns.class,
                ShorteningEntity.class,
                ErasedFileEntity.class);
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
     * Looks at a draft without storing anything of it: what would be kept, what cleaning would take out, and everything that
     * is wrong. The files are read to their ends.
     *
     * @param draft what the author wants to hand in
     * @return what would become of it
     * @throws PrakatException {@code BROKEN} if a file cannot be read
     */
    public DraftReview check(Draft draft) {
        DraftIntake.Taken taken = intake.take(draft, false);
        List<Finding> findings = new ArrayList<>(taken.findings());
        try {
            categories.require(draft.category());
        } catch (PrakatException e) {
            findings.add(new Finding("category", "S001-R01", String.valueOf(e.getMessage()), "name one that there is"));
        }
        return new DraftReview(taken.content(), taken.attachments(), taken.removed(), findings);
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
        Supplier<DraftIntake.Taken> taken = takeIn(author, draft);
        return journal.command(author, "item.draft", id.value(), recording -> {
            Officer officer = requireOfficer(author);
            CategoryId category = categories.require(draft.category()).id();
            Revision revision = revision(1, category, draft, taken.get(), recording);
            recording.manager().persist(new ItemEntity(id, category, officer.unit(), officer.id(), recording.now()));
            RevisionEntity entity = new RevisionEntity(id, revision);
            recording.manager().persist(entity);
            Map<String, String> details = new HashMap<>(entity.details());
            details.put("ownerUnit", officer.unit());
            recording.event("item.drafted", id.value(), details);
            return id;
        });
    }

    /**
     * Replaces the content of an item by a new revision, whatever the newest one is. An approval of the one before stays in
     * force for what is public; the new one needs its own. Refused while a procedure is running.
     *
     * @param author who revises; an officer of the item's unit
     * @param id the item
     * @param draft the whole new content
     * @return the new revision's number
     * @throws dev.prakat.problem.InvalidException listing every finding, if the draft is not acceptable
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} for an officer of another unit, {@code CONFLICT} while
     *     a procedure is running or if somebody else revised at the same time
     */
    public int revise(Actor author, ItemId id, Draft draft) {
        return revise(author, id, draft, OptionalInt.empty());
    }

    /**
     * Replaces the content of an item by a new revision, if the newest one is still the one that the author started from. As
     * {@link #revise(Actor, ItemId, Draft)} otherwise.
     *
     * @param author who revises; an officer of the item's unit
     * @param id the item
     * @param draft the whole new content
     * @param basedOn the number of the revision that the author started from
     * @return the new revision's number
     * @throws dev.prakat.problem.InvalidException listing every finding, if the draft is not acceptable
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}; {@code CONFLICT} while a procedure is running, or if
     *     there is a newer revision: the message names both, who made them and when, and what differs
     */
    public int revise(Actor author, ItemId id, Draft draft, int basedOn) {
        return revise(author, id, draft, OptionalInt.of(basedOn));
    }

    private int revise(Actor author, ItemId id, Draft draft, OptionalInt basedOn) {
        Supplier<DraftIntake.Taken> taken = takeIn(author, draft);
        return journal.command(author, "item.revise", id.value(), recording -> {
            Officer officer = requireOfficer(author);
            ItemEntity entity = ItemQueries.require(recording.manager(), id);
            Item item = ItemQueries.item(recording.manager(), entity);
            Revising.require(recording.manager(), item, officer, basedOn);
            CategoryId category = categories.require(draft.category()).id();
            DraftIntake.Taken sound = taken.get();
            sound.require();
            entity.revised(category);
            Revision revision = revision(entity.currentRevision(), category, draft, sound, recording);
            RevisionEntity revised = new RevisionEntity(id, revision);
            recording.manager().persist(revised);
            recording.event("item.revised", id.value(), revised.details());
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
     * The revisions of an item.
     *
     * @param id the item's key
     * @return every revision in short, the newest first
     * @throws PrakatException {@code NOT_FOUND} if there is no such item
     */
    public List<RevisionSummary> history(ItemId id) {
        return journal.inUnitOfWork(manager -> {
            ItemQueries.require(manager, id);
            return ItemQueries.history(manager, id);
        });
    }

    /**
     * What two revisions of an item say differently, for a person to read.
     *
     * @param id the item's key
     * @param from the number of the one
     * @param to the number of the other
     * @return every part that differs
     * @throws PrakatException {@code NOT_FOUND} if there is no such item or revision
     */
    public RevisionDifference difference(ItemId id, int from, int to) {
        return journal.inUnitOfWork(manager -> {
            ItemQueries.require(manager, id);
            return Comparison.of(id, ItemQueries.revision(manager, id, from), ItemQueries.revision(manager, id, to));
        });
    }

    /**
     * Finds items, the newest first, page by page. One question to the database, whatever the page's length.
     *
     * @param search which items
     * @return a page of them
     * @throws PrakatException {@code NOT_FOUND} if the category is unknown, {@code INVALID_INPUT} if the cursor is none
     */
    public ItemPage find(ItemSearch search) {
        String category = search.category();
        Set<String> wanted = category == null
                ? Set.of()
                : withBelow(categories.require(category).id());
        return journal.inUnitOfWork(manager -> SearchQuery.page(manager, search, wanted));
    }

    private Set<String> withBelow(CategoryId category) {
        return categories.all().stream()
                .filter(each -> categories.path(each.id()).stream()
                        .anyMatch(above -> above.id().equals(category)))
                .map(each -> each.id().value())
                .collect(Collectors.toSet());
    }

    /**
     * Lists items with their newest revisions, the newest item first. Four questions to the database, whatever the limit.
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
    private Supplier<DraftIntake.Taken> takeIn(Actor author, Draft draft) {
        if (directory.find(author.officer()).isEmpty()) {
            return () -> {
                throw new IllegalStateException("a stranger is refused before");
            };
        }
        try {
            DraftIntake.Taken taken = intake.take(draft, true);
            return () -> taken;
        } catch (PrakatException e) {
            return () -> {
                throw e;
            };
        }
    }

    private static Revision revision(
            int number, CategoryId category, Draft draft, DraftIntake.Taken taken, Recording recording) {
        Content content = taken.require();
        return new Revision(
                number,
                category,
                content,
                taken.attachments(),
                taken.origin(),
                taken.letterScan(),
                draft.placements(),
                RevisionHash.ofContent(content, taken.attachments()),
                RevisionHash.ofOrigin(taken.origin(), taken.letterScan()),
                taken.removed(),
                recording.now(),
                recording.actor().officer(),
                null);
    }
}
