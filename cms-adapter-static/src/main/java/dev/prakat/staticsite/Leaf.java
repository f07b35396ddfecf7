package dev.prakat.staticsite;

import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The part of a month that one page lists: the whole month, some days, a day, or a part of a day. A month with too many items is
 * halved until no part has too many. How it is parted follows from the items alone and not from their history, and one item
 * more or less changes one part. Immutable.
 *
 * @param month the month
 * @param from the first day
 * @param to the last day
 * @param part the first bits of the keys' hashes when the day is parted, else empty
 */
record Leaf(BuddhistMonth month, int from, int to, String part) implements Comparable<Leaf> {

    private static final int LAST = 31;
    private static final int MAX_BITS = 24;
    private static final Comparator<Leaf> ORDER = Comparator.comparing(Leaf::month)
            .thenComparingInt(Leaf::from)
            .thenComparingInt(Leaf::to)
            .thenComparing(Leaf::part);

    /**
     * Shares out the items of a month.
     *
     * @param counts how many items each day of the month has
     * @param of the keys of a day's items
     * @param most how many items a page lists at the most
     * @return the parts that have items, the oldest first
     */
    static List<Leaf> of(BuddhistMonth month, int[] counts, IntFunction<List<String>> of, int most) {
        List<Leaf> leaves = new ArrayList<>();
        new Leaf(month, 1, LAST, "").collect(counts, of, most, leaves);
        return leaves;
    }

    private void collect(int[] counts, IntFunction<List<String>> of, int most, List<Leaf> leaves) {
        int count = 0;
        for (int day = from; day <= to; day++) {
            count += counts[day];
        }
        if (count == 0) {
            return;
        }
        if (count <= most) {
            leaves.add(this);
        } else if (from < to) {
            int middle = (from + to - 1) / 2;
            new Leaf(month, from, middle, "").collect(counts, of, most, leaves);
            new Leaf(month, middle + 1, to, "").collect(counts, of, most, leaves);
        } else {
            collect(of.apply(from), most, leaves);
        }
    }

    private void collect(List<String> items, int most, List<Leaf> leaves) {
        List<String> mine = items.stream().filter(this::hasBitsOf).toList();
        if (mine.isEmpty()) {
            return;
        }
        if (mine.size() <= most || part.length() == MAX_BITS) {
            leaves.add(this);
        } else {
            new Leaf(month, from, to, part + "0").collect(mine, most, leaves);
            new Leaf(month, from, to, part + "1").collect(mine, most, leaves);
        }
    }

    /** Whether an item of a day within the month is in this part. */
    boolean has(int day, String item) {
        return from <= day && day <= to && hasBitsOf(item);
    }

    /** Whether it is a part of this one, or this one itself. */
    boolean holds(Leaf smaller) {
        return month.equals(smaller.month) && from <= smaller.from && smaller.to <= to && smaller.part.startsWith(part);
    }

    private boolean hasBitsOf(String item) {
        int hash = item.hashCode() * 0x9E3779B9; // neighbouring keys differ in their last character only
        for (int i = 0; i < part.length(); i++) {
            if ((hash >>> (31 - i) & 1) != part.charAt(i) - '0') {
                return false;
            }
        }
        return true;
    }

    boolean isWhole() {
        return from == 1 && to == LAST;
    }

    /** Its name within the month: empty for the whole, {@code 01-15}, {@code 22}, {@code 22-p01}. */
    String name() {
        if (isWhole()) {
            return "";
        }
        String days = from == to
                ? String.format(Locale.ROOT, "%02d", from)
                : String.format(Locale.ROOT, "%02d-%02d", from, to);
        return part.isEmpty() ? days : days + "-p" + part;
    }

    static Leaf parse(BuddhistMonth month, String name) {
        if (name.isEmpty()) {
            return new Leaf(month, 1, LAST, "");
        }
        int bits = name.indexOf("-p");
        String days = bits < 0 ? name : name.substring(0, bits);
        int from = Integer.parseInt(days, 0, 2, 10);
        int to = days.length() == 2 ? from : Integer.parseInt(days, 3, 5, 10);
        return new Leaf(month, from, to, bits < 0 ? "" : name.substring(bits + 2));
    }

    /** For people, for example {@code 1–15 พฤศจิกายน 2569}. */
    String label(Locale language) {
        String label = month.label(language);
        if (isWhole()) {
            return label;
        }
        int end = Math.min(to, (int) ThaiBuddhistDate.of(month.year(), month.month(), 1)
                .range(ChronoField.DAY_OF_MONTH)
                .getMaximum());
        String days = from == end ? Integer.toString(from) : from + "–" + end;
        return days + " " + label + (part.isEmpty() ? "" : " (" + part + ")");
    }

    @Override
    public int compareTo(Leaf other) {
        return ORDER.compare(this, other);
    }
}
