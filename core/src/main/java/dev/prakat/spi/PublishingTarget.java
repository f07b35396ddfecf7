package dev.prakat.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A website that Prakat keeps in agreement with what was approved: a WordPress site, a static site. An adapter implements
 * this and proves it by extending {@code PublishingTargetContract} of the test kit.
 *
 * <p>Prakat calls one target from one thread at a time. {@link #publish} and {@link #takeDown} may be called again with the
 * same fence after a crash or a time-out and must then end in the same state; a call with a lower fence than the highest one
 * seen for that placement must be refused with {@link TargetRefused} and change nothing. The fence is remembered after a
 * take-down. A target schedules nothing: it is only ever told to publish or to take down now.
 */
public interface PublishingTarget extends AutoCloseable {

    /**
     * What this target can do. Constant for the life of the object; asked at configuration time, so that what a target
     * cannot do is refused there and not at the first take-down.
     *
     * @return the capabilities
     */
    TargetCapabilities capabilities();

    /**
     * Looks whether the target can be used, as far as that is known on this machine: its settings, a folder's rights, whether a
     * secret can be had. Changes nothing and sends nothing to a network, because it is asked whenever a host starts, and one
     * website that does not answer must not keep the others from their take-downs.
     *
     * @return every finding; empty when all is well
     */
    List<TargetFinding> check();

    /**
     * The exact bytes that {@link #publish} of the same item would put at its own addresses, so that somebody can look before
     * anything is approved. Writes nothing, sends nothing to a network, knows no fence, and may be called at any time, also for
     * an item that is public or was taken down. The bytes depend on the item, on the site's names and on the target's own
     * settings, never on the moment or on what else the site shows: that is what makes an approval of them mean something.
     *
     * @param request what would be published
     * @return the item's pages and attachments, and what they load to look right
     * @throws TargetRefused if {@link #publish} would refuse the item for what it is, or if {@link #capabilities} promise no
     *     preview
     */
    Preview preview(PreviewRequest request);

    /**
     * Makes the item public, or replaces the revision that is public. When this returns the bytes are in place; it is not
     * yet proof that the public sees them.
     *
     * @param request what to publish
     * @return what was made, with every public address
     * @throws TargetUnavailable if it was not done and a later try may succeed
     * @throws TargetRefused if it was not done and no later try with the same request will succeed
     * @throws TargetAmbiguous if nobody can say whether it was done
     */
    Receipt publish(PublishRequest request);

    /**
     * Takes an item down. Must succeed when the item was never published here, was removed by hand, or was taken down
     * before. Carries no content and is never refused for what the content was.
     *
     * @param request what to take down, and how
     * @return what is there now
     * @throws TargetUnavailable if it was not done and a later try may succeed
     * @throws TargetRefused if the fence is lower than one seen before
     * @throws TargetAmbiguous if nobody can say whether it was done
     */
    Receipt takeDown(TakeDownRequest request);

    /**
     * Publishes several items, each as {@link #publish} would, for a target that can do that with less than a call for each. Not
     * all or nothing: what becomes of one item changes nothing for the others, and each is recorded in its own request's
     * recorder. By default one after the other.
     *
     * @param requests what to publish, each of another placement; at most {@link TargetCapabilities#atOnce} of them
     * @return a result for each request, in the same order
     */
    default List<DeliveryResult> publishAll(List<PublishRequest> requests) {
        return DeliveryResult.oneByOne(requests, this::publish);
    }

    /**
     * Takes several items down, each as {@link #takeDown} would. Not all or nothing; by default one after the other.
     *
     * @param requests what to take down, each of another placement; at most {@link TargetCapabilities#atOnce} of them
     * @return a result for each request, in the same order
     */
    default List<DeliveryResult> takeDownAll(List<TakeDownRequest> requests) {
        return DeliveryResult.oneByOne(requests, this::takeDown);
    }

    /**
     * Looks at public addresses as a stranger would: without credentials, without going round a cache, following no redirect.
     * Never throws for what an address answers; an address that cannot be judged is {@link Observation.Answer#UNKNOWN}.
     *
     * <p>What would prove a take-down over a network is looked at a second time, under the same address with something added
     * that no cache has seen, because a cache can remember an absence as well as a page, and one of two servers can lag behind.
     * The answer that shows more of the item counts.
     *
     * <p>The addresses may be those of several items; one that stands there for more than one of them, such as a list, need be
     * looked at once only and is judged for each.
     *
     * @param request which addresses
     * @return one observation for each address asked, in the same order
     */
    List<Observation> observe(ObserveRequest request);

    /**
     * Lists what this target holds that carries our marker, page by page.
     *
     * @param cursor null for the first page, then {@link InventoryPage#next}
     * @param recorder the way into the traffic log; listing over a network is an outgoing request too
     * @return a page of it
     * @throws TargetUnavailable if the target does not answer
     */
    InventoryPage inventory(@Nullable String cursor, TrafficRecorder recorder);

    /** Lets go of connections and locks. Safe to call twice. */
    @Override
    void close();
}
