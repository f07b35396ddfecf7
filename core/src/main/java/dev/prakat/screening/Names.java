package dev.prakat.screening;

import dev.prakat.screening.Match.Strength;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds names by the title before them: a title, a first name, a blank, a family name. Thai writes no blank between words, so
 * what only looks like a title ({@code นายจ้าง}) or like a name ({@code เด็กหญิงและ}) is told by lists. Stateless.
 */
final class Names {

    private static final int SHORTEST = 2;
    private static final int LONGEST_FIRST = 24;
    private static final int LONGEST_FAMILY = 30;
    private static final int WIDEST_BLANK = 3;

    /** What a title says of who bears it. */
    enum Title {
        MAN,
        WOMAN,
        RANK,
        MINOR
    }

    private static final WordTable<Title> TITLES = WordTable.of(Map.of(
            Title.MAN,
            List.of("นาย"),
            Title.WOMAN,
            List.of("นาง", "นางสาว", "น.ส.", "น. ส."),
            Title.MINOR,
            List.of("เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.", "ด. ช.", "ด. ญ."),
            Title.RANK,
            NameWords.RANKS));

    private Names() {}

    /** The name whose title begins at a place, or null. */
    static @Nullable Match at(char[] text, int length, int from) {
        WordTable.Word<Title> title = TITLES.at(text, from, length);
        if (title == null) {
            return null;
        }
        int first = from + title.length();
        if (NameWords.isNoTitle(title.meaning(), text, length, from, first)) {
            return null;
        }
        first = blanks(text, length, first, title.meaning() == Title.RANK);
        int firstEnd = run(text, length, first, LONGEST_FIRST + 1);
        if (firstEnd - first < SHORTEST
                || firstEnd - first > LONGEST_FIRST
                || NameWords.isNoFirstName(text, first, firstEnd)) {
            return null;
        }
        int family = blanks(text, length, firstEnd, false);
        int to = run(text, length, family, LONGEST_FAMILY);
        if (family == firstEnd || to - family < SHORTEST || NameWords.isNoFamilyName(text, family, to)) {
            return null;
        }
        if (title.meaning() == Title.MINOR) {
            return Match.clear(ScreeningKind.MINOR_NAME, from, to);
        }
        boolean office = NameWords.actsInOffice(text, length, from, to);
        return new Match(ScreeningKind.NAME, from, to, office ? Strength.IN_OFFICE : Strength.CLEAR);
    }

    /** A name in Latin letters behind {@code Mr} and the like, or null. */
    static @Nullable Match latin(char[] text, int length, int from) {
        WordTable.Word<Boolean> title = NameWords.LATIN_TITLES.at(text, from, length);
        if (title == null || text[from] != 'M' || (from > 0 && Characters.isAlphanumeric(text[from - 1]))) {
            return null;
        }
        int i = from + title.length();
        for (int names = 0; names < 2; names++) {
            int begin = i;
            while (i < length && (text[i] == ' ' || text[i] == '.') && i - begin < 2) {
                i++;
            }
            int name = i;
            while (i < length && i - name < LONGEST_FIRST && Characters.isLatin(text[i])) {
                i++;
            }
            if (name == begin || i - name < SHORTEST || text[name] > 'Z') {
                return null;
            }
        }
        boolean office = NameWords.actsInOffice(text, length, from, i);
        return new Match(ScreeningKind.NAME, from, i, office ? Strength.IN_OFFICE : Strength.CLEAR);
    }

    private static int blanks(char[] text, int length, int from, boolean signed) {
        int i = from;
        while (i < length && i - from < WIDEST_BLANK && (text[i] == ' ' || (signed && isSignature(text[i])))) {
            i++;
        }
        return i;
    }

    /** Below a rank the name is signed on the next line, in brackets. */
    private static boolean isSignature(char c) {
        return c == '\n' || c == '\r' || c == '(';
    }

    private static int run(char[] text, int length, int from, int most) {
        int i = from;
        while (i < length && i - from < most && Characters.isThai(text[i])) {
            i++;
        }
        return i;
    }
}
