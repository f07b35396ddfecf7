package dev.prakat.delivery;

import dev.prakat.spi.DeliveryResult;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetCapabilities;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.testkit.InMemoryTarget;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An honest website with somebody in between, who may throw before a call reaches it or before its answer comes back. */
final class HookedTarget implements PublishingTarget {

    /** Who stands in between. */
    interface Hook {

        /** A call is about to reach the website. */
        default void before(String call, String item) {}

        /** A call that concerns several items is about to be made of the calls for each. */
        default void beforeAll(String call, int items) {}

        /** The website has done it, and the answer is on its way. */
        default void after(String call, String item) {}
    }

    private final PublishingTarget honest;
    private final Hook hook;
    private final int atOnce;

    HookedTarget(PublishingTarget honest, Hook hook) {
        this(honest, hook, 1);
    }

    /** One that takes so many items in one call. */
    HookedTarget(PublishingTarget honest, Hook hook, int atOnce) {
        this.honest = honest;
        this.hook = hook;
        this.atOnce = atOnce;
    }

    /** Only something before each call. */
    static HookedTarget before(InMemoryTarget.Web web, BiConsumer<String, String> before) {
        return new HookedTarget(new InMemoryTarget(web), new Hook() {
            @Override
            public void before(String call, String item) {
                before.accept(call, item);
            }
        });
    }

    @Override
    public TargetCapabilities capabilities() {
        TargetCapabilities can = honest.capabilities();
        return new TargetCapabilities(
                can.adapter(),
                can.takeDownKinds(),
                can.attachments(),
                can.maxAttachmentBytes(),
                can.inventory(),
                can.preview(),
                atOnce);
    }

    @Override
    public List<TargetFinding> check() {
        return honest.check();
    }

    @Override
    public Preview preview(PreviewRequest request) {
        return honest.preview(request);
    }

    @Override
    public Receipt publish(PublishRequest request) {
        hook.before("publish", request.item().id());
        Receipt receipt = honest.publish(request);
        hook.after("publish", request.item().id());
        return receipt;
    }

    @Override
    public Receipt takeDown(TakeDownRequest request) {
        hook.before("takeDown", request.item());
        Receipt receipt = honest.takeDown(request);
        hook.after("takeDown", request.item());
        return receipt;
    }

    @Override
    public List<DeliveryResult> publishAll(List<PublishRequest> requests) {
        hook.beforeAll("publish", requests.size());
        return PublishingTarget.super.publishAll(requests);
    }

    @Override
    public List<DeliveryResult> takeDownAll(List<TakeDownRequest> requests) {
        hook.beforeAll("takeDown", requests.size());
        return PublishingTarget.super.takeDownAll(requests);
    }

    @Override
    public List<Observation> observe(ObserveRequest request) {
        String item =
                request.addresses().isEmpty() ? "" : request.addresses().get(0).item();
        hook.beforeAll("observe", (int) request.addresses().stream()
                .map(ObserveRequest.Address::item)
                .distinct()
                .count());
        hook.before("observe", item);
        List<Observation> seen = honest.observe(request);
        hook.after("observe", item);
        return seen;
    }

    @Override
    public InventoryPage inventory(@Nullable String cursor, TrafficRecorder recorder) {
        hook.before("inventory", "");
        return honest.inventory(cursor, recorder);
    }

    @Override
    public void close() {
        honest.close();
    }
}
