package dev.prakat.staticsite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

/**
 * A day of the Buddhist era in Bangkok. Immutable.
 *
 * @param month the month
 * @param day 1 to 31
 */
record BuddhistDay(BuddhistMonth month, int day) implements Comparable<BuddhistDay> {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final Comparator<BuddhistDay> ORDER =
            Comparator.comparing(BuddhistDay::month).thenComparingInt(BuddhistDay::day);

    static BuddhistDay of(Instant instant) {
        LocalDate date = instant.atZone(BANGKOK).toLocalDate();
        return new BuddhistDay(
                new BuddhistMonth(date.getYear() + BuddhistMonth.AHEAD, date.getMonthValue()), date.getDayOfMonth());
    }

    /** The day within its year, for example {@code 11-22}. */
    String inYear() {
        return BuddhistMonth.two(month.month()) + "-" + BuddhistMonth.two(day);
    }

    /** The day of {@link #inYear} in a year. */
    static BuddhistDay of(int year, String inYear) {
        return new BuddhistDay(
                new BuddhistMonth(year, Integer.parseInt(inYear, 0, 2, 10)), Integer.parseInt(inYear, 3, 5, 10));
    }

    /** For example {@code 2569-11-22}. */
    String key() {
        return month.year() + "-" + inYear();
    }

    static BuddhistDay parse(String key) {
        return of(Integer.parseInt(key, 0, 4, 10), key.substring(5));
    }

    @Override
    public int compareTo(BuddhistDay other) {
        return ORDER.compare(this, other);
    }
}
