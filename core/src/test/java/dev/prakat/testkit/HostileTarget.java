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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target whose take-downs go as a {@link HostileDelivery} has it; everything else it passes on to the real one. One thread at a
 * time.
 */
public final class HostileTarget implements PublishingTarget {

    private final PublishingTarget real;
    private final Map<String, PublishRequest> published = new HashMap<>();
    private @Nullable HostileDelivery how;
    private @Nullable TakeDownRequest late;
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

    /** From now on nothing fails; what was to arrive late arrives. */
    public void end() {
        how = null;
        TakeDownRequest arriving = late;
        late = null;
        if (arriving != null) {
            real.takeDown(arriving);
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
        return real.publish(request);
    }

    @Override
    public Receipt takeDown(TakeDownRequest request) {
        takeDowns++;
        if (how == null) {
            return real.takeDown(request);
        }
        return switch (how) {
            case ERROR_AFTER_SUCCESS -> {
                real.takeDown(request);
                throw new TargetUnavailable("hostile: 500 after it was done", null, null);
            }
            case TIME_OUT_AFTER_SUCCESS -> {
                real.takeDown(request);
                throw new TargetAmbiguous("hostile: no answer; it was done", null);
            }
            case LATE_SUCCESS -> {
                late = request;
                throw new TargetAmbiguous("hostile: no answer; it will be done", null);
            }
            case REFUSED_FOR_EVER -> throw new TargetRefused("hostile: 422", null);
            case TOLD_TO_WAIT -> throw new TargetUnavailable("hostile: 429", Duration.ofSeconds(120), null);
            case UNAVAILABLE -> throw new TargetUnavailable("hostile: nobody answers", null, null);
            case NOTHING_DONE -> new Receipt(request.item(), request.artefacts(), "done", List.of());
            case DOUBLE_DELIVERY -> {
                real.takeDown(request);
                yield real.takeDown(request);
            }
            case LATE_PUBLICATION -> {
                Receipt receipt = real.takeDown(request);
                publishAgain(request, earlier(request).fence());
                yield receipt;
            }
            case PUT_BACK -> {
                Receipt receipt = real.takeDown(request);
                publishAgain(request, request.fence() + 1);
                yield receipt;
            }
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
    public InventoryPage inventory(@Nullable String cursor) {
        return real.inventory(cursor);
    }

    @Override
    public void close() {
        real.close();
    }
}
