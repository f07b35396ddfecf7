package dev.prakat.item;

import dev.prakat.journal.Recording;
import jakarta.persistence.EntityManager;
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
     * The procedure of the newest revision begins.
     *
     * @param recording the command
     * @param id the item's key
     * @throws dev.prakat.problem.PrakatException {@code CONFLICT} if it is not a draft
     */
    public void submitted(Recording recording, ItemId id) {
        ItemQueries.require(recording.manager(), id).become(ItemState.IN_APPROVAL);
    }

    /**
     * The procedure ended without agreement; the item may be revised and submitted again.
     *
     * @param recording the command
     * @param id the item's key
     */
    public void sentBack(Recording recording, ItemId id) {
        ItemQueries.require(recording.manager(), id).become(ItemState.DRAFT);
    }

    /**
     * Every step that decides has agreed to the newest revision.
     *
     * @param recording the command
     * @param id the item's key
     * @param binding what was agreed to
     */
    public void approved(Recording recording, ItemId id, String binding) {
        ItemQueries.require(recording.manager(), id).approved(binding, recording.now());
        recording.event("item.approved", id.value(), Map.of("binding", binding));
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
