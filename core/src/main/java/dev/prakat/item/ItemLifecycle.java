package dev.prakat.item;

import dev.prakat.category.CategoryId;
import dev.prakat.journal.Recording;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The changes of an item that belong to other chapters: approval moves its state, delivery takes note of it. Every method
 * works inside the caller's command and journals what it does. Hosts do not call this. Thread-safe.
 */
public final class ItemLifecycle {

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
     * What an approval of the item as it stands would bind to: the content, the category, and each placement's target, from,
     * until and kind.
     *
     * @param item the item
     * @return 64 hexadecimal digits
     */
    public String binding(Item item) {
        return RevisionHash.ofBinding(
                item.current().hash(), item.category().value(), item.current().plan());
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
     * The procedure of the newest revision begins.
     *
     * @param recording the command
     * @param id the item's key
     * @throws dev.prakat.problem.PrakatException {@code CONFLICT} if it is neither a draft nor an approved item without a
     *     newer draft
     */
    public void submitted(Recording recording, ItemId id) {
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
     */
    public void released(Recording recording, ItemId id, String binding) {
        ItemEntity entity = ItemQueries.require(recording.manager(), id);
        if (entity.wasApproved()) {
            ItemQueries.shortened(recording.manager(), id).forEach(recording.manager()::remove);
        }
        entity.released(binding, recording.now());
        recording.event(
                "item.released",
                id.value(),
                Map.of("binding", binding, "revision", Integer.toString(entity.currentRevision())));
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
                plan,
                recording.now(),
                recording.actor().officer());
        recording.manager().persist(new RevisionEntity(id, next));
        recording.event(
                "item.revised",
                id.value(),
                Map.of(
                        "revision",
                        Integer.toString(next.number()),
                        "hash",
                        next.hash(),
                        "category",
                        entity.category().value()));
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
                Map.of("kind", order.kind().name(), "reason", order.reason().name(), "note", order.note()));
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
