package dev.prakat.screening;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * The text of HTML with its places in the source: what a reader sees, and what the attributes say. Inline elements part nothing, so
 * that {@code 12345<b>67890</b>121} is one number; all others end the line. Nothing is skipped: comments and scripts are public
 * too. Reads whatever it is given, well-formed or not, in one pass. One use, one thread.
 */
final class HtmlText {

    private static final int LONGEST_ENTITY = 32;
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
            "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> LINKS =
            Set.of("href", "src", "action", "formaction", "cite", "poster", "srcset", "background", "data", "longdesc");
    private static final Set<String> LOOKS = Set.of("class", "style", "id", "width", "height");

    private final String html;
    private final NormalText.Builder seen;
    private final NormalText.Builder attributes = new NormalText.Builder(16);
    private int at;

    private HtmlText(String html) {
        this.html = html;
        this.seen = new NormalText.Builder(html.length());
    }

    /** What is seen, and what the attributes say. */
    static List<NormalText> of(String html) {
        HtmlText text = new HtmlText(html);
        text.read();
        return List.of(text.seen.build(), text.attributes.build());
    }

    private void read() {
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            text(end);
            if (at < html.length()) {
                markup();
            }
        }
    }

    private void markup() {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at + 4);
            end = end < 0 ? html.length() : end;
            seen.lump("\n", at, at + 4);
            at += 4;
            text(end);
            seen.lump("\n", end, end);
            at = Math.min(html.length(), end + 3);
        } else if (Character.isLetter(next) || next == '/' || next == '!' || next == '?') {
            tag();
        } else {
            seen.append(html, at, at + 1, at);
            at++;
        }
    }

    /** Text up to a place, with blanks as a browser shows them. */
    private void text(int end) {
        int plain = at;
        while (at < end) {
            char c = html.charAt(at);
            if (c == '&') {
                seen.append(html, plain, at, plain);
                at = entity(seen, html, at, end);
                plain = at;
            } else if (isBlank(c)) {
                seen.append(html, plain, at, plain);
                int from = at;
                while (at < end && isBlank(html.charAt(at))) {
                    at++;
                }
                seen.lump(" ", from, at);
                plain = at;
            } else {
                at++;
            }
        }
        seen.append(html, plain, end, plain);
    }

    private void tag() {
        int from = at;
        at++;
        int name = at;
        while (at < html.length() && isName(html.charAt(at))) {
            at++;
        }
        String tag = html.substring(name, Math.min(at, name + 20))
                .toLowerCase(Locale.ROOT)
                .replace("/", "");
        if (!INLINE.contains(tag)) {
            seen.lump(CELLS.contains(tag) ? "\t" : "\n", from, at);
        }
        while (at < html.length() && html.charAt(at) != '>') {
            attribute();
        }
        at = Math.min(html.length(), at + 1);
    }

    private void attribute() {
        int from = at;
        while (at < html.length() && "=> \t\n\r\f/".indexOf(html.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            at++;
            return;
        }
        String name = html.substring(from, Math.min(at, from + 20)).toLowerCase(Locale.ROOT);
        int value = blanks(at);
        if (value >= html.length() || html.charAt(value) != '=') {
            at = value;
            return;
        }
        value = blanks(value + 1);
        char quote = value < html.length() ? html.charAt(value) : ' ';
        int end;
        if (quote == '"' || quote == '\'') {
            value++;
            end = html.indexOf(quote, value);
            end = end < 0 ? html.length() : end;
            at = Math.min(html.length(), end + 1);
        } else {
            end = value;
            while (end < html.length() && !isBlank(html.charAt(end)) && html.charAt(end) != '>') {
                end++;
            }
            at = end;
        }
        value(name, value, end);
    }

    private void value(String name, int from, int to) {
        // The bytes of an image within a page are no text.
        if (LOOKS.contains(name) || to <= from || html.regionMatches(true, from, "data:", 0, 5)) {
            return;
        }
        attributes.lump("\n\n", from, from);
        boolean link = LINKS.contains(name);
        int plain = from;
        int i = from;
        while (i < to) {
            char c = html.charAt(i);
            if (c == '&' || (link && c == '%')) {
                attributes.append(html, plain, i, plain);
                i = c == '&' ? entity(attributes, html, i, to) : LinkText.escape(attributes, html, i, to);
                plain = i;
            } else {
                i++;
            }
        }
        attributes.append(html, plain, to, plain);
    }

    /** Appends what an entity stands for, or the ampersand; gives the place behind it. */
    private static int entity(NormalText.Builder out, String html, int from, int end) {
        int to = from + 1;
        if (to < end && html.charAt(to) == '#') {
            to++;
        }
        while (to < end && to - from < LONGEST_ENTITY && Characters.isAlphanumeric(html.charAt(to))) {
            to++;
        }
        to = to < end && html.charAt(to) == ';' ? to + 1 : to;
        String source = html.substring(from, to);
        String meant = to - from < 3 ? source : Parser.unescapeEntities(source, false);
        if (meant.equals(source)) {
            out.append(html, from, from + 1, from);
            return from + 1;
        }
        out.lump(meant, from, to);
        return to;
    }

    private int blanks(int from) {
        int i = from;
        while (i < html.length() && isBlank(html.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    }

    private static boolean isName(char c) {
        return !isBlank(c) && c != '>';
    }
}
