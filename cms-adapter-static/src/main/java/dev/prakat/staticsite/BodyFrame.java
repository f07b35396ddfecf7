package dev.prakat.staticsite;

import java.util.Locale;

/**
 * Puts each table of a body into a frame that scrolls by itself and that a keyboard can reach, so that a wide one does not make
 * the whole page wide. Of the body itself nothing changes but what {@link NumberColumns} marks. Stateless.
 */
final class BodyFrame {

    private final String open;

    /**
     * Creates it.
     *
     * @param label what a screen reader calls the frame
     */
    BodyFrame(String label) {
        open = "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" + label + "\">";
    }

    /** The same HTML with a frame around each outermost table. */
    String around(String html) {
        if (!hasTable(html)) {
            return html;
        }
        StringBuilder framed = new StringBuilder(html.length() + 128);
        int depth = 0;
        int table = 0;
        int at = 0;
        while (at < html.length()) {
            int start = html.indexOf('<', at);
            int end = start < 0 ? -1 : endOfTag(html, start);
            if (end < 0) {
                break;
            }
            framed.append(html, at, start);
            String tag = html.substring(start, end);
            if (isTag(tag, "<table")) {
                framed.append(depth == 0 ? open : "");
                table = depth == 0 ? framed.length() : table;
                depth++;
            }
            framed.append(tag);
            if (isTag(tag, "</table") && depth > 0 && --depth == 0) {
                String marked = NumberColumns.mark(framed.substring(table));
                framed.setLength(table);
                framed.append(marked).append("</div>");
            }
            at = end;
        }
        return depth == 0 ? framed.append(html, at, html.length()).toString() : html;
    }

    private static boolean hasTable(String html) {
        for (int start = html.indexOf('<'); start >= 0; start = html.indexOf('<', start + 1)) {
            if (html.regionMatches(true, start, "<table", 0, "<table".length())) {
                return true;
            }
        }
        return false;
    }

    static boolean isTag(String tag, String begin) {
        String rest = tag.toLowerCase(Locale.ROOT);
        return rest.startsWith(begin)
                && rest.length() > begin.length()
                && !Character.isLetterOrDigit(rest.charAt(begin.length()));
    }

    /** Behind the bracket that closes a tag: one within the quotes of an attribute does not. */
    static int endOfTag(String html, int start) {
        char quote = 0;
        for (int i = start + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return -1;
    }
}
