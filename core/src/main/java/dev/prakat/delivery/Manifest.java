package dev.prakat.delivery;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TargetAmbiguous;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The public addresses of a placement, captured when it is published: after a take-down nobody can work them out again.
 */
final class Manifest {

    private Manifest() {}

    /**
     * Refuses the receipt of a publication that names no page: nobody could ever look whether it is public, or gone.
     *
     * @throws TargetAmbiguous if it names none
     */
    static void requirePage(String placement, Receipt receipt) {
        if (receipt.artefacts().stream().noneMatch(artefact -> artefact.kind() == Artefact.Kind.PAGE)) {
            throw new TargetAmbiguous(
                    "placement " + placement + ": the target says \"" + receipt.remoteSaid() + "\" and names "
                            + receipt.artefacts().size()
                            + " addresses, none of them a page, expected the item's page among them; the adapter is at"
                            + " fault, or its website lost the request",
                    null);
        }
    }

    /**
     * Keeps the addresses that the receipt of a publication names. Those that it does not name are what an earlier revision left.
     *
     * @return every address that was ever captured, the new ones too
     */
    static List<Artefact> published(EntityManager manager, String placement, Receipt receipt) {
        Map<String, ArtefactEntity> known = new LinkedHashMap<>();
        for (ArtefactEntity entity : PlacementQueries.artefacts(manager, placement)) {
            known.put(entity.address().toString(), entity);
            entity.leftBehind();
        }
        for (Artefact artefact : receipt.artefacts()) {
            ArtefactEntity entity = known.get(artefact.address().toString());
            if (entity == null) {
                entity = new ArtefactEntity(placement, artefact);
                known.put(artefact.address().toString(), entity);
                manager.persist(entity);
            } else {
                entity.renew(artefact);
            }
        }
        return known.values().stream().map(ArtefactEntity::toArtefact).toList();
    }

    /**
     * Adds what the receipt of a take-down names beyond the addresses that were read under the same claim: every address that was
     * ever captured is still looked at.
     *
     * @return every address that was ever captured, the new ones too
     */
    static List<Artefact> takenDown(EntityManager manager, Loaded loaded, Receipt receipt) {
        Map<String, Artefact> known = new LinkedHashMap<>();
        loaded.artefacts().forEach(artefact -> known.put(artefact.address().toString(), artefact));
        for (Artefact artefact : receipt.artefacts()) {
            if (known.putIfAbsent(artefact.address().toString(), artefact) == null) {
                manager.persist(new ArtefactEntity(loaded.placement().id(), artefact));
            }
        }
        return List.copyOf(known.values());
    }

    /** What is to be taken down; what another live item has at the same address is marked as shared, so that it stays. */
    static List<Artefact> toTakeDown(Loaded loaded) {
        return loaded.artefacts().stream()
                .map(artefact -> loaded.usedByOthers().contains(artefact.address())
                        ? new Artefact(
                                artefact.address(), artefact.kind(), artefact.remotePath(), artefact.sha256(), true)
                        : artefact)
                .toList();
    }
}
