package dev.prakat.calendar;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long something may take, as a policy writes it: {@code 30min}, {@code 1h}, {@code 3d}, {@code 25wd}, {@code 1w},
 * {@code 2mo}. Immutable. What it means as a date is said by {@link WorkingCalendar}.
 *
 * @param amount how many, 1 to 9999
 * @param unit of what
 */
public record TimeLimit(int amount, Unit unit) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})([a-z]{1,3})");

    /** What a time limit counts. */
    public enum Unit {
        /** Elapsed minutes. */
        MINUTES("min"),
        /** Elapsed hours. */
        HOURS("h"),
        /** Calendar days, holidays included. Source: AMB-03. */
        DAYS("d"),
        /** Days that are neither Saturday, Sunday nor a government holiday. */
        WORKING_DAYS("wd"),
        /** Seven calendar days. Source: AMB-35. */
        WEEKS("w"),
        /** Months by the calendar. Source: AMB-35. */
        MONTHS("mo");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }
    }

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if the amount is not 1 to 9999
     */
    public TimeLimit {
        if (amount < 1 || amount > 9999) {
            throw new IllegalArgumentException("time limit: found the amount " + amount + ", expected 1 to 9999");
        }
    }

    /**
     * Reads a time limit.
     *
     * @param text a whole number and its unit without a space between, for example {@code 3d}
     * @return the limit
     * @throws IllegalArgumentException if the text has another form; the message names the units
     */
    public static TimeLimit parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (matcher.matches()) {
            for (Unit unit : Unit.values()) {
                if (unit.symbol.equals(matcher.group(2))) {
                    return new TimeLimit(Integer.parseInt(matcher.group(1)), unit);
                }
            }
        }
        throw new IllegalArgumentException("time limit: found '" + text + "', expected a whole number and one of "
                + Arrays.stream(Unit.values()).map(unit -> unit.symbol).collect(Collectors.joining(", "))
                + ", as in 3d or 25wd");
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return amount + unit.symbol;
    }
}
