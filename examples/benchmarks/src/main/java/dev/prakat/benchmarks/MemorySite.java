package dev.prakat.benchmarks;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetCapabilities;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A website in memory whose calls cost the same however much it shows; the test kit's prints its whole listing with every
 * change, so that 10,000 items would measure the website. A page and a listing an item; what it does is recorded as the test
 * kit's does it: the page, and one look at each address. Every call can take a while, hang, or fail for some items.
 */
final class MemorySite implements PublishingTarget {

    private final URI base;
    private final Map<String, Marker> shown = new ConcurrentHashMap<>();
    private final AtomicLong records = new AtomicLong();
    private volatile Duration latency = Duration.ZERO;
    private volatile @Nullable Duration hangs;
    private volatile Predicate<String> poison = item -> false;

    MemorySite(String name) {
        base = URI.create("https://" + name + ".example/");
    }

    /** How long each call takes from now on. */
    void latency(Duration each) {
        latency = each;
    }

    /** From now on every call hangs for so long and ends without an answer. */
    void dead(Duration timeOut) {
        hangs = timeOut;
    }

    /** Of which items every take-down fails from now on, with an answer. */
    void poison(Predicate<String> items) {
        poison = items;
    }

    /** From now on it answers at once and refuses nothing. */
    void cured() {
        latency = Duration.ZERO;
        hangs = null;
        poison = item -> false;
    }

    /** How many records it has forced into the traffic log. */
    long records() {
        return records.get();
    }

    @Override
    public TargetCapabilities capabilities() {
        return new TargetCapabilities("memory", EnumSet.of(TakeDownKind.GONE), false, 10_000_000, true, true);
    }

    @Override
    public List<TargetFinding> check() {
        return List.of();
    }

    @Override
    public Preview preview(PreviewRequest request) {
        return new Preview(List.of());
    }

    @Override
    public Receipt publish(PublishRequest request) {
        String item = request.item().id();
        Marker marker = new Marker(item, Marker.State.PRESENT, request.item().revisionHash());
        return change(item, marker, request.recorder());
    }

    @Override
    public Receipt takeDown(TakeDownRequest request) {
        String item = request.item();
        if (poison.test(item)) {
            take();
            throw new IllegalStateException("invented: this page cannot be changed");
        }
        return change(item, new Marker(item, Marker.State.GONE, null), request.recorder());
    }

    private Receipt change(String item, Marker marker, TrafficRecorder recorder) {
        LogReceipt intent = recorder.intent(TrafficEntry.fileWrite("memory", path(item), item, "0".repeat(64), 1_000));
        take();
        shown.put(item, marker);
        LogReceipt outcome = recorder.outcome(intent, TrafficOutcome.ok(1_000));
        records.addAndGet(2);
        List<Artefact> artefacts = List.of(
                new Artefact(base.resolve(path(item)), Artefact.Kind.PAGE, path(item), null, false),
                new Artefact(base, Artefact.Kind.LISTING, "", null, true));
        return new Receipt(item, artefacts, "done", List.of(intent, outcome));
    }

    @Override
    public List<Observation> observe(ObserveRequest request) {
        take();
        List<Observation> seen = new ArrayList<>();
        for (ObserveRequest.Address asked : request.addresses()) {
            String path = asked.address().getPath();
            LogReceipt intent = request.recorder()
                    .intent(new TrafficEntry(
                            TrafficEntry.Kind.HTTP_OUT,
                            "https",
                            "GET",
                            base.getHost(),
                            path,
                            asked.item(),
                            null,
                            0,
                            "proof"));
            seen.add(look(asked, shown.get(asked.item())));
            request.recorder().outcome(intent, TrafficOutcome.ok(0));
            records.addAndGet(2);
        }
        return seen;
    }

    private static Observation look(ObserveRequest.Address asked, @Nullable Marker marker) {
        boolean present = marker != null && marker.state() == Marker.State.PRESENT;
        boolean told = marker != null && (present || asked.kind() == Artefact.Kind.PAGE);
        return new Observation(
                asked.placement(),
                asked.address(),
                present ? Observation.Answer.PRESENT : Observation.Answer.ABSENT,
                told ? marker : null,
                null,
                null,
                false,
                present ? "GET 200" : "GET 410");
    }

    /** The time that a call takes. */
    private void take() {
        Duration hanging = hangs;
        Duration each = hanging == null ? latency : hanging;
        long until = System.nanoTime() + each.toNanos();
        for (long left = each.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        if (hanging != null) {
            throw new TargetUnavailable("invented: no answer within " + hanging, null, null);
        }
    }

    private static String path(String item) {
        return "d/" + item + "/";
    }

    @Override
    public InventoryPage inventory(@Nullable String cursor, TrafficRecorder recorder) {
        return new InventoryPage(List.of(), null);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
