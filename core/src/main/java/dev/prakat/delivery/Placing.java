package dev.prakat.delivery;

import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.PlacementPlan;
import dev.prakat.item.Revision;
import dev.prakat.item.TakeDownOrder;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns approved plans and orders into placements. What it does can be done again without harm. */
final class Placing {

    private static final Logger LOG = LoggerFactory.getLogger(Placing.class);
    private static final int BATCH = 500;

    private final Journal journal;
    private final ItemLifecycle items;
    private final Actor actor;

    Placing(Journal journal, ItemLifecycle items, Actor actor) {
        this.journal = journal;
        this.items = items;
        this.actor = actor;
    }

    /** Looks at every item whose approval or order was not looked at yet, each in a unit of work of its own. */
    void run() {
        Set<ItemId> seen = new HashSet<>();
        List<ItemId> pending = next(seen);
        while (!pending.isEmpty()) {
            pending.forEach(this::one);
            pending = pending.size() < BATCH ? List.of() : next(seen);
        }
    }

    private List<ItemId> next(Set<ItemId> seen) {
        return journal.inUnitOfWork(manager -> items.pendingDelivery(manager, BATCH + seen.size())).stream()
                .filter(seen::add)
                .limit(BATCH)
                .toList();
    }

    /** One item; another node may be at the same one, and then the next sweep finds the work done. */
    private void one(ItemId id) {
        try {
            journal.command(actor, "item.place", id.value(), recording -> {
                place(recording, id);
                return id;
            });
        } catch (PrakatException e) {
            if (e.code() == ProblemCode.TRAFFIC_LOG) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("item", id)
                    .setCause(e)
                    .log("An item could not be placed; the next sweep tries again");
        }
    }

    private void place(Recording recording, ItemId id) {
        Item item = items.require(recording.manager(), id);
        Integer approved = item.approvedRevision();
        String binding = item.binding();
        if (approved != null && binding != null) {
            Revision revision = items.revision(recording.manager(), id, approved);
            placeEach(recording, item, binding, revision);
        }
        TakeDownOrder order = item.order();
        if (order != null) {
            PlacementQueries.ofItem(recording.manager(), id).forEach(placement -> placement.order(order));
        }
        items.placed(recording, id);
    }

    private static void placeEach(Recording recording, Item item, String binding, Revision revision) {
        ItemId id = item.id();
        Set<String> named = new HashSet<>();
        for (PlacementPlan approved : revision.plan()) {
            PlacementPlan plan = item.inForce(approved);
            named.add(plan.target());
            String key = PlacementEntity.key(id, plan.target());
            ApprovedPlan agreed = ApprovedPlan.of(item.publicCategory(), revision.number(), binding, plan);
            PlacementEntity placement = recording.manager().find(PlacementEntity.class, key);
            if (placement == null) {
                placement = new PlacementEntity(id, plan.target(), agreed);
                recording.manager().persist(placement);
            }
            placement.plan(agreed, recording.now());
            Map<String, String> details = agreed.facts();
            details.put("placement", key);
            recording.event("placement.planned", id.value(), details);
        }
        PlacementQueries.ofItem(recording.manager(), id).stream()
                .filter(placement -> !named.contains(placement.target()))
                .forEach(placement -> placement.dropped(recording.now()));
    }
}
