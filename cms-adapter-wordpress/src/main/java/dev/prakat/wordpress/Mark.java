package dev.prakat.wordpress;

import dev.prakat.spi.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The comment at the end of a post's content that says whose it is, which decision put it there, and the sum of what was put.
 * An officer's text cannot forge one: the bracket of a comment is escaped in every text and removed from every body.
 *
 * @param marker the mark that the public sees too
 * @param fence the highest fence that was carried out; 0 when the comment has none
 * @param sum the sum of title, summary and content as they were sent, or null in a notice
 * @param tombstone whether nothing was ever in this post but the fence
 */
record Mark(Marker marker, long fence, @Nullable String sum, boolean tombstone) {

    private static final Pattern FORM = Pattern.compile("<!--\\s*(prakat:1:[0-9a-z-]{4,40}:[a-z]+(?::[0-9a-f]{64})?)"
            + "(?: fence=([0-9]{1,18}))?(?: sum=([0-9a-f]{16}))?( tombstone)?\\s*-->");

    /** What every mark of an item that shows a revision begins with; looked for by the site's own search. */
    static String presentHead(String item) {
        return "prakat:1:" + item + ":present:";
    }

    /** What every mark of an item begins with. */
    static String head(String item) {
        return "prakat:1:" + item + ":";
    }

    static Mark gone(String item, long fence) {
        return new Mark(new Marker(item, Marker.State.GONE, null), fence, null, false);
    }

    static Mark tombstone(String item, long fence) {
        return new Mark(new Marker(item, Marker.State.GONE, null), fence, null, true);
    }

    /** The comment. */
    String text() {
        return "<!-- " + marker.text() + " fence=" + fence + (sum == null ? "" : " sum=" + sum)
                + (tombstone ? " tombstone" : "") + " -->";
    }

    /**
     * The mark of an item in a text, the one that shows the most when there are several.
     *
     * @return empty when there is none of this item
     */
    static Optional<Mark> find(String text, String item) {
        return all(text).stream()
                .filter(mark -> mark.marker().item().equals(item))
                .reduce((a, b) -> a.marker().state().compareTo(b.marker().state()) <= 0 ? a : b);
    }

    /** Every mark in a text. */
    static List<Mark> all(String text) {
        List<Mark> marks = new ArrayList<>();
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            String item = name.split(":", -1)[2];
            long fence = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
            boolean tombstone = matcher.group(4) != null;
            String sum = matcher.group(3);
            Marker.find(name, item).ifPresent(marker -> marks.add(new Mark(marker, fence, sum, tombstone)));
        }
        return marks;
    }

    /** A text without the marks in it. */
    static String without(String text) {
        return FORM.matcher(text).replaceAll("");
    }
}
