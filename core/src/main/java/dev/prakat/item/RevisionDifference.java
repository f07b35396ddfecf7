package dev.prakat.item;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What two revisions of an item say differently. Immutable.
 *
 * @param item the item
 * @param from the one
 * @param to the other
 * @param changes a change for each part that differs, in the order of {@link Part}; empty when they say the same
 */
public record RevisionDifference(ItemId item, RevisionSummary from, RevisionSummary to, List<Change> changes) {

    /** Copies the list. */
    public RevisionDifference {
        changes = List.copyOf(changes);
    }

    /** A part of a revision. */
    public enum Part {
        /** The category that the author gave it. */
        CATEGORY,
        /** The title. */
        TITLE,
        /** The summary. */
        SUMMARY,
        /** The body, as a reader reads it. */
        BODY,
        /** The body's HTML, where a reader reads the same. */
        MARKUP,
        /** The language. */
        LANGUAGE,
        /** The external link. */
        LINK,
        /** The remark. */
        REMARK,
        /** A field of the policy. */
        FIELD,
        /** A file. */
        ATTACHMENT,
        /** The order of the files. */
        ATTACHMENT_ORDER,
        /** Where it comes from. */
        SOURCE,
        /** The letter. */
        LETTER,
        /** The scan of the letter. */
        LETTER_SCAN,
        /** Who answers for what it says. */
        PROVIDER,
        /** Why it may hold personal data. */
        PERSONAL_DATA,
        /** Where and when it is to be public. */
        PLACEMENT
    }

    /**
     * One part that differs.
     *
     * @param part the part
     * @param subject which one of several: a field's id, a file's name, a target's name; else empty
     * @param before what it was, or null when there was none
     * @param after what it is, or null when there is none
     * @param lines the difference in lines, for texts; else empty
     */
    public record Change(
            Part part,
            String subject,
            @Nullable String before,
            @Nullable String after,
            List<DifferenceLine> lines) {

        /** Copies the list. */
        public Change {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What differs, in short and in English: the parts and which of them.
     *
     * @return for example {@code TITLE, BODY, ATTACHMENT a.pdf}
     */
    public String parts() {
        return changes.isEmpty()
                ? "nothing"
                : changes.stream()
                        .map(change -> change.subject().isEmpty()
                                ? change.part().name()
                                : change.part().name() + " " + change.subject())
                        .collect(Collectors.joining(", "));
    }
}
