package dev.prakat.staticsite;

import dev.prakat.spi.SiteView;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One change of one item, under the lock. The order makes every interruption harmless: plan and fence into the state folder,
 * the item's own files, its new state, the shared pages, the manifest. Whoever comes next finds the plan and renders all
 * shared pages anew.
 */
final class Edit {

    /**
     * Whose change it is.
     *
     * @param item the item's key
     * @param placement the placement's key
     * @param fence the placement's fence
     * @param site what the site shows besides items
     * @param now the instant of this pass
     * @param recorder the way into the traffic log
     */
    record Order(String item, String placement, long fence, SiteView site, Instant now, TrafficRecorder recorder) {}

    private final SiteSettings settings;
    private final StateFolder state;
    private final Order order;
    private final PageFrame frame;
    private final Courier courier;
    private final ItemState before;
    private final SortedMap<String, ItemState> items;
    private final SortedMap<String, String> manifest;
    private final boolean interrupted;
    private final boolean bound;

    /**
     * Reads the state.
     *
     * @throws TargetRefused if a newer decision was carried out before
     */
    Edit(SiteSettings settings, StateFolder state, PageFrame frame, Order order) throws IOException {
        this.settings = settings;
        this.state = state;
        this.frame = frame;
        this.order = order;
        state.clearStage();
        courier = new Courier(order.recorder());
        items = state.items();
        before = items.getOrDefault(order.item(), ItemState.unseen(order.item(), order.placement()));
        if (order.fence() < before.fence()) {
            throw TargetRefused.staleFence(
                    "static site " + settings.base() + ": placement " + order.placement() + ": found fence "
                            + order.fence() + ", expected at least " + before.fence()
                            + "; a newer decision was carried out, drop this one",
                    before.fence());
        }
        bound = state.binding().isPresent();
        Optional<SortedMap<String, String>> journal = state.journal();
        interrupted = journal.isPresent();
        manifest = state.manifest();
        for (Map.Entry<String, String> planned : journal.orElseGet(TreeMap::new).entrySet()) {
            Path file = settings.file(planned.getKey());
            if (Files.isRegularFile(file) && Hashes.of(file).equals(planned.getValue())) {
                manifest.put(planned.getKey(), planned.getValue());
            }
        }
    }

    ItemState before() {
        return before;
    }

    Courier courier() {
        return courier;
    }

    /** An empty batch that may touch the item's files, the shared pages, and what was proven to be ours otherwise. */
    Batch batch(Set<String> proven) {
        Set<String> owned = new TreeSet<>(manifest.keySet());
        owned.addAll(before.files().keySet());
        owned.addAll(proven);
        return new Batch(settings, owned);
    }

    /** Remembers the fence only: there is nothing to change on the site. */
    void rememberFence() throws IOException {
        state.save(before.claim(order.fence(), false, new TreeMap<>()));
    }

    /** The state that the change leads to, as far as it is known before the files are. */
    ItemState draft(ItemState.Shown shown, List<ItemState.Step> path, ItemState.@Nullable Text text) {
        boolean same = before.shown() == shown
                && (text == null ? before.fence() == order.fence() : text.isRevisionOf(before.text()));
        String changed = same && before.changed() != null
                ? before.changed()
                : order.now().toString();
        return new ItemState(
                before.item(), before.placement(), order.fence(), shown, false, path, text, changed, new TreeMap<>());
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
        items.put(after.item(), after);
        Batch shared = batch(Set.of());
        if (bound) {
            prepare(shared, after);
        }
        TreeMap<String, String> planned = new TreeMap<>(manifest);
        planned.putAll(shared.wanted());
        own.wanted().entrySet().stream()
                .filter(e -> e.getKey().startsWith(Theme.FOLDER))
                .forEach(e -> planned.put(e.getKey(), e.getValue()));
        shared.removed().forEach(planned::remove);
        if (own.hasWork() || shared.hasWork()) {
            state.beginJournal(planned);
        }
        state.save(before.claim(after.fence(), after.takenDown(), after.files()));
        own.apply(courier);
        state.saveBody(after.item(), body);
        state.save(after);
        shared.apply(courier);
        state.endJournal(planned);
        return after;
    }

    private void prepare(Batch shared, ItemState after) throws IOException {
        SiteIndex index = new SiteIndex(items.values(), order.site());
        SharedPages pages = new SharedPages(frame, index, new Feeds(frame, index, order.now()));
        if (interrupted) {
            pages.prepareAll(shared, manifest.keySet());
        } else {
            pages.prepare(shared, List.of(before, after));
        }
    }
}
