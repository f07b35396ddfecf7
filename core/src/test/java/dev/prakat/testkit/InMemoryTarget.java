package dev.prakat.testkit;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetCapabilities;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A website in memory that keeps the whole contract: pages at addresses, a listing and a feed, fences that outlive a
 * take-down, all four kinds of take-down. Several objects may share one {@link Web}, as several programs share a website. One
 * thread at a time, as the contract says.
 */
public final class InMemoryTarget implements PublishingTarget {

    private static final String ALTERNATIVE = "index.html";
    private static final URI BASE = URI.create("https://memory.example/");

    /** What the public sees, and the fences. Outlives the target object. */
    public static final class Web {
        private final SortedMap<String, MemoryPage> pages = new TreeMap<>();
        private final SortedMap<String, Long> fences = new TreeMap<>();
        private final SortedMap<String, String> placements = new TreeMap<>();
        private final SortedMap<String, Entry> listed = new TreeMap<>();
        private final HostileWeb hostile = new HostileWeb(this::answer);
        private boolean available = true;
        private boolean alternatives;

        /**
         * Everything that is public.
         *
         * @return the bodies by path below the base address
         */
        public SortedMap<String, String> bodies() {
            SortedMap<String, String> bodies = new TreeMap<>();
            pages.forEach((path, page) -> bodies.put(path, page.body()));
            return bodies;
        }

        /**
         * Removes what an item has, as a careless administrator would: past Prakat, leaving listings and fences alone.
         *
         * @param item the item's key
         */
        public void removeByHand(String item) {
            pages.keySet().removeIf(path -> path.startsWith(MemoryPages.folder(item)));
        }

        /** From now on an item's page stands at a second address too, as on most websites. */
        public void alternatives() {
            alternatives = true;
        }

        /**
         * What the public meets in front of this website, and every observation with it.
         *
         * @return honest until it is told otherwise
         */
        public HostileWeb hostile() {
            return hostile;
        }

        private WebAnswer answer(WebRequest request) {
            MemoryPage page = pages.get(request.path().substring(1));
            if (!available) {
                return WebAnswer.fault(WebAnswer.Fault.REFUSED);
            }
            return page == null ? HostilePages.refusal(404, "Not Found") : page.answer();
        }

        /**
         * Rewrites a page past Prakat, leaving everything else alone.
         *
         * @param path the path below the base address
         * @param change makes the new body of the old one
         */
        public void rewriteByHand(String path, UnaryOperator<String> change) {
            MemoryPage page = pages.get(path);
            pages.put(path, new MemoryPage(page.status(), change.apply(page.body()), page.redirect()));
        }

        /**
         * Puts a page up past Prakat.
         *
         * @param path the path below the base address
         * @param body what it says
         */
        public void putByHand(String path, String body) {
            pages.put(path, MemoryPage.ok(body));
        }

        /**
         * Lets an address lead elsewhere, past Prakat.
         *
         * @param path the path below the base address
         * @param where the address that it leads to
         */
        public void redirectByHand(String path, String where) {
            pages.put(path, new MemoryPage(302, "", URI.create(where)));
        }

        /**
         * Lets the website answer, or not.
         *
         * @param answers false: publish and take-down are unavailable, every observation is UNKNOWN
         */
        public void available(boolean answers) {
            available = answers;
        }
    }

    private record Entry(Marker marker, String title) {}

    private final Web web;
    private final MemoryLook look;

    /** Creates a target on an empty website of its own. */
    public InMemoryTarget() {
        this(new Web());
    }

    /**
     * Creates a target on a website.
     *
     * @param web the website
     */
    public InMemoryTarget(Web web) {
        this.web = web;
        this.look = new MemoryLook(web.hostile());
    }

    /**
     * The website behind this target.
     *
     * @return what the public sees
     */
    public Web web() {
        return web;
    }

    @Override
    public TargetCapabilities capabilities() {
        return new TargetCapabilities("memory", EnumSet.allOf(TakeDownKind.class), true, 10_000_000, true, true);
    }

