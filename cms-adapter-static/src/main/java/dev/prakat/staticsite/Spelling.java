package dev.prakat.staticsite;

import java.util.regex.Pattern;

/** What a Thai text needs on a screen beyond its letters. Stateless. */
final class Spelling {

    private static final char NO_BREAK = '\u00A0';
    private static final char MAIYAMOK = '\u0E46';
    private static final Pattern BEFORE_MAIYAMOK = Pattern.compile("[ \\u200B]+(?=\u0E46)");

    private Spelling() {}

    /**
     * A line of plain text as it is printed: the repetition mark ๆ never begins a line, because the blank before it does not
     * break.
     */
    static String line(String text) {
        if (text.indexOf(MAIYAMOK) < 0) {
            return text;
        }
        return BEFORE_MAIYAMOK.matcher(text).replaceAll(String.valueOf(NO_BREAK));
    }
}
