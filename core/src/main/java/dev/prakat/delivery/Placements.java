package dev.prakat.delivery;

import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Replayable;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.StaffDirectory;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is where, and the sweep that keeps it right. Every sweep takes down first and publishes second, the longest overdue
 * first; nothing is ever published before its time, and what should have been public while nobody swept is not published
 * late. Thread-safe; two sweeps at once, here or on two machines, share the work.
 */
public final class Placements {

    private final Journal journal;
    private final InstantSource clock;
    private final Setting setting;
    private final Placing placing;
    private final Previews previews;
    private final Delivery delivery;

    /**
     * Wires the service; hosts get it from {@code Prakat.placements()}.
     *
     * @param journal runs the commands
     * @param items the items
     * @param clock the injected clock
     * @param setting what to keep right
     */
    public Placements(Journal journal, ItemLifecycle items, InstantSource clock, Setting setting) {
        this.journal = journal;
        this.clock = clock;
        this.setting = setting;
        Actor sweep = Actor.system("sweep");
        this.placing = new Placing(journal, items, sweep);
        Printing printing = new Printing(setting.policy(), setting.store());
        this.previews = new Previews(journal, items, printing, setting);
        this.delivery =
                new Delivery(journal, items, printing, setting.hook(), sweep, new Agreement(items, setting.store()));
    }

    /**
     * What to keep right.
     *
     * @param policy the agency's policy
     * @param targets the targets by name
     * @param directory who may look beforehand: whoever the directory knows
     * @param store the bytes of attachments
     * @param hook told of every publication
     * @param node this machine's or process's name
     * @param interval how often the host calls {@code sweep()}; health measures by it
     */
    public record Setting(
            AgencyPolicy policy,
            Map<String, PublishingTarget> targets,
            StaffDirectory directory,
            AttachmentStore store,
            PublishedHook hook,
            String node,
            Duration interval) {

        public Setting {
            targets = Map.copyOf(targets);
        }
    }

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(PlacementEntity.class, ArtefactEntity.class, SweepEntity.class, Claim.class);
    }

    /**
     * How the tables of this chapter are compared with the journal.
     *
     * @return the facts of placements
     */
    public static Replayable replayable() {
        return new PlacementReplay();
    }

    /**
     * Makes every target agree with what was approved, as of now. A second call right after finds nothing to do.
     *
     * @return what was done
     * @throws dev.prakat.problem.PrakatException {@code TRAFFIC_LOG} if the log cannot be written, {@code BROKEN} if the
     *     database does not answer; a failing target is no exception but a count in the summary
     */
    public SweepSummary sweep() {
        Instant now = clock.instant();
        beat(now, false);
        placing.run();
        Sweep pass = new Sweep(journal, delivery, setting.targets(), now);
        SweepSummary summary = pass.run();
        beat(clock.instant(), true);
        return summary;
    }

    /**
     * Shows what would be public of an item's newest revision, in exact bytes, on every target of its plan; an approver decides
     * on that. Changes nothing and asks no website. The look itself is in the traffic log.
     *
     * @param actor who looks; an officer whom the directory knows
     * @param item the item's key
     * @return the pages and attachments with their addresses and hashes
     * @throws dev.prakat.problem.PrakatException {@code NOT_FOUND} if there is no such item, {@code NOT_ALLOWED} for a stranger,
     *     {@code CONFIGURATION} if the plan names a target that is not configured or this was opened to look only,
     *     {@code CONFLICT} if a target would not publish the item as it stands
     */
    public ItemPreview preview(Actor actor, ItemId item) {
        return previews.of(actor, item);
    }

    /**
     * The placements of an item.
     *
     * @param item the item's key
     * @return its placements by target; empty before a sweep has seen its approval
     */
    public List<Placement> of(ItemId item) {
        return journal.inUnitOfWork(manager -> PlacementQueries.ofItem(manager, item).stream()
                .map(entity -> snapshot(manager, entity))
                .toList());
    }

    /**
     * The placements of several items, with two questions to the database however many there are.
     *
     * @param items the items' keys
     * @return for each item that has any, its placements by target
     */
    public Map<ItemId, List<Placement>> of(Collection<ItemId> items) {
        return journal.inUnitOfWork(manager -> {
            List<PlacementEntity> entities = PlacementQueries.ofItems(manager, items);
            Map<String, List<ArtefactEntity>> artefacts = PlacementQueries.artefacts(manager, entities);
            return entities.stream()
                    .map(entity -> entity.toPlacement(artefacts.getOrDefault(entity.id(), List.of()).stream()
                            .map(ArtefactEntity::toSnapshot)
                            .toList()))
                    .collect(Collectors.groupingBy(Placement::item));
        });
    }

    /**
     * Whether anything of an item is public on some target, or was and is not seen to be gone.
     *
     * @param item the item's key
     * @return false if nothing of it was ever begun, or every removal is proven
     */
    public boolean anythingPublic(ItemId item) {
        return of(item).stream()
                .map(Placement::state)
                .anyMatch(state -> state != PlacementState.WAITING
                        && state != PlacementState.REMOVAL_PROVEN
                        && state != PlacementState.DEAD);
    }

    /**
     * Lists placements, the newest window first.
     *
     * @param limit how many at the most
     * @return the placements
     */
    public List<Placement> newest(int limit) {
        return journal.inUnitOfWork(manager -> PlacementQueries.newest(manager, limit).stream()
                .map(entity -> snapshot(manager, entity))
                .toList());
    }

    /**
     * Looks whether the promise is being kept. Reads only the database.
     *
     * @return what was found
     */
    public Health health() {
        Instant now = clock.instant();
        return journal.inUnitOfWork(manager -> {
            Instant last = manager.createQuery("select max(s.ended) from SweepEntity s", Instant.class)
                    .getSingleResult();
            long overdue = PlacementQueries.overdue(manager, now);
            long failing = PlacementQueries.inStates(manager, Set.of(PlacementState.FAILED));
            long dead = PlacementQueries.inStates(manager, Set.of(PlacementState.DEAD));
            Health.Status status = Health.Status.UP;
            if (last == null) {
                status = Health.Status.NEVER_RAN;
            } else if (Duration.between(last, now).compareTo(setting.interval().multipliedBy(3)) > 0) {
                status = Health.Status.STALE;
            } else if (overdue > 0) {
                status = Health.Status.OVERDUE;
            } else if (failing + dead > 0) {
                status = Health.Status.DEGRADED;
            }
            return new Health(status, now, last, overdue, failing, dead);
        });
    }

    private static Placement snapshot(EntityManager manager, PlacementEntity entity) {
        return entity.toPlacement(PlacementQueries.artefacts(manager, entity.id()).stream()
                .map(ArtefactEntity::toSnapshot)
                .toList());
    }

    /** Says that this node is alive. When two sweeps of one node say so at the same moment, one of them is enough. */
    private void beat(Instant at, boolean ended) {
        try {
            write(at, ended);
        } catch (PrakatException e) {
            if (e.code() != ProblemCode.CONFLICT) {
                throw e;
            }
        }
    }

    private void write(Instant at, boolean ended) {
        journal.inUnitOfWork(manager -> {
            SweepEntity entity = manager.find(SweepEntity.class, setting.node());
            if (entity == null) {
                entity = new SweepEntity(setting.node(), at);
                manager.persist(entity);
            }
            if (ended) {
                entity.ended(at);
            } else {
                entity.began(at);
            }
            return entity;
        });
    }
}
