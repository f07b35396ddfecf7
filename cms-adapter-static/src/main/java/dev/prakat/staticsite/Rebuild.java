package dev.prakat.staticsite;

import dev.prakat.spi.SiteView;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders the whole site again from the state folder, and makes the lists there anew from the items. Attachments stay as they are:
 * their bytes are nowhere else. One plan, as any change: readers see each file change in one step, and what was interrupted
 * is finished by whoever comes next. What is in memory of an item does not depend on its texts. Used once.
 */
final class Rebuild {

    /** How many items are rendered side by side before their results are put together. */
    private static final int AT_ONCE = 1_024;

    /** Where it is prepared, in the stage folder. */
    private static final String FOLDER = "generation";

    private final SiteSettings settings;
    private final StateFolder state;
    private final Theme theme;
    private final Texts texts;
    private final DataSets dataSets;
    private final Set<String> again;
    private final Disk disk;
    private final Ground ground;
    private final SiteLists lists = new SiteLists(new Nothing());
    private final Map<List<ItemState.Step>, List<ItemState.Step>> ways = new ConcurrentHashMap<>();

    /**
     * Creates it.
     *
     * @param again files that are to be written although they have the right bytes
     */
    Rebuild(SiteSettings settings, StateFolder state, Theme theme, Texts texts, DataSets dataSets, Set<String> again) {
        this.settings = settings;
        this.state = state;
        this.theme = theme;
        this.texts = texts;
        this.dataSets = dataSets;
        this.again = again;
        this.disk = new LateDisk(state.disk());
        this.ground = new Ground(settings);
    }

    /** What came of an item. */
    private record Rendered(Brief brief, Optional<Listed> listed, List<Change> site, Optional<Bundle.Entry> state) {}

    RebuildReport run(TrafficRecorder recorder) throws IOException {
        long begun = System.nanoTime();
        Courier courier = Courier.ofMany(recorder);
        Transaction transaction = new Transaction(settings, state);
        Optional<Plan> interrupted = state.journal();
        if (interrupted.isPresent()) {
            transaction.finish(interrupted.get(), courier);
        }
        state.clearStage(Set.of());
        enoughRoom();
        try (Generation generation = new Generation(settings, state.disk(), FOLDER)) {
            long items = render(generation);
            long rendered = System.nanoTime();
            generation.force();
            long forced = System.nanoTime();
            if (!generation.isEmpty()) {
                Plan.Beside beside = new Generations(settings, state).copy().orElse(null);
                transaction.run(Plan.of(new Plan.Generation(FOLDER, beside)), courier, false);
            }
            state.clearStage(Set.of());
            return new RebuildReport(
                    items,
                    generation.written(),
                    generation.removed(),
                    Duration.ofNanos(rendered - begun),
                    Duration.ofNanos(forced - rendered),
                    Duration.ofNanos(System.nanoTime() - forced));
        }
    }

    /** Each item can have a page in the stage folder and then a folder in the docroot. What runs out of room later fails before anything is put in place. */
    private void enoughRoom() throws IOException {
        long needed = 2L * state.items().size() + SiteCheck.INODES;
        OptionalLong free = Inodes.free(settings.state());
        if (free.isPresent() && free.getAsLong() < needed) {
            throw new TargetUnavailable(
                    "static site " + settings.base() + ": rebuild: found room for " + free.getAsLong()
                            + " more files (inodes) below " + settings.state() + ", expected " + needed
                            + "; make room, then try again",
                    null,
                    null);
        }
    }

