package dev.prakat.staticsite;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * The plain text that search reads: composed (NFC), without what nobody can see, every blank alike. {@code search.js} does the same
 * with what a reader types, and its tests use the same examples. Stateless.
 */
final class SearchText {

    private static final Pattern UNSEEN = Pattern.compile(
            "[\\u00AD\\u034F\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]");
    private static final Pattern BLANK = Pattern.compile(
            "[\\u0000-\\u0020\\u007F-\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");

    private SearchText() {}

    static String plain(String text) {
        String composed = Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFC);
        return BLANK.matcher(composed).replaceAll(" ").strip();
    }

    /** The same for clean HTML: a blank between blocks, and none where only the look of the letters changes. */
    static String ofHtml(String html) {
        return plain(Jsoup.parseBodyFragment(html).body().text());
    }
}
