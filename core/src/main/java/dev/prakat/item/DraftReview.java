package dev.prakat.item;

import dev.prakat.problem.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a draft: nothing of it is stored. Immutable.
 *
 * @param content the text as it would be kept, the body clean; null when it cannot be read at all
 * @param attachments the files that are acceptable, with their type, size and hash
 * @param removed what cleaning would take out
 * @param findings everything for which the draft would be refused; empty when it would be accepted
 */
public record DraftReview(
        @Nullable Content content, List<Attachment> attachments, List<Removal> removed, List<Finding> findings) {

    /** Copies the lists. */
    public DraftReview {
        attachments = List.copyOf(attachments);
        removed = List.copyOf(removed);
        findings = List.copyOf(findings);
    }

    /**
     * Whether the draft would be accepted.
     *
     * @return true if nothing was found against it
     */
    public boolean acceptable() {
        return findings.isEmpty();
    }
}
