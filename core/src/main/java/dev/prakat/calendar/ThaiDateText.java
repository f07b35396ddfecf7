package dev.prakat.calendar;

import dev.prakat.calendar.ThaiDate.Reading;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the forms of a date that officers and documents use, and says why it does not accept one. */
final class ThaiDateText {

    private static final int LONGEST = 60;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?(\\d{2,4})");
    private static final Pattern WORDS = Pattern.compile("(\\d{1,2}) ?([^0-9]+?) ?(\\d{2,4})");
    private static final Pattern ERA = Pattern.compile("(.*?) ?([พค])\\. ?ศ\\.?");
    private static final Pattern WEEKDAY = Pattern.compile("(?:วัน)?([^0-9 ]*?) ?ที่ ?(?=\\d)");
    private static final List<String> WEEKDAYS =
            List.of("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์");
    private static final List<String> SHORT =
            List.of("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.");
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<Integer, List<Integer>> LOOKALIKES =
            Map.of(1, List.of(8, 3), 3, List.of(1), 8, List.of(1));

    private final String given;
    private @Nullable String weekday;
    private boolean abbreviated;

    private ThaiDateText(String given) {
        this.given = given;
    }

    static Reading read(String text) {
        return new ThaiDateText(text.strip()).read();
    }

    private Reading read() {
        if (given.isEmpty() || given.length() > LONGEST) {
            throw refuse("expected a date such as 28 กุมภาพันธ์ 2564, 28/02/2564 or 2021-02-28");
        }
        String text = ThaiDate.toArabicDigits(Normalizer.normalize(given, Normalizer.Form.NFC))
                .replaceAll("[\\s\\p{Z}]+", " ");
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return new Reading(date(isoYear(number(iso, 1)), number(iso, 2), number(iso, 3)), false, false);
        }
        text = withoutWeekday(text);
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return reading(number(numbers, 1), number(numbers, 2), numbers.group(3), "");
        }
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            Matcher era = ERA.matcher(words.group(2));
            boolean named = era.matches();
            String month = named ? era.group(1) : words.group(2);
            return reading(number(words, 1), month(month), words.group(3), named ? era.group(2) : "");
        }
        throw refuse("expected a date such as 28 กุมภาพันธ์ 2564, 28/02/2564 or 2021-02-28");
    }

    private Reading reading(int day, int month, String yearDigits, String era) {
        int year = Integer.parseInt(yearDigits);
        boolean assumed = yearDigits.length() == 2;
        if (assumed) {
            if (era.equals("ค")) {
                throw refuse("its year has two digits, expected four for a year of the common era");
            }
            return new Reading(date(2500 + year - ThaiDate.ERA, month, day), true, abbreviated);
        }
        boolean buddhist = year >= 2400;
        if (era.equals(buddhist ? "ค" : "พ")) {
            throw refuse("its year " + year + " does not fit the era that it names");
        }
        LocalDate date = date(plausible(buddhist ? year - ThaiDate.ERA : year, year), month, day);
        return new Reading(date, false, abbreviated);
    }

    private int isoYear(int year) {
        if (year >= 2400) {
            throw refuse("the form 2021-02-28 is always common era, found the Buddhist year " + year + "; did you mean "
                    + (year - ThaiDate.ERA) + "?");
        }
        return plausible(year, year);
    }

    private int plausible(int commonEra, int printed) {
        if (commonEra < ThaiDate.FIRST_YEAR || commonEra > ThaiDate.LAST_YEAR) {
            throw refuse("its year " + printed + " is not plausible, expected 2443 to 2643 B.E. or 1900 to 2100 C.E.");
        }
        return commonEra;
    }

    private LocalDate date(int year, int month, int day) {
        LocalDate date;
        try {
            date = LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "date '" + given + "': there is no day " + day + " of month " + month + " in " + year + " ("
                            + (year + ThaiDate.ERA) + " B.E.)",
                    e);
        }
        String actual = WEEKDAYS.get(date.getDayOfWeek().getValue() - 1);
        if (weekday != null && !weekday.equals(actual)) {
            throw refuse("it names the weekday " + weekday + ", but that day is a " + actual);
        }
        return date;
    }

    private String withoutWeekday(String text) {
        Matcher matcher = WEEKDAY.matcher(text);
        if (!matcher.lookingAt()) {
            return text;
        }
        String name = matcher.group(1);
        if (!name.isEmpty() && !WEEKDAYS.contains(name)) {
            throw refuse("'" + name + "' is not a weekday");
        }
        weekday = name.isEmpty() ? null : name;
        return text.substring(matcher.end());
    }

    private int month(String name) {
        Integer month = MONTHS.get(monthKey(name));
        if (month == null) {
            throw refuse("'" + name.strip() + "' is not a month, expected a name such as กุมภาพันธ์ or ก.พ.");
        }
        abbreviated = monthKey(SHORT.get(month - 1)).equals(monthKey(name));
        return month;
    }

    /** The same day in the months whose abbreviations look like that of the given one: ม.ค., มี.ค. and ส.ค. */
    static Stream<LocalDate> lookalikes(LocalDate date) {
        return LOOKALIKES.getOrDefault(date.getMonthValue(), List.of()).stream()
                .filter(month -> date.getDayOfMonth()
                        <= YearMonth.of(date.getYear(), month).lengthOfMonth())
                .map(date::withMonth);
    }

    private IllegalArgumentException refuse(String why) {
        String shown = given.length() > LONGEST ? given.substring(0, LONGEST) + "…" : given;
        return new IllegalArgumentException("date '" + shown + "': " + why);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String monthKey(String name) {
        return name.replaceAll("[. ]", "");
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < SHORT.size(); i++) {
            months.put(monthKey(SHORT.get(i)), i + 1);
            months.put(monthKey(ThaiDate.MONTHS.get(i)), i + 1);
        }
        return Map.copyOf(months);
    }
}
