package dev.prakat.spi;

import java.time.Instant;

/**
 * What to publish. Immutable, but the attachments' streams can be opened only while the call lasts.
 *
 * @param placement the placement's key; the same for every revision of one item on one target
 * @param fence the placement's fence, greater than 0 and higher with every new decision
 * @param idempotencyKey the same for every try of the same decision
 * @param item what to publish, finished
 * @param site what the site shows besides items
 * @param now the instant of this pass
 * @param recorder the way into the traffic log
 */
public record PublishRequest(
        String placement,
        long fence,
        String idempotencyKey,
        PublishableItem item,
        SiteView site,
        Instant now,
        TrafficRecorder recorder) {}
