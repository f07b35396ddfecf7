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
 * @param atOnce for how many items at most a call of {@link PublishingTarget#publishAll} or {@link PublishingTarget#takeDownAll}
 *     gains something, from 1; with 1 neither is called
 */
public record TargetCapabilities(
        String adapter,
        Set<TakeDownKind> takeDownKinds,
        boolean attachments,
        long maxAttachmentBytes,
        boolean inventory,
        boolean preview,
        int atOnce) {

    /**
     * Copies the kinds.
     *
     * @throws IllegalArgumentException if {@code atOnce} is below 1
     */
    public TargetCapabilities {
        if (atOnce < 1) {
            throw new IllegalArgumentException(
                    "target adapter '" + adapter + "': found at once " + atOnce + ", expected 1 or more");
        }
        takeDownKinds = Set.copyOf(takeDownKinds);
    }

    /** The capabilities of a target that takes one item after the other. */
    public TargetCapabilities(
            String adapter,
            Set<TakeDownKind> takeDownKinds,
            boolean attachments,
            long maxAttachmentBytes,
            boolean inventory,
            boolean preview) {
        this(adapter, takeDownKinds, attachments, maxAttachmentBytes, inventory, preview, 1);
    }
}