    @Override
    public List<TargetFinding> check() {
        return web.available
                ? List.of()
                : List.of(new TargetFinding(TargetFinding.Severity.ERROR, "the website does not answer", "start it"));
    }

    @Override
    public Preview preview(PreviewRequest request) {
        List<Preview.Page> pages = new ArrayList<>();
        MemoryPages.own(request.item()).forEach((path, page) -> {
            boolean file = path.contains("/f/");
            byte[] bytes = page.body().getBytes(StandardCharsets.UTF_8);
            pages.add(new Preview.Page(
                    address(path),
                    file ? path : path + "index.html",
                    file ? Preview.Kind.ATTACHMENT : Preview.Kind.PAGE,
                    file ? "text/plain" : "text/html",
                    bytes.length,
                    Digests.sha256(bytes),
                    () -> new ByteArrayInputStream(bytes)));
        });
        return new Preview(pages);
    }

    @Override
    public Receipt publish(PublishRequest request) {
        PublishableItem item = request.item();
        passFence(request.placement(), request.fence());
        web.placements.put(item.id(), request.placement());
        Marker marker = new Marker(item.id(), Marker.State.PRESENT, item.revisionHash());
        SortedMap<String, MemoryPage> wanted = MemoryPages.own(item);
        SortedMap<String, Entry> listed = new TreeMap<>(web.listed);
        listed.put(item.id(), new Entry(marker, item.title()));
        return apply(item.id(), everywhere(item.id(), wanted), listed, request.recorder());
    }

    @Override
    public Receipt takeDown(TakeDownRequest request) {
        passFence(request.placement(), request.fence());
        String item = request.item();
        SortedMap<String, MemoryPage> before = new TreeMap<>(web.pages);
        before.keySet().removeIf(path -> !path.startsWith(MemoryPages.folder(item)));
        SortedMap<String, Entry> listed = new TreeMap<>(web.listed);
        if (listed.remove(item) == null
                && before.isEmpty()
                && request.artefacts().isEmpty()) {
            // A publication that broke may have named it in the lists.
            List<LogReceipt> records = web.pages.isEmpty()
                    ? List.of()
                    : apply(item, new TreeMap<>(), listed, request.recorder()).logRecords();
            return new Receipt(item, List.of(), "never published here", records);
        }
        SortedMap<String, MemoryPage> wanted = MemoryPages.takenDown(before, request);
        return apply(item, everywhere(item, wanted), listed, request.recorder());
    }

    @Override
    public List<Observation> observe(ObserveRequest request) {
        List<Observation> seen = new ArrayList<>();
        for (ObserveRequest.Address asked : request.addresses()) {
            if (!BASE.getHost().equals(asked.address().getHost())) {
                seen.add(MemoryLook.notOurs(asked));
                continue;
            }
            LogReceipt intent = request.recorder()
                    .intent(new TrafficEntry(
                            TrafficEntry.Kind.HTTP_OUT,
                            "https",
                            "GET",
                            BASE.getHost(),
                            asked.address().getPath(),
                            asked.item(),
                            null,
                            0,
                            "proof"));
            Observation observation = look.at(asked);
            request.recorder().outcome(intent, TrafficOutcome.ok(0));
            seen.add(observation);
        }
        return seen;
    }

