package dev.prakat.item;

import dev.prakat.spi.OfficerId;
import java.time.Instant;

/**
 * A revision in a list. Immutable.
 *
 * @param number 1, 2, 3 …
 * @param title its title
 * @param hash the hash of its content
 * @param removed how many kinds of things cleaning took out of it
 * @param createdAt when it was made
 * @param createdBy who made it
 */
public record RevisionSummary(
        int number, String title, String hash, int removed, Instant createdAt, OfficerId createdBy) {

    static RevisionSummary of(Revision revision) {
        return new RevisionSummary(
                revision.number(),
                revision.title(),
                revision.hash(),
                revision.removed().size(),
                revision.createdAt(),
                revision.createdBy());
    }
}
