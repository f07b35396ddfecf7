package dev.prakat.staticsite;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Notice;
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
 * @param path the category from the top down; empty when nothing was ever shown
 * @param text what the page prints; null when nothing of it may be kept
 * @param changed when what is shown was put there, ISO 8601; null when nothing was ever shown
 * @param notice what stands in its place or above it after a take-down; null otherwise
 * @param redirectTo where it leads, or null
 * @param files the item's own files with their hashes, by path; everything here is ours
 */
record ItemState(
        String item,
        String placement,
        long fence,
        Shown shown,
        List<Step> path,
        @Nullable Text text,
        @Nullable String changed,
        @Nullable Notice notice,
        @Nullable String redirectTo,
        SortedMap<String, String> files) {

    private static final SortedMap<String, String> NO_FILES = Collections.emptySortedMap();

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
            return Moments.parse(published.instant());
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
        files = files.isEmpty() ? NO_FILES : Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static ItemState unseen(String item, String placement) {
        return new ItemState(item, placement, 0, Shown.NOTHING, List.of(), null, null, null, null, NO_FILES);
    }

    /** An item as its page shows it, before anything of it is anywhere. */
    static ItemState shown(String item, List<Step> path, Text text) {
        return new ItemState(item, "", 0, Shown.PRESENT, path, text, null, null, null, NO_FILES);
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

    /** The same with a higher fence. */
    ItemState fenced(long newFence) {
        return new ItemState(item, placement, newFence, shown, path, text, changed, notice, redirectTo, files);
    }

    /** The same after a take-down. */
    ItemState under(Notice over, @Nullable String leadsTo) {
        return new ItemState(item, placement, fence, shown, path, text, changed, over, leadsTo, files);
    }

    /** The same with the item's own files out of what was written. */
    ItemState withFiles(SortedMap<String, String> written) {
        String folder = SitePath.folder(item);
        SortedMap<String, String> own = new TreeMap<>(written);
        own.keySet().removeIf(path -> !path.startsWith(folder));
        return new ItemState(item, placement, fence, shown, path, text, changed, notice, redirectTo, own);
    }

    /** Whether lists name it. */
    boolean listed() {
        return shown == Shown.PRESENT && text != null;
    }

    /** Whether a reader should find it. */
    boolean isPublic() {
        return (shown == Shown.PRESENT || shown == Shown.WITHDRAWN);
    }

    /** Whether it was taken down, so that feeds say so. */
    boolean takenDown() {
        return shown != Shown.NOTHING && shown != Shown.PRESENT;
    }

    @Nullable
    Instant changedAt() {
        return changed == null ? null : Moments.parse(changed);
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
