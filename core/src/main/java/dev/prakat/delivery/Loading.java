package dev.prakat.delivery;

import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.Revision;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Artefact;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all that an action needs in one unit of work, and decides there what the target must show. */
final class Loading {

    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    private final ItemLifecycle items;
    private final Agreement agreement;
    private final Duration clockTolerance;

    Loading(ItemLifecycle items, Agreement agreement, Duration clockTolerance) {
        this.items = items;
        this.agreement = agreement;
        this.clockTolerance = clockTolerance;
    }

    Loaded load(EntityManager manager, Work work) {
        PlacementEntity entity = work.claimed(manager);
        Desired desired = desired(manager, entity, work.now());
        boolean takeDown = desired instanceof Desired.TakenDown;
        List<PlacementArtefact> artefacts = PlacementQueries.artefacts(manager, entity.id()).stream()
                .map(ArtefactEntity::toSnapshot)
                .toList();
        Set<URI> usedByOthers = takeDown && artefacts.stream().anyMatch(Loading::mayBeOfOthersToo)
                ? PlacementQueries.usedByOthers(manager, entity.id(), entity.target())
                : Set.of();
        return new Loaded(
                entity.toPlacement(artefacts),
                entity.plan(),
                desired,
                entity.shows(desired),
                entity.begun(),
                content(manager, entity, !takeDown),
                usedByOthers);
    }

    /** What a placement must show at an instant, as far as its agreement reaches. */
    Desired desired(EntityManager manager, PlacementEntity entity, Instant now) {
        return Desired.of(agreement.limited(manager, entity), entity.begun(), now, clockTolerance);
    }

    /** Whether an officer has decided something else since the placement was read, which the next sweep carries out. */
    boolean overtaken(EntityManager manager, Work work, Loaded loaded) {
        PlacementEntity entity = work.claimed(manager);
        return items.isDeliveryPending(manager, entity.item())
                || !desired(manager, entity, work.now()).equals(loaded.desired());
    }

    /** A page belongs to one item alone; a file may be of several. */
    private static boolean mayBeOfOthersToo(PlacementArtefact artefact) {
        return artefact.artefact().kind() == Artefact.Kind.ATTACHMENT;
    }

    /** Null when the rows cannot be read: nothing is published then, and a take-down needs no content. */
    private Loaded.@Nullable Content content(EntityManager manager, PlacementEntity entity, boolean withHistory) {
        ItemId id = entity.item();
        try {
            Item item = items.require(manager, id);
            Revision revision = items.revision(manager, id, entity.plan().revision());
            return new Loaded.Content(item, revision, withHistory ? items.history(manager, id) : List.of());
        } catch (PrakatException e) {
            LOG.atError()
                    .addKeyValue("item", id)
                    .setCause(e)
                    .log("The rows of an item cannot be read; it can be taken down and not published");
            return null;
        }
    }
}
