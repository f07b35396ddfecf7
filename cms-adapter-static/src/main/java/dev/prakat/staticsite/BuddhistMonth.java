package dev.prakat.staticsite;

import java.time.chrono.ThaiBuddhistDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A month of the Buddhist era in Bangkok: the bucket that an item's date puts it in. Immutable.
 *
 * @param year the year of the Buddhist era, for example 2569
 * @param month 1 to 12
 */
record BuddhistMonth(int year, int month) implements Comparable<BuddhistMonth> {

    /** How many years the Buddhist era is ahead of the common one, since 1941. */
    static final int AHEAD = 543;

    private static final Map<Locale, DateTimeFormatter> NAMES = new ConcurrentHashMap<>();
    private static final Comparator<BuddhistMonth> ORDER =
            Comparator.comparingInt(BuddhistMonth::year).thenComparingInt(BuddhistMonth::month);

    /** The month in a path, for example {@code 2569/11}. */
    String path() {
        return year + "/" + two(month);
    }

    /** Two digits. Asked several times for each item of a site, and a format takes its time. */
    static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** The month for people, for example {@code พฤศจิกายน 2569}. */
    String label(Locale language) {
        return NAMES.computeIfAbsent(language, l -> DateTimeFormatter.ofPattern("LLLL", l))
                        .format(ThaiBuddhistDate.of(year, month, 1))
                + " " + year;
    }

    @Override
    public int compareTo(BuddhistMonth other) {
        return ORDER.compare(this, other);
    }
}
