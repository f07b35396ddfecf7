package dev.prakat.item;

import dev.prakat.category.CategoryId;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.AttachmentStore;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The changes of an item that belong to other chapters: approval moves its state, delivery takes note of it. Every method
 * works inside the caller's command and journals what it does. Hosts do not call this. Thread-safe.
 */
public final class ItemLifecycle {

    private final ErasedFiles erasedFiles;

    /**
     * Wires the service.
     *
     * @param journal the way to the database
     * @param store the bytes of attachments
     */
    public ItemLifecycle(Journal journal, AttachmentStore store) {
        this.erasedFiles = new ErasedFiles(journal, store);
    }

    /**
     * The item as it stands.
     *
     * @param manager the unit of work
     * @param id the item's key
     * @return the item
     * @throws dev.prakat.problem.PrakatException {@code NOT_FOUND} if there is none
     */
    public Item require(EntityManager manager, ItemId id) {
        return ItemQueries.item(manager, ItemQueries.require(manager, id));
    }

    /**
     * One revision of an item.
     *
     * @param manager the unit of work
     * @param id the item's key
     * @param number the revision's number
     * @return the revision
     * @throws dev.prakat.problem.PrakatException {@code NOT_FOUND} if there is none
     */
    public Revision revision(EntityManager manager, ItemId id, int number) {
        return ItemQueries.revision(manager, id, number);
    }

    /**
     * The content hash of one revision, without its content.
     *
     * @param manager the unit of work
     * @param id the item's key
     * @param number the revision's number
     * @return 64 hexadecimal digits, or empty when there is no such revision
     */
    public Optional<String> revisionHash(EntityManager manager, ItemId id, int number) {
        return ItemQueries.hash(manager, id, number);
    }

    /**
     * What an approval of the item as it stands would bind to: the content, where it comes from, the category, and each
     * placement's target, from, until and kind.
     *
     * @param item the item
     * @return 64 hexadecimal digits
     */
    public String binding(Item item) {
        return RevisionHash.ofBinding(item.current(), item.category().value());
    }

    /**
     * Whether a revision, as its rows are now, is what an approval bound to: texts and files by their hashes, where it comes
     * from, the category, and the whole plan.
     *
     * @param revision the revision as it was read
     * @param category the category under which it was approved
     * @param binding what the approval binds to
     * @return false if any of it was changed, or erased
     */
    public boolean isAgreed(Revision revision, CategoryId category, String binding) {
        return RevisionHash.ofContent(revision.content(), revision.attachments())
                        .equals(revision.hash())
                && RevisionHash.ofOrigin(revision.origin(), revision.letterScan())
                        .equals(revision.originHash())
                && RevisionHash.ofBinding(revision, category.value()).equals(binding);
    }

    /**
     * The title of the newest revision.
     *
     * @param manager the unit of work
     * @param id the item's key
     * @return the title; empty when its content was erased
     * @throws dev.prakat.problem.PrakatException {@code NOT_FOUND} if there is no such item
     */
    public String title(EntityManager manager, ItemId id) {
        ItemEntity item = ItemQueries.require(manager, id);
        return ItemQueries.requireRevision(manager, id, item.currentRevision()).title();
    }

    /**
     * The titles of the newest revisions, for lists.
     *
     * @param manager the unit of work
     * @param ids the items
     * @return the titles by item; an item that does not exist is left out
     */
    public Map<ItemId, String> titles(EntityManager manager, Collection<ItemId> ids) {
        return ItemQueries.titles(manager, ids);
    }

    /**
     * The units that own items.
     *
     * @param manager the unit of work
     * @param ids the items
     * @return the code of the unit by item; an item that does not exist is left out
     */
    public Map<ItemId, String> ownerUnits(EntityManager manager, Collection<ItemId> ids) {
        return ItemQueries.ownerUnits(manager, ids);
    }

    /**
     * The revisions of an item.
     *
     * @param manager the unit of work
     * @param id the item's key
     * @return all of them, the newest first
     */
    public List<RevisionSummary> history(EntityManager manager, ItemId id) {
        return ItemQueries.history(manager, id);
    }

