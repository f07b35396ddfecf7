package dev.prakat.staticsite;

import dev.prakat.spi.SiteView;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One change of one item, under the lock. Everything is prepared first, in the stage folder; then the plan is written down, and
 * from there on it happens, whatever happens.
 */
final class Edit {

    /**
     * Whose change it is.
     *
     * @param item the item's key
     * @param placement the placement's key
     * @param fence the placement's fence
     * @param removal whether it is taken down
     * @param site what the site shows besides items
     * @param now the instant of this pass
     * @param recorder the way into the traffic log
     */
    record Order(
            String item,
            String placement,
            long fence,
            boolean removal,
            SiteView site,
            Instant now,
            TrafficRecorder recorder) {}

    private final SiteSettings settings;
    private final StateFolder state;
    private final Order order;
    private final PageFrame frame;
    private final Courier courier;
    private final Transaction transaction;
    private final Optional<Plan> replaced;
    private final SiteLists lists;
    private final ItemState before;
    private final boolean bound;

    /**
     * Finishes what was interrupted, and reads the state.
     *
     * @throws TargetRefused if a newer decision was carried out before
     */
    Edit(SiteSettings settings, StateFolder state, PageFrame frame, Order order) throws IOException {
        this.settings = settings;
        this.state = state;
        this.frame = frame;
        this.order = order;
        courier = new Courier(order.recorder());
        transaction = new Transaction(settings, state);
        replaced = finishInterrupted();
        Set<String> kept = new TreeSet<>();
        replaced.ifPresent(p -> p.site().forEach(c -> kept.add(String.valueOf(c.staged()))));
        state.clearStage(kept);
        lists = new SiteLists(state::shard);
        before = state.item(order.item()).orElseGet(() -> ItemState.unseen(order.item(), order.placement()));
        if (order.fence() < before.fence()) {
            throw TargetRefused.staleFence(
                    "static site " + settings.base() + ": placement " + order.placement() + ": found fence "
                            + order.fence() + ", expected at least " + before.fence()
                            + "; a newer decision was carried out, drop this one",
                    before.fence());
        }
        bound = state.binding().filter(b -> b.format() == StateFolder.FORMAT).isPresent();
    }

    /**
     * An item that is being taken down is not published first: of its own interrupted publication only the state is taken over and
     * what it removes removed, and this one's plan then takes its place.
     */
    private Optional<Plan> finishInterrupted() throws IOException {
        Optional<Plan> interrupted = state.journal();
        if (interrupted.isEmpty()) {
            return interrupted;
        }
        Plan plan = interrupted.get();
        boolean own = plan.item().equals(order.item());
        if (own && order.removal() && !plan.removal() && order.fence() >= plan.fence()) {
            transaction.carryOut(plan.withoutWrites(), courier);
            return interrupted;
        }
        transaction.finish(plan, own ? courier : new Courier(order.recorder()));
        return Optional.empty();
    }

    ItemState before() {
        return before;
    }

    Courier courier() {
        return courier;
    }

    SiteLists lists() {
        return lists;
    }

    /** An empty batch that may touch the item's files, the shared pages, and what was proven to be ours otherwise. */
    Batch batch(Set<String> proven) {
        return new Batch(
                settings,
                state.disk(),
                path -> before.files().containsKey(path)
                        || proven.contains(path)
                        || lists.page(path).isPresent());
    }

    /** Remembers the fence only: there is nothing to change on the site. */
    void rememberFence() throws IOException {
        StateChanges changes = new StateChanges(settings, state, state.disk(), Stage.ofFew());
        changes.put(StateFolder.itemFile(order.item()), before.fenced(order.fence()));
        run(List.of(), changes, Plan.Touched.nothing());
    }

    /** The state that the change leads to, as far as it is known before the files are. */
    ItemState draft(ItemState.Shown shown, List<ItemState.Step> path, ItemState.@Nullable Text text) {
        boolean same = before.shown() == shown
                && (text == null ? before.fence() == order.fence() : text.isRevisionOf(before.text()));
        String changed = same && before.changed() != null
                ? before.changed()
                : order.now().toString();
        return new ItemState(
                before.item(),
                before.placement(),
                order.fence(),
                shown,
                path,
                text,
                changed,
                null,
                null,
                new TreeMap<>());
    }

    /**
     * Puts everything in place.
     *
     * @param own the item's own files, prepared
     * @param draft the new state
     * @param body the clean HTML to keep, or null when none may be kept
     * @return the new state with its files
     */
    ItemState commit(Batch own, ItemState draft, @Nullable String body) throws IOException {
        ItemState after = draft.withFiles(own.wanted());
        StateChanges changes = new StateChanges(settings, state, state.disk(), Stage.ofFew());
        List<Change> site = new ArrayList<>(own.changes());
        Plan.Touched touched = replaced.map(Plan::touched)
                .orElseGet(Plan.Touched::nothing)
                .and(before)
                .and(after);
        if (bound) {
            shared(new Items(state, after, body), touched, site, changes, own);
        }
        changes.put(StateFolder.itemFile(after.item()), after);
        changes.body(after.item(), body);
        run(site, changes, touched);
        return after;
    }

    private void shared(Items items, Plan.Touched touched, List<Change> site, StateChanges changes, Batch own)
            throws IOException {
        ItemState after = items.changed();
        lists.move(after.item(), Listed.of(before), Listed.of(after));
        Named named = new Named(state.categories());
        Set<String> fresh = named.update(touched.categories(), lists, items);
        Catalogue catalogue = new Catalogue(frame, lists, DataSets.inForce(settings, state), items);
        SiteIndex index = new SiteIndex(lists, items, named.all(), order.site());
        SharedPages pages = new SharedPages(frame, index, items::body, catalogue);
        int front = 0;
        Batch shared = batch(Set.of());
        pages.prepare(shared, touched, after.item(), replaced.isPresent());
        // The item's page links to its categories. Nothing leads to one that is new before that page does.
        for (Change change : shared.changes()) {
            boolean isNew = change.staged() != null
                    && fresh.contains(Place.of(change.path()).list());
            site.add(isNew ? front++ : site.size(), change);
        }
        for (Map.Entry<String, String> file : own.wanted().entrySet()) {
            if (file.getKey().startsWith(Theme.FOLDER)) {
                lists.put(file.getKey(), file.getValue());
            }
        }
        shared.wanted().forEach(lists::put);
        shared.removed().forEach(lists::forget);
        changes.put(StateFolder.CATEGORIES, named.all());
        changes.put(StateFolder.VIEW, order.site());
        changes.put(lists.changed());
    }

    private void run(List<Change> site, StateChanges changes, Plan.Touched touched) throws IOException {
        Plan plan = new Plan(order.item(), order.fence(), order.removal(), site, changes.all(), touched, null);
        transaction.run(plan, courier, replaced.isPresent());
    }
}
