package dev.prakat.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people in Thailand write and read them: Buddhist era, Thai month names, Thai or Arabic digits. Own tables, so that
 * neither the machine's locale nor the version of its locale data changes a printed date. Stateless, safe for use by many
 * threads.
 */
public final class ThaiDate {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    /** The zone of every Thai date: UTC+7, no daylight saving. */
    public static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** Buddhist era minus common era, for every date since 1941. */
    static final int ERA = 543;

    /** The first year of the common era that is taken for a date and not for a slip. */
    static final int FIRST_YEAR = 1900;

    /** The last such year. */
    static final int LAST_YEAR = 2100;

    static final List<String> MONTHS = List.of(
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
            "ธันวาคม");

    private static final char THAI_ZERO = '๐';

    private ThaiDate() {}

    /**
     * A date that was read, and what a person should look at again. Immutable.
     *
     * @param date the date
     * @param centuryAssumed true when the text gave two digits of the year and 25xx B.E. was taken
     * @param monthAbbreviated true when the month stood as {@code ม.ค.}, which text recognition confuses with {@code ส.ค.} and
     *     {@code มี.ค.}
     */
    public record Reading(LocalDate date, boolean centuryAssumed, boolean monthAbbreviated) {

        /**
         * What the date may have been before text recognition read it. The date itself is never changed: this is for a warning.
         *
         * @param from the first day that fits the rest of the document
         * @param until the last one
         * @return the same day of a month whose abbreviation looks alike, if the date does not fit and that one does
         */
        public Optional<LocalDate> likelyMisread(LocalDate from, LocalDate until) {
            boolean fits = !date.isBefore(from) && !date.isAfter(until);
            return fits || !monthAbbreviated
                    ? Optional.empty()
                    : ThaiDateText.lookalikes(date)
                            .filter(day -> !day.isBefore(from) && !day.isAfter(until))
                            .findFirst();
        }
    }

    /**
     * Prints a date.
     *
     * @param date the date
     * @return day, full month and Buddhist year in Arabic digits: {@code 1 เมษายน 2564}
     */
    public static String format(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + (date.getYear() + ERA);
    }

    /**
     * Prints a date for a page in English.
     *
     * @param date the date
     * @return the common era's year with the Buddhist one: {@code 1 April 2021 (B.E. 2564)}
     */
    public static String formatEnglish(LocalDate date) {
        String month = date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return date.getDayOfMonth() + " " + month + " " + date.getYear() + " (B.E. " + (date.getYear() + ERA) + ")";
    }

    /**
     * Prints an instant to the minute, in Asia/Bangkok.
     *
     * @param instant the instant; seconds are left out, not rounded
     * @return for example {@code 1 เมษายน 2564 เวลา 08:30 น.}
     */
    public static String formatInstant(Instant instant) {
        ZonedDateTime time = instant.atZone(BANGKOK);
        return format(time.toLocalDate()) + " เวลา " + twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute())
                + " น.";
    }

    /**
     * A text as it is printed in Thai: with Thai digits, but for words with Latin letters, which are keys and addresses and stay so
     * that they can be looked up and copied.
     *
     * @param text the text
     * @return the text in Thai digits
     */
    public static String inThaiDigits(String text) {
        return WORD.matcher(text)
                .replaceAll(word -> Matcher.quoteReplacement(
                        LATIN.matcher(word.group()).find() ? word.group() : toThaiDigits(word.group())));
    }

    /**
     * Replaces Arabic digits by Thai ones.
     *
     * @param text any text, for example what {@link #format} gives
     * @return the text with {@code ๐} to {@code ๙} in place of {@code 0} to {@code 9}
     */
    public static String toThaiDigits(String text) {
        return shiftDigits(text, '0', THAI_ZERO);
    }

    /**
     * Replaces Thai digits by Arabic ones.
     *
     * @param text any text
     * @return the text with {@code 0} to {@code 9} in place of {@code ๐} to {@code ๙}
     */
    public static String toArabicDigits(String text) {
        return shiftDigits(text, THAI_ZERO, '0');
    }

    /**
     * Reads a date, as {@link #read} does, and forgets whether its century was assumed.
     *
     * @param text the date as people write it
     * @return the date
     * @throws IllegalArgumentException as {@link #read}
     */
    public static LocalDate parse(String text) {
        return read(text).date();
    }

    /**
     * Reads a date in Thai or Arabic digits: {@code ๒๘ กุมภาพันธ์ ๒๕๖๔}, {@code 28 ก.พ. 64}, {@code วันจันทร์ที่ 1 มีนาคม
     * พ.ศ. 2564}, {@code 28/02/2564}, {@code 2021-02-28}. A year from 2400 on is Buddhist era, one from 1900 to 2100 common
     * era, two digits are taken as 25xx Buddhist era. The form {@code 2021-02-28} is always common era. Days before 1941, when
     * the year began in April, are read as if it had begun in January.
     *
     * @param text the date as people write it
     * @return the date, and whether its century was assumed
     * @throws IllegalArgumentException if it has none of these forms, does not exist in the calendar, is not on the weekday
     *     that it names, or its year is not within 1900 to 2100 of the common era; the message says which
     */
    public static Reading read(String text) {
        return ThaiDateText.read(text);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String shiftDigits(String text, char from, char to) {
        StringBuilder shifted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shifted.append(c >= from && c <= from + 9 ? (char) (c - from + to) : c);
        }
        return shifted.toString();
    }
}
