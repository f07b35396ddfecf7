package dev.prakat.staticsite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of clean HTML that has paragraphs, headings, lists, links and the look of letters and nothing else, as most bodies: what a
 * parser would give, in one go over the characters. A whole site asks for every body. One text; one thread.
 */
final class PlainBody {

    private static final Set<String> BLOCKS = Set.of("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote");

    /** Blocks that end where another begins. */
    private static final Set<String> LINES = Set.of("p", "h2", "h3", "h4", "h5", "h6");

    private static final Set<String> INLINE = Set.of("a", "strong", "em", "b", "i", "u", "s", "sub", "sup", "span");

    private static final Map<String, Character> ENTITIES =
            Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "nbsp", '\u00A0');

    private final String html;
    private final StringBuilder text;
    private final Deque<String> open = new ArrayDeque<>();
    private int at;
    private int entityAt = -1;

    private PlainBody(String html) {
        this.html = html;
        this.text = new StringBuilder(html.length());
    }

    /**
     * The text, with blanks as they come and at least one between blocks.
     *
     * @return empty when there is anything else in it, which takes a parser
     */
    static Optional<String> text(String html) {
        PlainBody body = new PlainBody(html);
        return body.read() ? Optional.of(body.text.toString()) : Optional.empty();
    }

    private boolean read() {
        if (html.indexOf(0) >= 0) {
            return false;
        }
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' ? !tag() : c == '&' ? !entity() : !characters()) {
                return false;
            }
        }
        return open.isEmpty();
    }

    /** Everything before the next tag or entity. */
    private boolean characters() {
        int end = next('<');
        if (entityAt < at) {
            entityAt = next('&');
        }
        end = Math.min(end, entityAt);
        text.append(html.substring(at, end));
        at = end;
        return true;
    }

    private int next(char sign) {
        int found = html.indexOf(sign, at);
        return found < 0 ? html.length() : found;
    }

    private boolean entity() {
        int end = html.indexOf(';', at);
        Character c = end < 0 || end > at + 5 ? null : ENTITIES.get(html.substring(at + 1, end));
        if (c == null) {
            return false;
        }
        text.append(c.charValue());
        at = end + 1;
        return true;
    }

    private boolean tag() {
        boolean closing = html.startsWith("</", at);
        int from = at + (closing ? 2 : 1);
        int to = from;
        while (to < html.length() && isName(html.charAt(to))) {
            to++;
        }
        String name = html.substring(from, to);
        at = closing ? to + 1 : behind(to);
        if (at <= 0 || at > html.length() || html.charAt(at - 1) != '>') {
            return false;
        }
        return closing ? close(name) : open(name);
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** Behind the bracket that closes a tag whose name ends somewhere; 0 when that is not as clean HTML has it. */
    private int behind(int nameEnd) {
        boolean quoted = false;
        for (int i = nameEnd; i < html.length(); i++) {
            char c = html.charAt(i);
            if (i == nameEnd && c != ' ' && c != '>') {
                return 0;
            }
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '/' || c == '\'')) {
                return 0;
            } else if (!quoted && c == '>') {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean open(String name) {
        if (name.equals("br")) {
            text.append(' ');
            return true;
        }
        String around = open.peek();
        boolean inBlock = around == null || BLOCKS.contains(around);
        if (BLOCKS.contains(name) ? !inBlock || !fits(name, around) : !INLINE.contains(name) || open.contains(name)) {
            return false;
        }
        if (BLOCKS.contains(name)) {
            text.append(' ');
        }
        open.push(name);
        return true;
    }

    private static boolean fits(String name, @Nullable String around) {
        if (around == null) {
            return !name.equals("li");
        }
        boolean list = around.equals("ul") || around.equals("ol");
        return !LINES.contains(around) && list == name.equals("li");
    }

    private boolean close(String name) {
        if (!name.equals(open.peek())) {
            return false;
        }
        open.pop();
        if (BLOCKS.contains(name)) {
            text.append(' ');
        }
        return true;
    }
}
