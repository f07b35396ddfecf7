package dev.prakat.screening;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where somebody lives: a house number, or the words of a home, with at least one more part of an address on the line. A
 * district and a province alone name an office or a road, not a home. Stateless.
 */
final class Addresses {

    private static final int REACH = 160;
    private static final int BETWEEN = 40;

    /** The parts of an address. */
    enum Part {
        HOUSE,
        VILLAGE,
        LANE,
        ROAD,
        SUBDISTRICT,
        DISTRICT,
        PROVINCE,
        POST_CODE
    }

    /** How the words say that an address begins. */
    private enum Opening {
        HOUSE,
        NUMBER,
        HOME
    }

    private static final WordTable<Opening> OPENINGS = WordTable.of(Map.of(
            Opening.HOUSE, List.of("บ้านเลขที่"),
            Opening.NUMBER, List.of("เลขที่"),
            Opening.HOME, List.of("ที่อยู่", "อาศัยอยู่", "ภูมิลำเนา")));
    private static final WordTable<Part> PARTS = WordTable.of(Map.of(
            Part.VILLAGE, List.of("หมู่ที่", "หมู่", "ม.", "moo"),
            Part.LANE, List.of("ซอย", "ซ.", "ตรอก"),
            Part.ROAD, List.of("ถนน", "ถ."),
            Part.SUBDISTRICT, List.of("ตำบล", "ต.", "แขวง"),
            Part.DISTRICT, List.of("อำเภอ", "อ.", "เขต"),
            Part.PROVINCE, List.of("จังหวัด", "จ.", "กรุงเทพ")));
    /** What the number before a house number's place may be called all the same. */
    private static final WordTable<Boolean> LIVES = WordTable.of("ที่ตั้ง", "ที่อยู่", "อยู่", "ณ", "ตั้งอยู่");

    private Addresses() {}

    /** The address that begins with a word at a place, or null. */
    static @Nullable Match at(char[] text, int length, int from) {
        WordTable.Word<Opening> opening = OPENINGS.at(text, from, length);
        if (opening == null) {
            return null;
        }
        int i = skipBlanks(text, length, from + opening.length());
        Set<Part> parts = EnumSet.noneOf(Part.class);
        int house = houseNumber(text, length, i);
        boolean numbered = house > i && opensANumber(opening.meaning(), text, from);
        if (numbered) {
            parts.add(Part.HOUSE);
        } else if (opening.meaning() != Opening.HOME) {
            return null;
        }
        int to = collect(text, Math.min(length, from + REACH), numbered ? house : i, parts);
        boolean home = opening.meaning() == Opening.HOME;
        return parts.size() >= 2 && (numbered || home) ? Match.clear(ScreeningKind.ADDRESS, from, to) : null;
    }

    private static boolean opensANumber(Opening opening, char[] text, int from) {
        // สัญญาเลขที่, คำสั่งเลขที่: the number of a paper.
        return opening != Opening.NUMBER
                || from == 0
                || !Characters.isThai(text[from - 1])
                || LIVES.endingAt(text, from) != null;
    }

    /** Behind a house number such as {@code 99/9}, or the place itself; a number with a year behind the slash is a paper's. */
    private static int houseNumber(char[] text, int length, int from) {
        int i = digits(text, length, from);
        if (i == from || i - from > 5) {
            return from;
        }
        if (i + 1 < length && text[i] == '/' && Characters.isDigit(text[i + 1])) {
            int end = digits(text, length, i + 1);
            boolean year = end - i - 1 == 4 && text[i + 1] == '2' && text[i + 2] == '5';
            return year ? from : end;
        }
        return i;
    }

    private static int collect(char[] text, int limit, int from, Set<Part> parts) {
        int to = from;
        for (int i = from; i < limit && text[i] != '\n' && i - to <= BETWEEN; i++) {
            boolean begins = i == 0 || (!Characters.isThai(text[i - 1]) && text[i - 1] != '.');
            if (!begins) {
                continue;
            }
            WordTable.Word<Part> word = PARTS.at(text, i, limit);
            if (word != null && isPart(word, text, limit, i + word.length())) {
                parts.add(word.meaning());
                to = valueEnd(text, limit, i + word.length());
                i = to - 1;
            } else if (digits(text, limit, i) - i == 5 && parts.size() > 1) {
                parts.add(Part.POST_CODE);
                to = i + 5;
                i = to - 1;
            }
        }
        return to;
    }

    private static boolean isPart(WordTable.Word<Part> word, char[] text, int limit, int behind) {
        int value = skipBlanks(text, limit, behind);
        boolean number = value < limit && Characters.isDigit(text[value]);
        return word.meaning() == Part.VILLAGE ? number : value < limit && (number || Characters.isThai(text[value]));
    }

    private static int valueEnd(char[] text, int limit, int from) {
        int i = skipBlanks(text, limit, from);
        while (i < limit && (Characters.isThai(text[i]) || Characters.isDigit(text[i]))) {
            i++;
        }
        return i;
    }

    private static int digits(char[] text, int limit, int from) {
        int i = from;
        while (i < limit && Characters.isDigit(text[i])) {
            i++;
        }
        return i;
    }

    private static int skipBlanks(char[] text, int limit, int from) {
        int i = from;
        while (i < limit && (text[i] == ' ' || text[i] == ':') && i - from < 3) {
            i++;
        }
        return i;
    }
}
