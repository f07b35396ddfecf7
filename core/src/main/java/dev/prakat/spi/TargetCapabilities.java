package dev.prakat.spi;

import java.util.Set;

/**
 * What a target can do. Immutable.
 *
 * @param adapter the adapter's short name, for example {@code static}
 * @param takeDownKinds the kinds of take-down that it really carries out
 * @param attachments whether it publishes attachments
 * @param maxAttachmentBytes the largest attachment it takes, in bytes
 * @param inventory whether {@link PublishingTarget#inventory} lists what is there; when false it returns no page and the
 *     search for unexpected items is refused at configuration time
 * @param preview whether {@link PublishingTarget#preview} gives the exact bytes; when false it refuses, and an approver is told
 *     that this website cannot show them beforehand
 */
public record TargetCapabilities(
        String adapter,
        Set<TakeDownKind> takeDownKinds,
        boolean attachments,
        long maxAttachmentBytes,
        boolean inventory,
        boolean preview) {

    public TargetCapabilities {
        takeDownKinds = Set.copyOf(takeDownKinds);
    }
}
