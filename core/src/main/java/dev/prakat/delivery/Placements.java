package dev.prakat.delivery;

import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Replayable;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.spi.Actor;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.StaffDirectory;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private final Previews previews;
    private final Sweeping sweeping;
    private final DriftRepair repairs;
    private final PlacementFigures figures;

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
        Printing printing = new Printing(setting.policy(), setting.store());
        this.previews = new Previews(journal, items, printing, setting);
        this.sweeping = new Sweeping(journal, items, clock, setting, printing);
        this.repairs = new DriftRepair(journal, items, clock, setting, printing);
        this.figures = new PlacementFigures(journal);
    }

    /**
     * What to keep right.
     *
     * @param policy the agency's policy
     * @param targets the targets by name
     * @param directory who may look beforehand and order a repair: whoever the directory knows
     * @param store the bytes of attachments
     * @param hook told of every publication
     * @param pace how the sweep works
     */
    public record Setting(
            AgencyPolicy policy,
            Map<String, PublishingTarget> targets,
            StaffDirectory directory,
            AttachmentStore store,
            PublishedHook hook,
            SweepPace pace) {

        public Setting {
            targets = Map.copyOf(targets);
        }
    }

    /**
     * Compares the configured websites with those that ever were, and keeps book of them.
     *
     * @param orphans the websites that are given up although something may be public on them, by name, with the reason
     * @param enter false to look only
     * @return a finding for every website that is gone although something may be public on it; nothing is entered then
     * @throws dev.prakat.problem.PrakatException {@code BROKEN} if the database does not answer
     */
    public List<Finding> open(Map<String, String> orphans, boolean enter) {
        return sweeping.open(orphans, enter);
    }

    /** Waits a little for calls that are under way. Safe to call twice. */
    public void close() {
        sweeping.close();
    }

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(
                PlacementEntity.class,
                ApprovedPlan.class,
                Claim.class,
                ArtefactEntity.class,
                SweepEntity.class,
                TargetEntity.class,
                DriftEntity.class);
    }

    /**
     * How the tables of this chapter are compared with the journal.
     *
     * @return the facts of placements
     */
    public static Replayable replayable() {
        return new PlacementReplay();
    }

    /** {@return what reports count} */
    public PlacementFigures figures() {
        return figures;
    }

    /**
     * Makes every target agree with what was approved, as of now. A second call right after finds nothing to do.
     *
     * @return what was done
     * @throws dev.prakat.problem.PrakatException {@code TRAFFIC_LOG} if the log cannot be written, {@code BROKEN} if the
     *     database does not answer; a failing target is no exception but a count in the summary
     */
    public SweepSummary sweep() {
        return sweeping.sweep();
    }

    /**
     * What a sweep would do now, without doing it: what is due, removals first, the longest overdue first.
     *
     * @param limit how many at the most
     * @return the actions
     */
    public List<DueAction> due(int limit) {
        return sweeping.due(limit);
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
        return journal.inUnitOfWork(
                manager -> new HealthLook(manager, now, setting.pace().interval())
                        .look(setting.targets().keySet()));
    }

    /**
     * Looks at every address of every proven placement of a website and at the website's own list, from the
     * beginning. Changes nothing on the website. The sweep does the same by itself, a little at a time.
     *
     * @param target the website's name
     * @return what differs now, the oldest difference first
     * @throws dev.prakat.problem.PrakatException {@code NOT_FOUND} if no such website is configured
     * @throws dev.prakat.spi.TargetUnavailable if the website's list cannot be read
     */
    public List<DriftFinding> scan(String target) {
        sweeping.scan(target, repairs.require(target));
        return drift(target);
    }

    /**
     * The differences that are known and not settled.
     *
     * @param target the website's name
     * @return the oldest first, at most 1,000
     * @throws dev.prakat.problem.PrakatException {@code NOT_FOUND} if no such website is configured
     */
    public List<DriftFinding> drift(String target) {
        repairs.require(target);
        return journal.inUnitOfWork(manager -> DriftQueries.list(manager, target, 1000).stream()
                .map(DriftEntity::toFinding)
                .toList());
    }

    /**
     * Orders that the clock of now be taken for the right one, after a sweep ran with a clock that was ahead; until then nothing
     * is published before that time has come. Nothing happens when no sweep began later than now.
     *
     * @param actor who orders it; an officer whom the directory knows
     * @return whether a sweep had begun later than now
     * @throws dev.prakat.problem.PrakatException {@code NOT_ALLOWED} for a stranger
     */
    public boolean acceptClock(Actor actor) {
        return repairs.acceptClock(actor);
    }

    /**
     * Orders that a website be made right again. What has a placement is published or taken down once more by the next sweep,
     * over whatever stands there; what has none is taken down at once.
     *
     * @param actor who orders it; an officer whom the directory knows
     * @param finding what to repair
     * @throws dev.prakat.problem.PrakatException {@code NOT_ALLOWED} for a stranger, {@code NOT_FOUND} if no such website is
     *     configured or the placement is gone
     * @throws dev.prakat.spi.TargetException if something that has no placement could not be taken down
     */
    public void repair(Actor actor, DriftFinding finding) {
        repairs.repair(actor, finding);
    }

    /**
     * Lists placements by their keys.
     *
     * @param search which ones
     * @return the placements
     */
    public List<Placement> list(PlacementSearch search) {
        return journal.inUnitOfWork(manager -> search.find(manager).stream()
                .map(entity -> snapshot(manager, entity))
                .toList());
    }

    private static Placement snapshot(EntityManager manager, PlacementEntity entity) {
        return entity.toPlacement(PlacementQueries.artefacts(manager, entity.id()).stream()
                .map(ArtefactEntity::toSnapshot)
                .toList());
    }
}
