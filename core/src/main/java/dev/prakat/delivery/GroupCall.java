package dev.prakat.delivery;

import dev.prakat.spi.DeliveryResult;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a website to publish or to take down: one item by a call of its own, several by one call.
 *
 * @param step does a step of an attempt, and ends the attempt when the step fails
 * @param request counts the try and makes what the website is told
 * @param one tells it of one item
 * @param all tells it of several
 * @param <R> what it is told of an item
 */
record GroupCall<R>(
        BiConsumer<Attempt, Consumer<Attempt>> step,
        Function<Attempt, R> request,
        BiFunction<PublishingTarget, R, Receipt> one,
        BiFunction<PublishingTarget, List<R>, List<DeliveryResult>> all) {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCall.class);

    /**
     * Makes the call.
     *
     * @param attempts of one website; those that are over are left out
     * @param done what follows when an item is delivered
     */
    void make(List<Attempt> attempts, BiConsumer<Attempt, Receipt> done) {
        List<Attempt> told = new ArrayList<>();
        List<R> requests = new ArrayList<>();
        for (Attempt attempt : attempts) {
            step.accept(attempt, it -> {
                requests.add(request.apply(it));
                told.add(it);
            });
        }
        if (told.isEmpty()) {
            return;
        }
        List<DeliveryResult> results = results(told.get(0).work().target(), requests);
        for (int n = 0; n < told.size(); n++) {
            DeliveryResult result = results.get(n);
            step.accept(told.get(n), it -> done.accept(it, receipt(result)));
        }
    }

    private List<DeliveryResult> results(PublishingTarget target, List<R> requests) {
        if (requests.size() > 1) {
            try {
                List<DeliveryResult> results = all.apply(target, requests);
                if (results.size() == requests.size()) {
                    return results;
                }
                LOG.atError()
                        .addKeyValue("asked", requests.size())
                        .addKeyValue("answered", results.size())
                        .log("An adapter did not answer for every item of a group. The adapter is at fault;"
                                + " each item is delivered by itself");
            } catch (RuntimeException e) {
                LOG.atError()
                        .setCause(e)
                        .log("An adapter failed for a whole group of items. Each item is delivered by itself");
            }
        }
        return DeliveryResult.oneByOne(requests, it -> one.apply(target, it));
    }

    private static Receipt receipt(DeliveryResult result) {
        if (result instanceof DeliveryResult.Failed failed) {
            throw failed.failure();
        }
        return ((DeliveryResult.Done) result).receipt();
    }
}
