package dev.prakat.item;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an author hands in: the fields of the request form. Immutable; the {@code with} methods give a changed copy.
 *
 * @param category the category: its id, its row ({@code M028}) or its path of labels
 * @param title the title, plain text Source: S002-F03
 * @param summary a summary in plain text; empty for none
 * @param bodyHtml the body; cleaned before it is kept Source: S002-F04
 * @param language a BCP 47 tag
 * @param externalLink a link for further reading, or null Source: S002-F05
 * @param remark a remark for the reader, or null Source: S002-F06
 * @param attachments the files, in order
 * @param placements where and when it is to be public
 */
public record Draft(
        String category,
        String title,
        String summary,
        String bodyHtml,
        String language,
        @Nullable URI externalLink,
        @Nullable String remark,
        List<DraftAttachment> attachments,
        List<PlacementPlan> placements) {

    public Draft {
        attachments = List.copyOf(attachments);
        placements = List.copyOf(placements);
    }

    /**
     * A draft in Thai without summary, files and placements.
     *
     * @param category the category: its id, its row or its path of labels
     * @param title the title
     * @param bodyHtml the body
     * @return the draft
     */
    public static Draft of(String category, String title, String bodyHtml) {
        return new Draft(category, title, "", bodyHtml, "th", null, null, List.of(), List.of());
    }

    /**
     * Sets the summary.
     *
     * @param text plain text
     * @return the changed copy
     */
    public Draft withSummary(String text) {
        return new Draft(category, title, text, bodyHtml, language, externalLink, remark, attachments, placements);
    }

    /**
     * Sets the link for further reading.
     *
     * @param link an https or http address
     * @return the changed copy
     */
    public Draft withExternalLink(URI link) {
        return new Draft(category, title, summary, bodyHtml, language, link, remark, attachments, placements);
    }

    /**
     * Sets the remark.
     *
     * @param text plain text
     * @return the changed copy
     */
    public Draft withRemark(String text) {
        return new Draft(category, title, summary, bodyHtml, language, externalLink, text, attachments, placements);
    }

    /**
     * Sets the language.
     *
     * @param tag a BCP 47 tag
     * @return the changed copy
     */
    public Draft withLanguage(String tag) {
        return new Draft(category, title, summary, bodyHtml, tag, externalLink, remark, attachments, placements);
    }

    /**
     * Adds a file after those that are there.
     *
     * @param attachment the file
     * @return the changed copy
     */
    public Draft withAttachment(DraftAttachment attachment) {
        return new Draft(
                category,
                title,
                summary,
                bodyHtml,
                language,
                externalLink,
                remark,
                Stream.concat(attachments.stream(), Stream.of(attachment)).toList(),
                placements);
    }

    /**
     * Adds a place where the item is to be public.
     *
     * @param plan the place, the period, and what is left afterwards
     * @return the changed copy
     */
    public Draft withPlacement(PlacementPlan plan) {
        return new Draft(
                category,
                title,
                summary,
                bodyHtml,
                language,
                externalLink,
                remark,
                attachments,
                Stream.concat(placements.stream(), Stream.of(plan)).toList());
    }
}