    /**
     * The procedure of the newest revision begins.
     *
     * @param recording the command
     * @param id the item's key
     * @throws dev.prakat.problem.PrakatException {@code CONFLICT} if it is neither a draft nor an approved item without a
     *     newer draft, or if its content was erased
     */
    public void submitted(Recording recording, ItemId id) {
        require(recording.manager(), id).requireContent();
        ItemQueries.require(recording.manager(), id).become(ItemState.IN_APPROVAL);
    }

    /**
     * A step of the procedure gives the item another category. The revision stays; what the approval binds to changes.
     *
     * @param recording the command
     * @param id the item's key
     * @param category the new category
     */
    public void classified(Recording recording, ItemId id, CategoryId category) {
        ItemQueries.require(recording.manager(), id).classified(category);
        recording.event("item.classified", id.value(), Map.of("category", category.value()));
    }

    /**
     * The procedure ended without agreement, or was called off; the item may be revised and submitted again.
     *
     * @param recording the command
     * @param id the item's key
     */
    public void sentBack(Recording recording, ItemId id) {
        ItemQueries.require(recording.manager(), id).become(ItemState.DRAFT);
        recording.event("item.sent-back", id.value(), Map.of());
    }

    /**
     * Every step that decides has agreed to the newest revision. It is not public by that: see {@link #released}.
     *
     * @param recording the command
     * @param id the item's key
     * @param binding what was agreed to
     */
    public void approved(Recording recording, ItemId id, String binding) {
        ItemQueries.require(recording.manager(), id).become(ItemState.APPROVED);
        recording.event("item.approved", id.value(), Map.of("binding", binding));
    }

    /**
     * The newest revision, which is approved, is to be public as its plan says. What was ordered or shortened about an earlier
     * approval is history from now on.
     *
     * @param recording the command
     * @param id the item's key
     * @param binding what was agreed to
     * @throws dev.prakat.problem.PrakatException {@code CONFLICT} if the newest revision is not what was agreed to: it was
     *     revised since
     */
    public void released(Recording recording, ItemId id, String binding) {
        ItemEntity entity = ItemQueries.require(recording.manager(), id);
        requireAgreed(require(recording.manager(), id), binding);
        if (entity.wasApproved()) {
            ItemQueries.shortened(recording.manager(), id).forEach(recording.manager()::remove);
        }
        entity.released(binding, recording.now());
        recording.event(
                "item.released",
                id.value(),
                Map.of("binding", binding, "revision", Integer.toString(entity.currentRevision())));
    }

