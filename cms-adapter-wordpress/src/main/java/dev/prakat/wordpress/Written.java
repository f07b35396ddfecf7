package dev.prakat.wordpress;

import dev.prakat.spi.Marker;
import dev.prakat.spi.Notice;
import dev.prakat.spi.PublishableItem;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written into a post: exactly these three texts must come back. Immutable.
 *
 * <p>The content is one block of HTML, so that WordPress puts in no paragraphs of its own, and the mark after it.
 *
 * @param title the title, as HTML
 * @param content the content, as HTML
 * @param excerpt the summary, as HTML
 */
record Written(String title, String content, String excerpt) {

    private static final int SUM = 8;
    private static final String OPEN = "<!-- wp:html -->\n";
    private static final String CLOSE = "\n<!-- /wp:html -->\n";
    private static final String BANNER = "<!-- prakat-banner -->";
    private static final String BANNER_END = "<!-- /prakat-banner -->\n";
    private static final Pattern WHOLE_BANNER = Pattern.compile(BANNER + ".*?" + BANNER_END, Pattern.DOTALL);

    /** An item that is public, with its files where they lie. */
    static Written item(
            PublishableItem item,
            List<StoredFile> files,
            long fence,
            Labels labels,
            String date,
            Collection<Long> categories) {
        String title = Escaped.line(item.title());
        String excerpt = Escaped.line(item.summary());
        String body = OPEN + Escaped.brackets(item.bodyHtml()) + "\n" + new About(labels).of(item, files) + CLOSE;
        Marker marker = new Marker(item.id(), Marker.State.PRESENT, item.revisionHash());
        String sum = textSum(title, body, excerpt) + labelSum(date, categories);
        Mark mark = new Mark(marker, fence, sum, false);
        return new Written(title, body + mark.text(), excerpt);
    }

    /** The notice in the place of an item. Whoever made the post public by hand would show this and nothing else. */
    static Written notice(String item, Notice notice, long fence, Labels labels) {
        String title = Escaped.line(notice.title() == null ? notice.heading() : notice.title());
        String body = OPEN + new About(labels).of(notice) + CLOSE;
        return new Written(title, body + Mark.gone(item, fence).text(), "");
    }

    /** Nothing but the fence. */
    static Written tombstone(String item, long fence) {
        return new Written("", Mark.tombstone(item, fence).text(), "");
    }

    /** What a post shows already, under a banner. */
    static Written withdrawn(
            RemotePost post,
            Mark mark,
            Notice notice,
            long fence,
            Labels labels,
            String date,
            Collection<Long> categories) {
        Marker marker = new Marker(
                mark.marker().item(), Marker.State.WITHDRAWN, mark.marker().revisionHash());
        String content = withoutBanner(Mark.without(post.content()));
        String banner = BANNER + "\n" + new About(labels).banner(notice) + "\n" + BANNER_END;
        String under = content.startsWith(OPEN.strip())
                ? OPEN + banner + content.substring(OPEN.strip().length()).stripLeading()
                : banner + content;
        // What a person changed stays told apart: the sum of the text is that of what was published.
        String text = mark.sum() == null
                ? textSum(post.title(), content, post.excerpt())
                : mark.sum().substring(0, SUM);
        Mark next = new Mark(marker, fence, text + labelSum(date, categories), false);
        return new Written(post.title(), under.strip() + "\n" + next.text(), post.excerpt());
    }

    static String withoutBanner(String content) {
        return WHOLE_BANNER.matcher(content).replaceFirst("");
    }

    /** The sum by which a change of the text by hand is noticed. */
    static String textSum(String title, String content, String excerpt) {
        return Hashes.sha256(title + '\0' + content.strip() + '\0' + excerpt).substring(0, SUM);
    }

    /** The sum by which a change of the date or the categories by hand is noticed. */
    static String labelSum(String date, Collection<Long> categories) {
        return Hashes.sha256(date + new TreeSet<>(categories)).substring(0, SUM);
    }

    /** The first difference between this and what came back, for people; null when there is none. */
    @Nullable
    String difference(RemotePost post) {
        String where = difference("title", title, post.title());
        where = where == null ? difference("summary", excerpt, post.excerpt()) : where;
        return where == null ? difference("content", content, post.content()) : where;
    }

    private static @Nullable String difference(String what, String sent, String back) {
        if (sent.equals(back)) {
            return null;
        }
        int at = 0;
        while (at < Math.min(sent.length(), back.length()) && sent.charAt(at) == back.charAt(at)) {
            at++;
        }
        return "the " + what + " at character " + at + ": sent '" + around(sent, at) + "', found '" + around(back, at)
                + "'";
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 40))
                .replace('\n', ' ');
    }
}
