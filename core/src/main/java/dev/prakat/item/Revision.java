package dev.prakat.item;

import dev.prakat.category.CategoryId;
import dev.prakat.spi.OfficerId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One state of an item's content. Immutable, also in the database: a change is a new revision.
 *
 * @param number 1, 2, 3 …
 * @param category the category that its author gave it; a step of a procedure may have set another one since
 * @param content the text: plain texts clean, the body as canonical HTML
 * @param attachments the files, in order
 * @param origin where it comes from; never public
 * @param letterScan the scan of the letter, or null; never public
 * @param plan where and when it is to be public
 * @param hash the hash of the content and its files, see {@code docs/reference/content-hash.md}; public
 * @param originHash the hash of the origin and the scan; the plan is in neither
 * @param removed what cleaning took out, for the author
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param erasure by which order its content was erased, or null; the texts and the names of the files are then empty
 */
public record Revision(
        int number,
        CategoryId category,
        Content content,
        List<Attachment> attachments,
        Origin origin,
        @Nullable Attachment letterScan,
        List<PlacementPlan> plan,
        String hash,
        String originHash,
        List<Removal> removed,
        Instant createdAt,
        OfficerId createdBy,
        @Nullable Erasure erasure) {

    /** Copies the lists. */
    public Revision {
        attachments = List.copyOf(attachments);
        plan = List.copyOf(plan);
        removed = List.copyOf(removed);
    }

    /** The same content with another plan, as a revision of its own. */
    Revision replanned(int next, CategoryId newCategory, List<PlacementPlan> newPlan, Instant at, OfficerId by) {
        return new Revision(
                next,
                newCategory,
                content,
                attachments,
                origin,
                letterScan,
                newPlan,
                hash,
                originHash,
                removed,
                at,
                by,
                null);
    }

    /** {@return the title, one line of plain text, NFC} */
    public String title() {
        return content.title();
    }

    /** {@return the summary, plain text; empty for none} */
    public String summary() {
        return content.summary();
    }

    /** {@return the canonical HTML, clean} */
    public String bodyHtml() {
        return content.bodyHtml();
    }

    /** {@return a BCP 47 tag} */
    public String language() {
        return content.language();
    }

    /** {@return a link for further reading, or null} */
    public @Nullable URI externalLink() {
        return content.externalLink();
    }

    /** {@return a remark for the reader, or null} */
    public @Nullable String remark() {
        return content.remark();
    }

    /**
     * What the fields of the policy say, as {@code AgencyPolicy.missingFields} asks for it.
     *
     * @return the values by the id of the field; of a file its name
     */
    public Map<String, String> fieldValues() {
        return content.fields();
    }
}
