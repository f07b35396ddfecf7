package dev.prakat.item;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an author hands in. Immutable; {@link #of} begins one and the {@code with} methods give a changed copy. Source:
 * S002-F01 to S002-F07.
 *
 * @param category the category: its id, its row ({@code M028}) or its path of labels
 * @param content the text; the body is cleaned before it is kept
 * @param origin where it comes from
 * @param letterScan the scan of the letter, or null; kept and hashed, never public
 * @param attachments the files, in order
 * @param placements where and when it is to be public
 */
public record Draft(
        String category,
        Content content,
        Origin origin,
        @Nullable DraftAttachment letterScan,
        List<DraftAttachment> attachments,
        List<PlacementPlan> placements) {

    /** Copies the lists. */
    public Draft {
        attachments = List.copyOf(attachments);
        placements = List.copyOf(placements);
    }

    /**
     * A draft of the agency itself, in Thai, without summary, files and placements.
     *
     * @param category the category: its id, its row or its path of labels
     * @param title the title
     * @param bodyHtml the body
     * @return the draft
     */
    public static Draft of(String category, String title, String bodyHtml) {
        return new Draft(
                category,
                new Content(title, "", bodyHtml, "th", null, null, Map.of()),
                Origin.internal(),
                null,
                List.of(),
                List.of());
    }

    /**
     * Puts it into another category.
     *
     * @param idOrRowOrPath the category
     * @return the changed copy
     */
    public Draft withCategory(String idOrRowOrPath) {
        return new Draft(idOrRowOrPath, content, origin, letterScan, attachments, placements);
    }

    /**
     * Sets the summary.
     *
     * @param text plain text
     * @return the changed copy
     */
    public Draft withSummary(String text) {
        return with(new Content(
                content.title(),
                text,
                content.bodyHtml(),
                content.language(),
                content.externalLink(),
                content.remark(),
                content.fields()));
    }

    /**
     * Sets the link for further reading.
     *
     * @param link an https or http address
     * @return the changed copy
     */
    public Draft withExternalLink(URI link) {
        return with(new Content(
                content.title(),
                content.summary(),
                content.bodyHtml(),
                content.language(),
                link,
                content.remark(),
                content.fields()));
    }

    /**
     * Sets the remark.
     *
     * @param text plain text
     * @return the changed copy
     */
    public Draft withRemark(String text) {
        return with(new Content(
                content.title(),
                content.summary(),
                content.bodyHtml(),
                content.language(),
                content.externalLink(),
                text,
                content.fields()));
    }

    /**
     * Sets the language.
     *
     * @param tag a BCP 47 tag
     * @return the changed copy
     */
    public Draft withLanguage(String tag) {
        return with(new Content(
                content.title(),
                content.summary(),
                content.bodyHtml(),
                tag,
                content.externalLink(),
                content.remark(),
                content.fields()));
    }

    /**
     * Says what a field of the policy asks for. A second value for one field replaces the first.
     *
     * @param id the field's id, for example {@code SOURCE}
     * @param value a text, a date as {@code 2021-02-28}, or the name of a file of this draft
     * @return the changed copy Source: S003-R15
     */
    public Draft withField(String id, String value) {
        Map<String, String> fields = new TreeMap<>(content.fields());
        fields.put(id, value);
        return with(new Content(
                content.title(),
                content.summary(),
                content.bodyHtml(),
                content.language(),
                content.externalLink(),
                content.remark(),
                fields));
    }

    /**
     * Sets where the item comes from.
     *
     * @param from the source, the letter, who answers for it
     * @return the changed copy
     */
    public Draft withOrigin(Origin from) {
        return new Draft(category, content, from, letterScan, attachments, placements);
    }

    /**
     * Says that the item came from another agency with a letter.
     *
     * @param source a source of the policy, for example {@code MINISTRY}
     * @param letter the letter as it was registered
     * @param scan the scan of the letter; never public
     * @return the changed copy Source: S001-R16, S001-R21
     */
    public Draft from(String source, RegisteredLetter letter, DraftAttachment scan) {
        Origin from = new Origin(source, letter, origin.provider(), origin.personalData());
        return new Draft(category, content, from, scan, attachments, placements);
    }

    /**
     * Adds a file after those that are there.
     *
     * @param attachment the file
     * @return the changed copy
     */
    public Draft withAttachment(DraftAttachment attachment) {
        List<DraftAttachment> more =
                Stream.concat(attachments.stream(), Stream.of(attachment)).toList();
        return new Draft(category, content, origin, letterScan, more, placements);
    }

    /**
     * Adds a place where the item is to be public.
     *
     * @param plan the place, the period, and what is left afterwards
     * @return the changed copy
     */
    public Draft withPlacement(PlacementPlan plan) {
        List<PlacementPlan> more =
                Stream.concat(placements.stream(), Stream.of(plan)).toList();
        return new Draft(category, content, origin, letterScan, attachments, more);
    }

    private Draft with(Content changed) {
        return new Draft(category, changed, origin, letterScan, attachments, placements);
    }
}
