package dev.prakat.spi;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approved revision, finished for printing: every text is final, every date is also given as it is to be printed.
 * Immutable.
 *
 * @param id the item's key: {@code [0-9a-z-]}, 4 to 40 characters, safe in an address
 * @param title the title, plain text
 * @param summary the summary, plain text; empty when there is none
 * @param bodyHtml the canonical HTML of the body, already clean; to be delivered unchanged
 * @param categoryPath the category from the top down, the item's own last; not empty
 * @param responsibleUnits the units that answer for the data, printed names
 * @param remark a remark for the reader, or null
 * @param externalLink a link for further reading, or null
 * @param language the language of the text, a BCP 47 tag
 * @param published when it became public, to be printed
 * @param expires when it will be taken down, to be printed; null when it is permanent
 * @param attachments the attachments in order
 * @param revision the number of the revision, from 1
 * @param revisionHash the hash of the approved revision, 64 hexadecimal digits
 * @param history the revisions up to this one, the newest first
 */
public record PublishableItem(
        String id,
        String title,
        String summary,
        String bodyHtml,
        List<CategoryLabel> categoryPath,
        List<String> responsibleUnits,
        @Nullable String remark,
        @Nullable URI externalLink,
        String language,
        PrintedInstant published,
        @Nullable PrintedInstant expires,
        List<AttachmentContent> attachments,
        int revision,
        String revisionHash,
        List<RevisionLine> history) {

    public PublishableItem {
        categoryPath = List.copyOf(categoryPath);
        responsibleUnits = List.copyOf(responsibleUnits);
        attachments = List.copyOf(attachments);
        history = List.copyOf(history);
    }

    /**
     * An item without a history.
     *
     * @param id the item's key
     * @param title the title
     * @param summary the summary, or empty
     * @param bodyHtml the canonical HTML
     * @param categoryPath the category from the top down
     * @param responsibleUnits the units that answer for the data
     * @param remark a remark for the reader, or null
     * @param externalLink a link for further reading, or null
     * @param language the language of the text
     * @param published when it became public
     * @param expires when it will be taken down, or null
     * @param attachments the attachments in order
     * @param revision the number of the revision
     * @param revisionHash its hash
     */
    public PublishableItem(
            String id,
            String title,
            String summary,
            String bodyHtml,
            List<CategoryLabel> categoryPath,
            List<String> responsibleUnits,
            @Nullable String remark,
            @Nullable URI externalLink,
            String language,
            PrintedInstant published,
            @Nullable PrintedInstant expires,
            List<AttachmentContent> attachments,
            int revision,
            String revisionHash) {
        this(
                id,
                title,
                summary,
                bodyHtml,
                categoryPath,
                responsibleUnits,
                remark,
                externalLink,
                language,
                published,
                expires,
                attachments,
                revision,
                revisionHash,
                List.of());
    }
}