    private long render(Generation generation) throws IOException {
        String host = settings.base().getHost();
        SiteView view = state.view().orElseGet(() -> new SiteView(host, host, List.of(), List.of()));
        PageFrame frame = new PageFrame(settings, theme, texts, view);
        SortedMap<String, String> old = new TreeMap<>(state.pagesOfFormat1());
        SortedSet<String> shards = new TreeSet<>(state.shards());
        for (String shard : shards) {
            old.putAll(state.pages(shard));
        }
        Batch assets = new Batch(settings, disk, old.keySet()::contains, again, generation.stage(), ground);
        for (Theme.Asset asset : theme.assets()) {
            assets.write(asset.path(), null, asset.bytes());
        }
        generation.addSite(assets.changes());
        try (Briefs briefs = new Briefs(disk, settings.stage().resolve("briefs"))) {
            Plan.Touched touched = items(frame, generation, briefs);
            Named named = new Named(new TreeMap<>());
            named.update(touched.categories(), lists, briefs);
            Batch shared = new Batch(settings, disk, old.keySet()::contains, again, generation.stage(), ground);
            Catalogue catalogue = new Catalogue(frame, lists, dataSets, this::whole);
            new SharedPages(frame, new SiteIndex(lists, briefs, named.all(), view), state::body, catalogue)
                    .prepare(shared, touched, null, true);
            for (String path : old.keySet()) {
                if (path.startsWith(Theme.FOLDER)) {
                    lists.put(path, Objects.requireNonNull(old.get(path)));
                } else if (!shared.wanted().containsKey(path)) {
                    shared.remove(path, null);
                }
            }
            generation.addSite(shared.changes());
            assets.wanted().forEach(lists::put);
            shared.wanted().forEach(lists::put);
            generation.addState(remember(shards, named, view, generation.stage()));
            return briefs.size();
        }
    }

    /** Renders the items' own files; gives the categories that they are in and the days that they are listed at. */
    private Plan.Touched items(PageFrame frame, Generation generation, Briefs briefs) throws IOException {
        Plan.Touched touched = Plan.Touched.nothing();
        List<String> all = List.copyOf(state.items());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Rendered> some = SideBySide.all(
                    all.subList(from, Math.min(all.size(), from + AT_ONCE)), id -> rendered(id, frame, generation));
            briefs.add(some.stream().map(Rendered::brief).toList());
            for (Rendered one : some) {
                lists.move(one.brief().item(), Optional.empty(), one.listed());
                one.brief().path().forEach(step -> touched.categories().add(step.id()));
                one.listed()
                        .filter(l -> !l.gone())
                        .ifPresent(l -> touched.days().add(l.day().key()));
                generation.addSite(one.site());
            }
            List<Bundle.Entry> states =
                    some.stream().flatMap(one -> one.state().stream()).toList();
            if (!states.isEmpty()) {
                generation.addState(List.of(Bundle.stage(states, settings, disk, generation.stage())));
            }
        }
        return touched;
    }

    /** Lists know less of an item than the catalogue tells. */
    private ItemState whole(String id) {
        try {
            return state.item(id, state.itemBytes(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rendered rendered(String id, PageFrame frame, Generation generation) throws IOException {
        byte[] known = state.itemBytes(id);
        ItemState item = state.item(id, known);
        Batch own = new Batch(settings, disk, item.files().keySet()::contains, again, generation.stage(), ground);
        new OwnFiles(settings, frame).write(own, item, state.body(id).orElse(null));
        // Attachments are kept whatever became of them, so that verification goes on to miss them.
        item.files().forEach((path, hash) -> {
            if (!own.wanted().containsKey(path)) {
                own.keep(path, hash);
            }
        });
        ItemState after = item.withFiles(own.wanted());
        Optional<Bundle.Entry> changed = Optional.empty();
        if (!after.equals(item)) {
            byte[] json = StateFolder.json(after);
            changed = Arrays.equals(known, json) ? changed : Optional.of(new Bundle.Entry(id, json));
        }
        List<ItemState.Step> way = Objects.requireNonNull(ways.computeIfAbsent(item.path(), path -> path));
        return new Rendered(Brief.of(after, way), Listed.of(after), List.copyOf(own.changes()), changed);
    }

    private List<Change> remember(SortedSet<String> shards, Named named, SiteView view, Stage stage)
            throws IOException {
        StateChanges changes = new StateChanges(settings, state, disk, stage);
        SortedMap<String, Optional<Object>> now = lists.changed();
        changes.put(now);
        shards.removeAll(now.keySet());
        for (String shard : shards) {
            changes.remove(shard);
        }
        changes.remove(StateFolder.MANIFEST);
        changes.put(StateFolder.CATEGORIES, named.all());
        changes.put(StateFolder.VIEW, view);
        KeptTheme.remember(theme, changes);
        dataSets.remember(changes);
        changes.put(StateFolder.BINDING, state.current());
        return changes.all();
    }

    /** Lists are made from the items alone. */
    private static final class Nothing implements SiteLists.Source {
        @Override
        public <T> Optional<T> shard(String name, Class<T> type) {
            return Optional.empty();
        }
    }
}
