package dev.prakat.item;

import dev.prakat.journal.FieldHash;
import java.util.List;

/**
 * Hashes over the rows of a revision that its content hash does not cover. They stand in the event that made the revision, so
 * that a replay finds a changed row. Described in {@code docs/reference/journal.md}.
 */
final class RevisionSeals {

    private RevisionSeals() {}

    /** What stays when the content is erased: how many files there were, of what kind, how large, and their own hashes. */
    static String ofFiles(List<AttachmentEntity> files) {
        FieldHash hash = new FieldHash("prakat-files-v1");
        for (AttachmentEntity file : files) {
            hash.field("key", file.id())
                    .field("position", file.position())
                    .field("type", file.toAttachment().mediaType())
                    .field("bytes", file.toAttachment().bytes())
                    .field("sha256", file.toAttachment().sha256());
        }
        return hash.hex();
    }

    static String ofPlan(List<PlanEntity> plan) {
        FieldHash hash = new FieldHash("prakat-plan-v1");
        for (PlanEntity entity : plan) {
            PlacementPlan placement = entity.toPlan();
            hash.field("key", entity.id())
                    .field("position", entity.position())
                    .field("target", placement.target())
                    .field("opens", placement.window().opens())
                    .field("closes", placement.window().closes())
                    .field("permanent", placement.window().permanentReason())
                    .field("review", placement.window().reviewOn())
                    .field("kind", placement.kind())
                    .field("redirect", placement.redirectTo());
        }
        return hash.hex();
    }

    /** Every column that says where it comes from, also one that alone says nothing. */
    static String ofOrigin(OriginColumns origin) {
        FieldHash hash = new FieldHash("prakat-origin-row-v1");
        origin.columns().forEach(hash::field);
        return hash.hex();
    }

    /** What cleaning took out of the body, as it is shown to the author. */
    static String ofCleaned(String lines) {
        return new FieldHash("prakat-cleaned-v1").field("lines", lines).hex();
    }
}
