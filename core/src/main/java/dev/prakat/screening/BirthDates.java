package dev.prakat.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a date beside the words of birth. An accident or a right is born on a day too, and is no person. Stateless. */
final class BirthDates {

    private static final int REACH = 40;

    /** How sure the words of birth are. */
    private enum Label {
        /** The head of a form's field. */
        FIELD,
        /** Words that hold for whatever comes to be on a day. */
        EVENT
    }

    private static final WordTable<Label> LABELS = WordTable.of(Map.of(
            Label.FIELD,
            List.of(
                    "วันเดือนปีเกิด",
                    "วันเดือนปี เกิด",
                    "วัน/เดือน/ปีเกิด",
                    "วัน/เดือน/ปี เกิด",
                    "วัน เดือน ปีเกิด",
                    "วัน เดือน ปี เกิด",
                    "วัน-เดือน-ปีเกิด",
                    "ว/ด/ป เกิด",
                    "ว.ด.ป.เกิด",
                    "วันเกิด",
                    "date of birth",
                    "birthday"),
            Label.EVENT,
            List.of("เกิดวันที่", "เกิดเมื่อ", "เกิด ณ วันที่")));
    private static final WordTable<Boolean> CAUSES = WordTable.of(
            "เหตุ", "ไหม้", "สิทธิ", "ภัย", "หนี้", "หาย", "โรค", "ระบาด", "ขัดข้อง", "ท่วม", "ไหว", "ขึ้น", "ปัญหา",
            "พิพาท", "ประท้วง", "พายุ", "อันตราย", "ผล", "ระเบิด");
    private static final WordTable<Boolean> MONTHS = WordTable.of(
            "มกราคม",
            "กุมภาพันธ์",
            "มีนาคม",
            "เมษายน",
            "พฤษภาคม",
            "มิถุนายน",
            "กรกฎาคม",
            "สิงหาคม",
            "กันยายน",
            "ตุลาคม",
            "พฤศจิกายน",
            "ธันวาคม",
            "ม.ค.",
            "ก.พ.",
            "มี.ค.",
            "เม.ย.",
            "พ.ค.",
            "มิ.ย.",
            "ก.ค.",
            "ส.ค.",
            "ก.ย.",
            "ต.ค.",
            "พ.ย.",
            "ธ.ค.",
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec");

    private BirthDates() {}

    /** The date behind the words of birth that begin at a place, or null. */
    static @Nullable Match at(char[] text, int length, int from) {
        WordTable.Word<Label> label = LABELS.at(text, from, length);
        boolean accident = label != null && WordTable.stands("เหตุ", text, from + label.length(), length);
        if (label == null || accident || (label.meaning() == Label.EVENT && isCaused(text, from))) {
            return null;
        }
        int begin = from + label.length();
        for (int i = begin; i < Math.min(length, begin + REACH) && text[i] != '\n'; i++) {
            if (Characters.isDigit(text[i]) && !Characters.isDigit(text[i - 1])) {
                int to = date(text, length, i);
                if (to > i) {
                    return Match.clear(ScreeningKind.DATE_OF_BIRTH, i, to);
                }
            }
        }
        return null;
    }

    private static boolean isCaused(char[] text, int from) {
        int before = from > 0 && text[from - 1] == ' ' ? from - 1 : from;
        return CAUSES.endingAt(text, before) != null;
    }

    /** Behind the date that begins at a digit, or the place itself. */
    private static int date(char[] text, int length, int from) {
        int i = digits(text, length, from);
        if (i - from > 2) {
            boolean iso = i - from == 4 && i < length && text[i] == '-';
            return iso ? parts(text, length, from, i, 4, 2) : from;
        }
        int month = blanks(text, length, i);
        WordTable.Word<Boolean> word = month < length ? MONTHS.at(text, month, length) : null;
        if (word == null) {
            return parts(text, length, from, i, 2, 4);
        }
        int year = month + word.length();
        while (year < length && (Characters.isLatin(text[year]) || text[year] == '.' || text[year] == ',')) {
            year++;
        }
        year = blanks(text, length, year);
        year = WordTable.stands("พ.ศ.", text, year, length) ? blanks(text, length, year + 4) : year;
        int to = digits(text, length, year);
        return to - year == 2 || to - year == 4 ? to : from;
    }

    /** The rest of a date in digits: {@code /02/2525}. */
    private static int parts(char[] text, int length, int from, int first, int before, int after) {
        if (first >= length || (text[first] != '/' && text[first] != '-' && text[first] != '.')) {
            return from;
        }
        int second = digits(text, length, first + 1);
        if (second == first + 1 || second - first > 3 || second >= length || text[second] != text[first]) {
            return from;
        }
        int to = digits(text, length, second + 1);
        int found = to - second - 1;
        boolean fits = found == after || (found == 2 && before == 2) || (after == 2 && found == 1);
        return fits ? to : from;
    }

    private static int digits(char[] text, int length, int from) {
        int i = from;
        while (i < length && Characters.isDigit(text[i]) && i - from < 6) {
            i++;
        }
        return i;
    }

    private static int blanks(char[] text, int length, int from) {
        int i = from;
        while (i < length && text[i] == ' ' && i - from < 3) {
            i++;
        }
        return i;
    }
}
