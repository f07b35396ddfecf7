package dev.prakat.cli;

import dev.prakat.calendar.ThaiDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day or an instant as somebody typed it. What names no zone is meant in Asia/Bangkok. Immutable.
 *
 * @param instant the instant; for a day its beginning
 * @param day the day, or null when a time of the day was given
 */
record Moment(Instant instant, @Nullable LocalDate day) {

    private static final Pattern BLANK_FOR_T = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:.*)");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /**
     * Reads {@code 2026-11-22T01:30:00Z}, {@code 2026-11-22T08:30+07:00}, {@code 2026-11-22T08:30} (Bangkok), {@code 2026-11-22},
     * {@code 22 พฤศจิกายน 2569} and every other form of {@link ThaiDate#read}.
     *
     * @throws IllegalArgumentException if the text has none of these forms; the message says which are known
     */
    static Moment parse(String text) {
        String typed = BLANK_FOR_T.matcher(text.strip()).replaceFirst("$1T$2");
        Optional<Instant> exact = exact(typed);
        if (exact.isPresent()) {
            return new Moment(exact.get(), null);
        }
        try {
            LocalDate day = ThaiDate.parse(typed);
            return new Moment(day.atStartOfDay(ThaiDate.BANGKOK).toInstant(), day);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "found '" + text + "' (" + e.getMessage() + "), expected a day (2026-11-22, 22 พฤศจิกายน 2569),"
                            + " a Bangkok time (2026-11-22T08:30) or an instant (2026-11-22T01:30:00Z)",
                    e);
        }
    }

    /** When something ends whose last day or end this is: a day is meant to its very end. */
    Instant end() {
        return day == null
                ? instant
                : day.plusDays(1).atStartOfDay(ThaiDate.BANGKOK).toInstant();
    }

    /** The day on which this is, in Bangkok. */
    LocalDate dayInBangkok() {
        return day == null ? LocalDate.ofInstant(instant, ThaiDate.BANGKOK) : day;
    }

    private static Optional<Instant> exact(String typed) {
        try {
            return Optional.of(inRange(OffsetDateTime.parse(typed).toInstant()));
        } catch (DateTimeParseException e) {
            return local(typed);
        }
    }

    private static Optional<Instant> local(String typed) {
        try {
            return Optional.of(
                    inRange(LocalDateTime.parse(typed).atZone(ThaiDate.BANGKOK).toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A Buddhist-era year before a time of the day would be five centuries off. */
    private static Instant inRange(Instant instant) {
        int year = LocalDate.ofInstant(instant, ThaiDate.BANGKOK).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("found the year " + year + ", expected one of the common era from "
                    + FIRST_YEAR + " to " + LAST_YEAR + " where a time of the day is given");
        }
        return instant;
    }

    /** Makes picocli read moments; a text that is none is wrong use. */
    static final class Converter implements picocli.CommandLine.ITypeConverter<Moment> {
        @Override
        public Moment convert(String value) {
            try {
                return parse(value);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new picocli.CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
