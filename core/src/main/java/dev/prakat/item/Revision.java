package dev.prakat.item;

import dev.prakat.spi.OfficerId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One state of an item's content. Immutable, also in the database: a change is a new revision.
 *
 * @param number 1, 2, 3 …
 * @param title the title, plain text, NFC
 * @param summary the summary, plain text; empty for none
 * @param bodyHtml the canonical HTML, clean
 * @param language a BCP 47 tag
 * @param externalLink a link for further reading, or null
 * @param remark a remark for the reader, or null
 * @param attachments the files, in order
 * @param plan where and when it is to be public
 * @param hash the hash of the content, see {@code docs/reference/content-hash.md}; the plan is not in it
 * @param removed what cleaning took out of the body, a line each, for the author
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param erasure by which order its content was erased, or null; the texts and the names of the files are then empty
 */
public record Revision(
        int number,
        String title,
        String summary,
        String bodyHtml,
        String language,
        @Nullable URI externalLink,
        @Nullable String remark,
        List<Attachment> attachments,
        List<PlacementPlan> plan,
        String hash,
        List<String> removed,
        Instant createdAt,
        OfficerId createdBy,
        @Nullable Erasure erasure) {

    public Revision {
        attachments = List.copyOf(attachments);
        plan = List.copyOf(plan);
        removed = List.copyOf(removed);
    }

    /** The same content with another plan, as a revision of its own. */
    Revision replanned(int next, List<PlacementPlan> newPlan, Instant at, OfficerId by) {
        return new Revision(
                next,
                title,
                summary,
                bodyHtml,
                language,
                externalLink,
                remark,
                attachments,
                newPlan,
                hash,
                removed,
                at,
                by,
                null);
    }
}
