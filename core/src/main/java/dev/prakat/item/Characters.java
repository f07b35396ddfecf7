package dev.prakat.item;

import dev.prakat.item.Removal.Kind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Puts text into the one form in which it is kept: composed (NFC), Thai SARA AM as one character after its tone mark, without
 * what nobody can see. Text that looks the same is then the same.
 */
final class Characters {

    /** NIKHAHIT and SARA AA, with the tone mark on either side: how SARA AM is written when it is taken apart. */
    private static final Pattern SPLIT_AM =
            Pattern.compile("\u0E4D([\u0E48-\u0E4B]*)\u0E32|([\u0E48-\u0E4B]+)\u0E4D\u0E32");

    /** SARA AM and tone marks in a row, a mark after a SARA AM: a reader sees the marks first, wherever they were typed. */
    private static final Pattern LATE_TONE =
            Pattern.compile("[\u0E33\u0E48-\u0E4B]*\u0E33[\u0E48-\u0E4B][\u0E33\u0E48-\u0E4B]*");

    private Characters() {}

    /** How a text is laid out. */
    enum Layout {
        /** One line: a title, a name. */
        LINE,
        /** Lines of plain text. */
        LINES,
        /** The text of an element, where every blank is alike. */
        HTML,
        /** The text of an element that keeps its lines. */
        PREFORMATTED
    }

    /** The index of the first half of a character that stands alone, or -1. Such text cannot be written as UTF-8. */
    static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a reader sees a letter or a digit in it. */
    static boolean says(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) && !isUnseen(c));
    }

    /** Cleans a text and tells what was taken out. */
    static String clean(String text, Layout layout, Removals removals, Supplier<Removals.Place> place) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean afterHint = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r') {
                // A line ends with one line feed, whoever wrote it.
                if (i >= text.length() || text.charAt(i) != '\n') {
                    kept.append(blank('\n', layout));
                }
            } else if (isBlank(c)) {
                kept.append(blank(c, layout));
            } else if (Character.getType(c) == Character.CONTROL) {
                kept.append(' ');
                removals.add(Kind.CHARACTER, name(c), place);
            } else if (isUnseen(c)) {
                // A byte order mark at the beginning is how some editors save, nothing that the author wrote.
                if (c != 0xFEFF || i > 1) {
                    removals.add(Kind.CHARACTER, name(c), place);
                }
            } else if (isHint(c) && (afterHint || (layout == Layout.LINE && c != 0x200C && c != 0x200D))) {
                removals.add(Kind.CHARACTER, name(c), place);
            } else {
                kept.appendCodePoint(c);
                afterHint = isHint(c);
            }
        }
        String composed = composed(layout == Layout.HTML ? oneBlank(kept) : kept.toString());
        return layout == Layout.LINE || layout == Layout.LINES ? composed.strip() : composed;
    }

    /** Plain text without an account of it. */
    static String clean(String text, Layout layout) {
        return clean(text, layout, new Removals(), () -> new Removals.Place("", ""));
    }

    static boolean isBidiControl(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == 0x0B || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static char blank(int c, Layout layout) {
        boolean line = c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
        return line && (layout == Layout.LINES || layout == Layout.PREFORMATTED) ? '\n' : ' ';
    }

    private static String oneBlank(StringBuilder text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' || kept.isEmpty() || kept.charAt(kept.length() - 1) != ' ') {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** Where a line may be broken, or must not be: one is enough, and none is needed in a title. */
    private static boolean isHint(int c) {
        return c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xAD;
    }

    private static boolean isUnseen(int c) {
        return isBidiControl(c)
                || c == 0xFEFF
                || c == 0x034F
                || c == 0x180E
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || (c >= 0x2061 && c <= 0x2065)
                || (c >= 0x206A && c <= 0x206F)
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || (c >= 0xE0000 && c <= 0xE007F)
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c & 0xFFFE) == 0xFFFE;
    }

    /** Composing may bring a mark beside another one, which is then put right too; marks only ever move to the front. */
    private static String composed(String text) {
        String before = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (before.indexOf('\u0E4D') < 0 && before.indexOf('\u0E33') < 0) {
            return before;
        }
        String after = ordered(before);
        while (!after.equals(before)) {
            before = after;
            after = ordered(before);
        }
        return after;
    }

    private static String ordered(String text) {
        String whole = SPLIT_AM.matcher(text).replaceAll(found -> {
            String tone = found.group(1) == null ? found.group(2) : found.group(1);
            return tone + "\u0E33";
        });
        String ordered = LATE_TONE
                .matcher(whole)
                .replaceAll(found ->
                        found.group().replace("\u0E33", "") + found.group().replaceAll("[^\u0E33]", ""));
        return Normalizer.normalize(ordered, Normalizer.Form.NFC);
    }

    private static String name(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }
}
