package dev.prakat.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a report, with the keys of the items behind it. Immutable.
 *
 * @param kind what kind of value it is
 * @param value the value as machines read it; empty for {@link Kind#NONE}
 * @param behind the keys of what was counted, or of what the value is taken from; empty where nothing was
 */
public record ReportCell(Kind kind, String value, List<String> behind) {

    /** What kind of value a figure is. */
    public enum Kind {
        /** A whole number. */
        NUMBER,
        /** A day, ISO 8601, in Asia/Bangkok. */
        DAY,
        /** An instant, ISO 8601, in UTC. */
        INSTANT,
        /** A duration in whole seconds. */
        SECONDS,
        /** A period by the calendar, ISO 8601, such as P6M. */
        PERIOD,
        /** A key of the texts of reports. */
        CODE,
        /** Words, as they are. */
        TEXT,
        /** Nothing is known or nothing applies; never to be read as 0. */
        NONE
    }

    /** Nothing is known or nothing applies. */
    public static final ReportCell NONE = new ReportCell(Kind.NONE, "", List.of());

    /** Copies the list. */
    public ReportCell {
        behind = List.copyOf(behind);
    }

    static ReportCell count(Collection<String> behind) {
        return new ReportCell(Kind.NUMBER, Integer.toString(behind.size()), List.copyOf(behind));
    }

    static ReportCell number(long number) {
        return new ReportCell(Kind.NUMBER, Long.toString(number), List.of());
    }

    static ReportCell day(@Nullable LocalDate day) {
        return day == null ? NONE : new ReportCell(Kind.DAY, day.toString(), List.of());
    }

    static ReportCell instant(@Nullable Instant instant) {
        return instant == null ? NONE : new ReportCell(Kind.INSTANT, instant.toString(), List.of());
    }

    static ReportCell duration(@Nullable Duration duration) {
        return duration == null ? NONE : new ReportCell(Kind.SECONDS, Long.toString(duration.toSeconds()), List.of());
    }

    static ReportCell period(Period period) {
        return new ReportCell(Kind.PERIOD, period.toString(), List.of());
    }

    static ReportCell code(String code) {
        return new ReportCell(Kind.CODE, code, List.of());
    }

    static ReportCell text(String text) {
        return text.isEmpty() ? NONE : new ReportCell(Kind.TEXT, text, List.of());
    }

    ReportCell from(String... keys) {
        return new ReportCell(kind, value, List.of(keys));
    }

    /** Whether it is read as a number: a percentage is one too. */
    boolean isNumber() {
        return kind == Kind.NUMBER || kind == Kind.SECONDS || (kind == Kind.TEXT && value.matches("[0-9]+[.][0-9]+"));
    }

    /** The number of a {@link Kind#NUMBER}, and 0 for everything else: what a bar is as long as. */
    long length() {
        return kind == Kind.NUMBER ? Long.parseLong(value) : 0;
    }
}
