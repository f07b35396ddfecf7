package dev.prakat.staticsite;

import java.text.Normalizer;
import org.jsoup.Jsoup;

/**
 * The plain text that search reads: composed (NFC), without what nobody can see, every blank alike. {@code search.js} does the same
 * with what a reader types, and its tests use the same examples. Goes over each character of a whole site, so without patterns.
 * Stateless.
 */
final class SearchText {

    private SearchText() {}

    static String plain(String text) {
        return spaced(Normalizer.normalize(seen(text), Normalizer.Form.NFC));
    }

    /** The same for clean HTML: a blank between blocks, and none where only the look of the letters changes. */
    static String ofHtml(String html) {
        return plain(PlainBody.text(html)
                .orElseGet(() -> Jsoup.parseBodyFragment(html).body().text()));
    }

    /** Without the characters that nobody can see. */
    private static String seen(String text) {
        StringBuilder seen = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUnseen(c) && seen == null) {
                seen = new StringBuilder(text.length()).append(text, 0, i);
            } else if (!isUnseen(c) && seen != null) {
                seen.append(c);
            }
        }
        return seen == null ? text : seen.toString();
    }

    /** With one space for blanks in a row, and none at the ends. */
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean after = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                after = true;
            } else {
                if (after && spaced.length() > 0) {
                    spaced.append(' ');
                }
                spaced.append(c);
                after = false;
            }
        }
        return spaced.toString();
    }

    private static boolean isUnseen(char c) {
        if (c < '\u180E') {
            return c == '\u00AD' || c == '\u034F';
        }
        return c == '\u180E'
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u206F' && c != '\u2065')
                || c == '\uFEFF';
    }

    private static boolean isBlank(char c) {
        if (c < '\u1680') {
            return c <= ' ' || (c >= '\u007F' && c <= '\u00A0');
        }
        return c == '\u1680'
                || (c >= '\u2000' && c <= '\u200A')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F'
                || c == '\u205F'
                || c == '\u3000';
    }
}
