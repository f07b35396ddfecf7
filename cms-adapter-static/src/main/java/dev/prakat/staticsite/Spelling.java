package dev.prakat.staticsite;

import java.util.regex.Pattern;

/** What a Thai text needs on a screen beyond its letters. Stateless. */
final class Spelling {

    private static final char NO_BREAK = '\u00A0';
    private static final char JOIN = '\u2060';
    private static final char MAIYAMOK = '\u0E46';
    private static final char PAIYANNOI = '\u0E2F';
    private static final Pattern BEFORE_MAIYAMOK = Pattern.compile("[ \\u200B]+(?=\u0E46)");

    /** The sign of a shortened name, behind a letter; not within {@code ฯลฯ}. */
    private static final Pattern SHORTENED =
            Pattern.compile("(?<=[\u0E01-\u0E2E\u0E30-\u0E4E])(?<!\u0E2F\u0E25)\u0E2F");

    private static final String MONTHS =
            "(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
                    + "|January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final Pattern DATE =
            Pattern.compile("([0-9๐-๙]{1,2}) (" + MONTHS + ") ((?:พ\\.ศ\\. )?[0-9๐-๙]{4}(?: BE)?)");

    private Spelling() {}

    /**
     * A line of plain text as it is printed: the repetition mark ๆ never begins a line, because the blank before it does not
     * break. Before ฯ stands a word joiner: browsers look words up to break lines, know none that ends in ฯ, and would break
     * {@code ข่าวสารฯ} within a syllable.
     */
    static String line(String text) {
        String line = text;
        if (text.indexOf(MAIYAMOK) >= 0) {
            line = BEFORE_MAIYAMOK.matcher(line).replaceAll(String.valueOf(NO_BREAK));
        }
        if (text.indexOf(PAIYANNOI) >= 0) {
            line = SHORTENED.matcher(line).replaceAll(JOIN + "$0");
        }
        return line;
    }

    /** A text of ours in which no date breaks, since its blanks do not. What officers wrote stays as it is, to be copied. */
    static String dates(String text) {
        return DATE.matcher(text).replaceAll(date -> date.group().replace(' ', NO_BREAK));
    }
}
