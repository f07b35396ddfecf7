package dev.prakat.staticsite;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Marker;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.PublishableItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the state folder knows of one item: enough to render every listing, and to make a withdrawn page without being given
 * the content again. Immutable.
 *
 * @param item the item's key
 * @param placement the placement's key
 * @param fence the highest fence seen; outlives every take-down
 * @param shown what stands on the site
 * @param removing whether a take-down has begun; listings leave such an item out even if it was interrupted
 * @param path the category from the top down; empty when nothing was ever shown
 * @param text what the page prints; null when nothing of it may be kept
 * @param changed when what is shown was put there, ISO 8601; null when nothing was ever shown
 * @param files the item's own files with their hashes, by path; everything here is ours
 */
record ItemState(
        String item,
        String placement,
        long fence,
        Shown shown,
        boolean removing,
        List<Step> path,
        @Nullable Text text,
        @Nullable String changed,
        SortedMap<String, String> files) {

    /** What stands on the site. */
    enum Shown {
        NOTHING,
        PRESENT,
        WITHDRAWN,
        GONE,
        VANISHED
    }

    /**
     * One step of the category's path.
     *
     * @param id its key
     * @param label its label when the item was published
     */
    record Step(String id, String label) {}

    /**
     * What the page prints besides the body.
     *
     * @param title the title
     * @param summary the summary, or empty
     * @param units the responsible units
     * @param remark a remark, or null
     * @param link a link for further reading, or null
     * @param language the language tag of the text
     * @param published when it became public
     * @param expires when it will be taken down, or null
     * @param files the attachments in order
     * @param revision the number of the revision
     * @param revisionHash its hash
     * @param history the revisions up to this one, the newest first
     */
    record Text(
            String title,
            String summary,
            List<String> units,
            @Nullable String remark,
            @Nullable String link,
            String language,
            Printed published,
            @Nullable Printed expires,
            List<Attached> files,
            int revision,
            String revisionHash,
            List<Made> history) {

        Text {
            history = history == null ? List.of() : List.copyOf(history);
        }

        Instant publishedAt() {
            return Instant.parse(published.instant());
        }

        boolean isRevisionOf(@Nullable Text other) {
            return other != null && other.revisionHash().equals(revisionHash);
        }

        Text with(List<Attached> others) {
            return new Text(
                    title,
                    summary,
                    units,
                    remark,
                    link,
                    language,
                    published,
                    expires,
                    others,
                    revision,
                    revisionHash,
                    history);
        }
    }

    /**
     * An instant and its text.
     *
     * @param instant ISO 8601
     * @param text as printed
     */
    record Printed(String instant, String text) {

        static Printed of(PrintedInstant printed, Locale language) {
            boolean english = language.getLanguage().equals("en");
            return new Printed(printed.instant().toString(), english ? printed.textEn() : printed.text());
        }
    }

    /**
     * A line of the history.
     *
     * @param revision the number of the revision
     * @param when when it was made
     */
    record Made(int revision, Printed when) {}

    /**
     * An attachment.
     *
     * @param path where it stands
     * @param name what readers call it
     * @param mediaType its type
     * @param bytes its size
     * @param sha256 its hash
     */
    record Attached(String path, String name, String mediaType, long bytes, String sha256) {}

    ItemState {
        path = List.copyOf(path);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static ItemState unseen(String item, String placement) {
        return new ItemState(item, placement, 0, Shown.NOTHING, false, List.of(), null, null, new TreeMap<>());
    }

    /** An item as its page shows it, before anything of it is anywhere. */
    static ItemState shown(String item, List<Step> path, Text text) {
        return new ItemState(item, "", 0, Shown.PRESENT, false, path, text, null, new TreeMap<>());
    }

    /** What the page prints, with dates in the language of the site. */
    static Text text(PublishableItem item, Locale language) {
        List<Attached> files = new ArrayList<>();
        for (AttachmentContent attachment : item.attachments()) {
            String path = SitePath.folder(item.id()) + "f/" + (files.size() + 1) + "-"
                    + attachment.sha256().substring(0, 8) + "."
                    + MediaTypes.extension(attachment.mediaType(), attachment.name());
            files.add(new Attached(
                    path, attachment.name(), attachment.mediaType(), attachment.bytes(), attachment.sha256()));
        }
        return new Text(
                item.title(),
                item.summary(),
                item.responsibleUnits(),
                item.remark(),
                item.externalLink() == null ? null : item.externalLink().toString(),
                item.language(),
                Printed.of(item.published(), language),
                item.expires() == null ? null : Printed.of(item.expires(), language),
                files,
                item.revision(),
                item.revisionHash(),
                item.history().stream()
                        .map(line -> new Made(line.number(), Printed.of(line.made(), language)))
                        .toList());
    }

    static List<Step> steps(List<CategoryLabel> path) {
        return path.stream().map(c -> new Step(c.id(), c.label())).toList();
    }

    /** The same with a higher fence and every file that is about to be written claimed as ours. */
    ItemState claim(long newFence, boolean removal, SortedMap<String, String> planned) {
        SortedMap<String, String> claimed = new TreeMap<>(planned);
        claimed.putAll(files);
        return new ItemState(item, placement, newFence, shown, removing || removal, path, text, changed, claimed);
    }

    /** The same with the item's own files out of what was written. */
    ItemState withFiles(SortedMap<String, String> written) {
        SortedMap<String, String> own = new TreeMap<>(written);
        own.keySet().removeIf(path -> !path.startsWith(SitePath.folder(item)));
        return new ItemState(item, placement, fence, shown, removing, path, text, changed, own);
    }

    /** Whether lists name it. */
    boolean listed() {
        return shown == Shown.PRESENT && !removing && text != null;
    }

    /** Whether a reader should find it. */
    boolean isPublic() {
        return (shown == Shown.PRESENT || shown == Shown.WITHDRAWN) && !removing;
    }

    /** Whether it was taken down, so that feeds say so. */
    boolean takenDown() {
        return shown != Shown.NOTHING && shown != Shown.PRESENT;
    }

    @Nullable
    Instant changedAt() {
        return changed == null ? null : Instant.parse(changed);
    }

    /** The mark that its page and its entries in lists carry. */
    Marker marker() {
        boolean readable = text != null && (shown == Shown.PRESENT || shown == Shown.WITHDRAWN);
        if (!readable || text == null) {
            return new Marker(item, Marker.State.GONE, null);
        }
        Marker.State state = shown == Shown.PRESENT ? Marker.State.PRESENT : Marker.State.WITHDRAWN;
        return new Marker(item, state, text.revisionHash());
    }
}