    @Override
    public InventoryPage inventory(@Nullable String cursor, TrafficRecorder recorder) {
        requireAvailable();
        List<InventoryPage.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, String> known : web.placements.entrySet()) {
            String item = known.getKey();
            MemoryPage page = web.pages.get(MemoryPages.folder(item));
            if (page != null && page.redirect() == null && (cursor == null || item.compareTo(cursor) > 0)) {
                long fence = web.fences.get(known.getValue());
                Marker.find(page.body(), item)
                        .ifPresent(m -> entries.add(
                                new InventoryPage.Entry(item, m, fence, address(MemoryPages.folder(item)))));
            }
        }
        return entries.size() > 1
                ? new InventoryPage(entries.subList(0, 1), entries.get(0).remoteId())
                : new InventoryPage(entries, null);
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    /** The page at every address that it has. */
    private SortedMap<String, MemoryPage> everywhere(String item, SortedMap<String, MemoryPage> wanted) {
        if (web.alternatives) {
            wanted.put(
                    MemoryPages.folder(item) + ALTERNATIVE,
                    Objects.requireNonNull(wanted.get(MemoryPages.folder(item))));
        }
        return wanted;
    }

    private void passFence(String placement, long fence) {
        requireAvailable();
        long highest = web.fences.getOrDefault(placement, 0L);
        if (fence < highest) {
            throw TargetRefused.staleFence(
                    "memory: placement " + placement + ": found fence " + fence + ", expected at least " + highest
                            + "; a newer decision was carried out, drop this one",
                    highest);
        }
        web.fences.put(placement, fence);
    }

    private void requireAvailable() {
        if (!web.available) {
            throw new TargetUnavailable("memory: the website does not answer; try again", null, null);
        }
    }

    /** Every change is recorded first; a recorder that fails before the first one leaves everything as it was. */
    private Receipt apply(
            String item,
            SortedMap<String, MemoryPage> wanted,
            SortedMap<String, Entry> listed,
            TrafficRecorder recorder) {
        SortedMap<String, MemoryPage> all = new TreeMap<>(wanted);
        StringBuilder list = new StringBuilder(MemoryPage.SITE);
        listed.values()
                .forEach(e -> list.append(MemoryPage.comment(e.marker()))
                        .append(MemoryPage.escape(e.title()))
                        .append('\n'));
        all.put("", MemoryPage.ok(list + "list"));
        all.put("feed", MemoryPage.ok(list + "feed"));
        List<LogReceipt> receipts = new ArrayList<>();
        for (String path : new TreeSet<>(web.pages.keySet())) {
            if (path.startsWith(MemoryPages.folder(item)) && !wanted.containsKey(path)) {
                act(recorder, receipts, TrafficEntry.fileRemove("memory", path, item), () -> web.pages.remove(path));
            }
        }
        all.forEach((path, page) -> {
            if (!page.equals(web.pages.get(path))) {
                String hash = Digests.sha256(page.body());
                TrafficEntry entry = TrafficEntry.fileWrite(
                        "memory", path, item, hash, page.body().length());
                act(recorder, receipts, entry, () -> web.pages.put(path, page));
            }
        });
        web.listed.clear();
        web.listed.putAll(listed);
        return new Receipt(item, artefacts(wanted), "done", receipts);
    }

    private static void act(TrafficRecorder recorder, List<LogReceipt> receipts, TrafficEntry entry, Runnable action) {
        LogReceipt intent = recorder.intent(entry);
        receipts.add(intent);
        action.run();
        receipts.add(recorder.outcome(intent, TrafficOutcome.ok(Math.max(0, entry.bytes()))));
    }

    private static List<Artefact> artefacts(SortedMap<String, MemoryPage> wanted) {
        List<Artefact> artefacts = new ArrayList<>();
        wanted.forEach((path, page) ->
                artefacts.add(new Artefact(address(path), kind(path), path, Digests.sha256(page.body()), false)));
        artefacts.add(new Artefact(address(""), Artefact.Kind.LISTING, "", null, true));
        artefacts.add(new Artefact(address("feed"), Artefact.Kind.FEED, "feed", null, true));
        return artefacts;
    }

    private static Artefact.Kind kind(String path) {
        return path.contains("/f/")
                ? Artefact.Kind.ATTACHMENT
                : path.endsWith(ALTERNATIVE) ? Artefact.Kind.ALTERNATIVE : Artefact.Kind.PAGE;
    }

    private static URI address(String path) {
        return BASE.resolve(path);
    }
}
