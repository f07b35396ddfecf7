package dev.prakat.item;

import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.spi.AttachmentStore;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

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
     * The procedure of the newest revision begins.
     *
     * @param recording the command
     * @param id the item's key
     * @throws dev.prakat.problem.PrakatException {@code CONFLICT} if it is not a draft, or if its content was erased
     */
    public void submitted(Recording recording, ItemId id) {
        require(recording.manager(), id).requireContent();
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
        recording.event("item.sent-back", id.value(), Map.of());
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
     * @throws dev.prakat.problem.PrakatException {@code NOT_FOUND} if there is no such item or revision, {@code CONFLICT} while
     *     its procedure is running, or if it is approved and nobody has ordered it to be taken down
     */
    public void erased(Recording recording, ItemId id, int number, ErasureOrder order) {
        ItemEntity item = ItemQueries.require(recording.manager(), id);
        RevisionEntity revision = ItemQueries.requireRevision(recording.manager(), id, number);
        item.requireErasable(number);
        if (revision.isErased()) {
            return;
        }
        Erasure erasure = new Erasure(recording.now(), order.number(), order.official());
        ErasedFiles.order(recording.manager(), revision.toRevision().attachments(), erasure);
        revision.erase(erasure);
        if (order.words()) {
            item.noteErased();
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