    /** The last door before the public: whoever comes here, only what was agreed to passes. */
    private void requireAgreed(Item item, String binding) {
        if (item.state() != ItemState.APPROVED || !isAgreed(item.current(), item.category(), binding)) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + item.id() + ": its newest revision, "
                            + item.current().number() + ", is " + item.state()
                            + " and not what was agreed to (agreed " + binding + "). Submit it again.");
        }
    }

    /**
     * Makes a new revision that differs from the newest in its plan only. It needs an approval of its own.
     *
     * @param recording the command
     * @param id the item's key
     * @param plan the whole new plan
     * @return the new revision
     * @throws dev.prakat.problem.PrakatException {@code CONFLICT} while a procedure is running
     */
    public Revision replanned(Recording recording, ItemId id, List<PlacementPlan> plan) {
        ItemEntity entity = ItemQueries.require(recording.manager(), id);
        Revision before = ItemQueries.revision(recording.manager(), id, entity.currentRevision());
        entity.replanned();
        Revision next = before.replanned(
                entity.currentRevision(),
                entity.category(),
                plan,
                recording.now(),
                recording.actor().officer());
        RevisionEntity row = new RevisionEntity(id, next);
        recording.manager().persist(row);
        recording.event("item.revised", id.value(), row.details());
        return next;
    }

    /**
     * The item is public on a target for a shorter time than was approved. A second call may shorten it further.
     *
     * @param recording the command
     * @param id the item's key
     * @param shortening the earlier end; the caller has checked that it is earlier
     */
    public void shortened(Recording recording, ItemId id, Shortening shortening) {
        ItemQueries.require(recording.manager(), id).toBePlaced();
        ShorteningEntity known =
                recording.manager().find(ShorteningEntity.class, ShorteningEntity.key(id, shortening.target()));
        if (known == null) {
            recording.manager().persist(new ShorteningEntity(id, shortening));
        } else {
            known.take(shortening);
        }
        recording.event(
                "item.shortened",
                id.value(),
                Map.of(
                        "target",
                        shortening.target(),
                        "closes",
                        shortening.closes().toString(),
                        "reason",
                        shortening.reason()));
    }

    /**
     * The item is to be taken down now, whatever state it is in.
     *
     * @param recording the command
     * @param id the item's key
     * @param order the order
     */
    public void ordered(Recording recording, ItemId id, TakeDownOrder order) {
        ItemQueries.require(recording.manager(), id).ordered(order);
        recording.event(
                "item.take-down-ordered",
                id.value(),
                Map.of(
                        "kind", order.kind().name(),
                        "because", order.reason().name(),
                        "note", order.note(),
                        "at", order.at().toString(),
                        "by", order.by().value()));
    }

    /**
     * Erases the content of a revision by order: its texts, the names of its files, and after the commit the files' bytes, unless
     * another revision has the same. The hashes stay, so what was approved and shown can still be proven by whoever has it.
     * With {@link ErasureOrder#words()}, what officers wrote about the item until now goes too, here and in its events; the caller
     * erases it in its own tables. A second call about the same revision does nothing.
     *
     * <p>The caller has made sure that no placement of the revision is public any more.
     *
     * @param recording the command
     * @param id the item's key
     * @param number the revision's number
     * @param order the order
     * @return false if the revision was erased before, and nothing was done
     * @throws dev.prakat.problem.PrakatException {@code NOT_FOUND} if there is no such item or revision, {@code CONFLICT} while
     *     its procedure is running, or if it is approved and nobody has ordered it to be taken down
     */
    public boolean erased(Recording recording, ItemId id, int number, ErasureOrder order) {
        ItemEntity item = ItemQueries.require(recording.manager(), id);
        RevisionEntity revision = ItemQueries.requireRevision(recording.manager(), id, number);
        item.requireErasable(number);
        if (revision.isErased()) {
            return false;
        }
        Erasure erasure = new Erasure(recording.now(), order.number(), order.official());
        ErasedFiles.order(recording.manager(), revision.toRevision(), erasure);
        revision.erase(erasure);
        if (order.words()) {
            item.noteErased();
            ItemQueries.shortened(recording.manager(), id).forEach(ShorteningEntity::eraseWords);
            recording.eraseWords(id.value(), order.number());
        }
        recording.event(
                "item.revision-erased",
                id.value(),
                Map.of(
                        "revision", Integer.toString(number),
                        "order", order.number(),
                        "official", order.official(),
                        "reason", order.reason()));
        recording.afterCommit(this::eraseFiles);
        return true;
    }

    /**
     * Deletes the bytes of files whose erasure was ordered and is not done yet. Follows every order by itself; the sweep calls it
     * for what failed or was lost in a crash. Call it outside of any unit of work.
     *
     * @return how many files' bytes are gone now
     */
    public int eraseFiles() {
        return erasedFiles.erasePending();
    }

    /**
     * Whether something was decided about an item that has not reached its placements yet.
     *
     * @param manager the unit of work
     * @param id the item's key
     * @return true until delivery has taken it over
     * @throws dev.prakat.problem.PrakatException {@code NOT_FOUND} if there is no such item
     */
    public boolean isDeliveryPending(EntityManager manager, ItemId id) {
        return ItemQueries.require(manager, id).isDeliveryPending();
    }

    /**
     * The items whose approval or order delivery has not looked at yet.
     *
     * @param manager the unit of work
     * @param limit how many at the most
     * @return their keys, the oldest approval first
     */
    public List<ItemId> pendingDelivery(EntityManager manager, int limit) {
        return ItemQueries.pending(manager, limit);
    }

    /**
     * Delivery has looked at the approval and the order as they stand.
     *
     * @param recording the step
     * @param id the item's key
     */
    public void placed(Recording recording, ItemId id) {
        ItemQueries.require(recording.manager(), id).placed();
    }
}
