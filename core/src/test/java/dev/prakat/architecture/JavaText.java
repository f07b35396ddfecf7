package dev.prakat.architecture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source with everything blanked that is not code, so that a search finds calls and not words about them. */
final class JavaText {

    private static final Pattern NOT_CODE = Pattern.compile(
            // Possessive: a long text block must not be matched by recursion.
            "\"\"\"(?:\\\\.|(?!\"\"\").)*+\"\"\"" // text block
                    + "|\"(?:\\\\.|[^\"\\\\\n])*+\"" // string
                    + "|'(?:\\\\.|[^'\\\\\n])*'" // character
                    + "|//[^\n]*"
                    + "|/\\*.*?\\*/",
            Pattern.DOTALL);

    private static final Pattern NOT_LINE_BREAK = Pattern.compile("[^\n]");

    private JavaText() {}

    /** The code alone; every line keeps its number. */
    static String code(String source) {
        return NOT_CODE.matcher(source)
                .replaceAll(match -> Matcher.quoteReplacement(
                        NOT_LINE_BREAK.matcher(match.group()).replaceAll(" ")));
    }

    /** The number of the line, from 1, that a position is in. */
    static int line(String text, int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }
}
