package dev.prakat.testkit;

import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetAmbiguous;
import dev.prakat.spi.TargetCapabilities;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficRecorder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target whose take-downs, or publications, go as a {@link HostileDelivery} has it; everything else it passes on to the real one.
 * One thread at a time.
 */
public final class HostileTarget implements PublishingTarget {

    /** A call of the real target. */
    private interface Call {
        Receipt make();
    }

    private final PublishingTarget real;
    private final Map<String, PublishRequest> published = new HashMap<>();
    private @Nullable HostileDelivery how;
    private @Nullable HostileDelivery howPublished;
    private @Nullable Runnable late;
    private int takeDowns;
    private int keptOut;

    /**
     * Stands before a target, and fails nothing at first.
     *
     * @param real the target that is asked in the end; closed with this one
     */
    public HostileTarget(PublishingTarget real) {
        this.real = real;
    }

    /**
     * From now on take-downs fail.
     *
     * @param delivery in which way
     */
    public void begin(HostileDelivery delivery) {
        how = delivery;
    }

    /**
     * From now on publications fail, as far as the way fits one: a late publication and one that is put back are carried out.
     *
     * @param delivery in which way
     */
    public void beginPublications(HostileDelivery delivery) {
        howPublished = delivery;
    }

    /** From now on nothing fails; what was to arrive late arrives. */
    public void end() {
        how = null;
        howPublished = null;
        Runnable arriving = late;
        late = null;
        if (arriving != null) {
            arriving.run();
        }
    }

    /**
     * How often a take-down was asked for.
     *
     * @return since the target was made
     */
    public int takeDowns() {
        return takeDowns;
    }

    /**
     * How many publications came too late and were refused for their fence.
     *
     * @return since the target was made
     */
    public int keptOut() {
        return keptOut;
    }

    @Override
    public TargetCapabilities capabilities() {
        return real.capabilities();
    }

    @Override
    public List<TargetFinding> check() {
        return real.check();
    }

    @Override
    public Preview preview(PreviewRequest request) {
        return real.preview(request);
    }

    @Override
    public Receipt publish(PublishRequest request) {
        published.put(request.placement(), request);
        Receipt nothing = new Receipt(request.item().id(), List.of(), "done", List.of());
        return carryOut(howPublished, () -> real.publish(request), nothing);
    }

    @Override
    public Receipt takeDown(TakeDownRequest request) {
        takeDowns++;
        Receipt nothing = new Receipt(request.item(), request.artefacts(), "done", List.of());
        Receipt receipt = carryOut(how, () -> real.takeDown(request), nothing);
        if (how == HostileDelivery.LATE_PUBLICATION) {
            publishAgain(request, earlier(request).fence());
        } else if (how == HostileDelivery.PUT_BACK) {
            publishAgain(request, request.fence() + 1);
        }
        return receipt;
    }

    private Receipt carryOut(@Nullable HostileDelivery delivery, Call call, Receipt nothing) {
        if (delivery == null) {
            return call.make();
        }
        return switch (delivery) {
            case ERROR_AFTER_SUCCESS -> {
                call.make();
                throw new TargetUnavailable("hostile: 500 after it was done", null, null);
            }
            case TIME_OUT_AFTER_SUCCESS -> {
                call.make();
                throw new TargetAmbiguous("hostile: no answer; it was done", null);
            }
            case LATE_SUCCESS -> {
                late = call::make;
                throw new TargetAmbiguous("hostile: no answer; it will be done", null);
            }
            case REFUSED_FOR_EVER -> throw new TargetRefused("hostile: 422", null);
            case TOLD_TO_WAIT -> throw new TargetUnavailable("hostile: 429", Duration.ofSeconds(120), null);
            case UNAVAILABLE -> throw new TargetUnavailable("hostile: nobody answers", null, null);
            case NOTHING_DONE -> nothing;
            case DOUBLE_DELIVERY -> {
                call.make();
                yield call.make();
            }
            case LATE_PUBLICATION, PUT_BACK -> call.make();
        };
    }

    private void publishAgain(TakeDownRequest request, long fence) {
        PublishRequest before = earlier(request);
        try {
            real.publish(new PublishRequest(
                    before.placement(),
                    fence,
                    before.placement() + "/" + fence,
                    before.item(),
                    before.site(),
                    before.now(),
                    request.recorder()));
        } catch (TargetRefused e) {
            keptOut++;
        }
    }

    private PublishRequest earlier(TakeDownRequest request) {
        PublishRequest before = published.get(request.placement());
        if (before == null) {
            throw new IllegalStateException(
                    "hostile: " + request.placement() + " was never published through this target");
        }
        return before;
    }

    @Override
    public List<Observation> observe(ObserveRequest request) {
        return real.observe(request);
    }

    @Override
    public InventoryPage inventory(@Nullable String cursor, TrafficRecorder recorder) {
        return real.inventory(cursor, recorder);
    }

    @Override
    public void close() {
        real.close();
    }
}
