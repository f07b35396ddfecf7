package dev.prakat.staticsite;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads instants as {@link Instant#toString} writes them without fractions, which a whole site asks for several times an item; any other
 * form is the JDK's to read. Stateless.
 */
final class Moments {

    private static final String FORM = "0000-00-00T00:00:00Z";
    private static final int DAY = 86_400;

    private Moments() {}

    /**
     * The instant.
     *
     * @throws java.time.DateTimeException if the text is none
     */
    static Instant parse(String text) {
        if (!isPlain(text)) {
            return Instant.parse(text);
        }
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text); // the end of a day, a leap second, or none
        }
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
        return Instant.ofEpochSecond(day.toEpochDay() * DAY + hour * 3_600L + minute * 60L + second);
    }

    private static boolean isPlain(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == '0' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
