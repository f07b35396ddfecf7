package dev.prakat.staticsite;

import dev.prakat.spi.Marker;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds our marks where the theme puts them. A text that an officer wrote cannot forge one: the mark of a page stands in its
 * head, where no body reaches, those of lists in an element, whose bracket is escaped in every text, and those of what search
 * reads behind a quote, which is.
 */
final class Marks {

    private static final Pattern LISTED = Pattern.compile(
            "<(?:li data-prakat=\"|category scheme=\"urn:prakat:marker\" term=\"|!--)(prakat:1:[0-9a-z:-]+)");
    private static final Pattern IN_JSON = Pattern.compile("\\{\"mark\":\"(prakat:1:[0-9a-z:-]+)");
    private static final String PAGE = "<meta name=\"prakat\" content=\"";

    /** How a list of ours in JSON begins; the bytes of no other begin so. */
    private static final String JSON = "{\"site\":\"" + PageFrame.SITE_MARK + "\"";

    private Marks() {}

    /** The mark of an item on its own page; where two pages were joined, the one that shows the most. */
    static Optional<Marker> ofPage(String text, String item) {
        StringBuilder marks = new StringBuilder();
        int from = 0;
        for (int start = text.indexOf(PAGE); start >= 0; start = text.indexOf(PAGE, from)) {
            int end = text.indexOf('"', start + PAGE.length());
            if (end < 0) {
                break;
            }
            if (isInHead(text, start)) {
                marks.append(text, start + PAGE.length(), end).append(' ');
            }
            from = end;
        }
        return Marker.find(marks.toString(), item);
    }

    private static boolean isInHead(String text, int position) {
        int head = text.lastIndexOf("<head", position);
        return head >= 0 && text.indexOf("</head>", head) > position;
    }

    /** The mark of an item in a list or a feed. */
    static Optional<Marker> inList(String text, String item) {
        // In a feed a text may have the quotes that JSON does not let through, and in JSON the brackets.
        Matcher matcher = (text.startsWith(JSON) ? IN_JSON : LISTED).matcher(text);
        StringBuilder marks = new StringBuilder();
        while (matcher.find()) {
            if (matcher.group(1).startsWith(item, "prakat:1:".length())) {
                marks.append(matcher.group(1)).append(' ');
            }
        }
        return Marker.find(marks.toString(), item);
    }

    /** Whether a page or feed is one of this kind of site at all. */
    static boolean isSite(String text) {
        return text.contains("\"" + PageFrame.SITE_MARK + "\"") || text.contains("<!--" + PageFrame.SITE_MARK + "-->");
    }
}
