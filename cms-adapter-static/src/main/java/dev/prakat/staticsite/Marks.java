package dev.prakat.staticsite;

import dev.prakat.spi.Marker;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds our marks where the theme puts them. A text that an officer wrote cannot forge one: the mark of a page stands in its
 * head, where no body reaches, and those of lists in an element, whose bracket is escaped in every text.
 */
final class Marks {

    private static final Pattern LISTED = Pattern.compile(
            "<(?:li data-prakat=\"|category scheme=\"urn:prakat:marker\" term=\"|!--)(prakat:1:[0-9a-z:-]+)");
    private static final String PAGE = "<meta name=\"prakat\" content=\"";

    private Marks() {}

    /** The mark of an item on its own page. */
    static Optional<Marker> ofPage(String text, String item) {
        int start = text.indexOf(PAGE);
        int head = text.indexOf("</head>");
        int end = text.indexOf('"', start + PAGE.length());
        boolean found = start >= 0 && end > start && head > end;
        return found ? Marker.find(text.substring(start, end), item) : Optional.empty();
    }

    /** The mark of an item in a list or a feed. */
    static Optional<Marker> inList(String text, String item) {
        Matcher matcher = LISTED.matcher(text);
        while (matcher.find()) {
            Optional<Marker> marker = Marker.find(matcher.group(1), item);
            if (marker.isPresent()) {
                return marker;
            }
        }
        return Optional.empty();
    }

    /** Whether a page or feed is one of this kind of site at all. */
    static boolean isSite(String text) {
        return text.contains("\"" + PageFrame.SITE_MARK + "\"") || text.contains("<!--" + PageFrame.SITE_MARK + "-->");
    }
}
