package dev.prakat.cli;

import dev.prakat.calendar.CountingRule;
import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.CountingRule.LastDay;
import dev.prakat.calendar.DeadlineSettings;
import dev.prakat.calendar.DeadlineSettings.Hours;
import dev.prakat.calendar.DeadlineSettings.PlainDays;
import dev.prakat.calendar.Holiday;
import dev.prakat.calendar.Scope;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.calendar.TimeLimit;
import dev.prakat.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The government's calendar. Only {@code adopt} opens a database. */
@Command(name = "calendar", mixinStandardHelpOptions = true)
final class CalendarCommands {

    private static final int FIRST_BUDDHIST_YEAR = 2400;
    private static final int ERA = 543;

    static CommandLine line(Session session) {
        return new CommandLine(new CalendarCommands())
                .addSubcommand(new Due(session))
                .addSubcommand(new Holidays(session))
                .addSubcommand(new CalendarAdopt(session))
                .registerConverter(TimeLimit.class, converter(TimeLimit::parse))
                .registerConverter(Scope.class, converter(Scope::parse))
                .registerConverter(FirstDay.class, word(FirstDay.values()))
                .registerConverter(LastDay.class, word(LastDay.values()))
                .registerConverter(PlainDays.class, word(PlainDays.values()))
                .registerConverter(Hours.class, word(Hours.values()));
    }

    /** {@code calendar due}: when a time limit ends. */
    @Command(name = "due", mixinStandardHelpOptions = true)
    static final class Due implements Callable<Integer> {

        private final Session session;

        @Option(names = "--start", required = true, paramLabel = "DATE[THH:MM]")
        private String start = "";

        @Option(names = "--limit", required = true, paramLabel = "LIMIT")
        private TimeLimit limit = TimeLimit.parse("1d");

        @Option(names = "--mode", paramLabel = "calendar|working", defaultValue = "calendar")
        private PlainDays mode = PlainDays.CALENDAR;

        @Option(names = "--first-day", paramLabel = "exclude|include", defaultValue = "exclude")
        private FirstDay firstDay = FirstDay.EXCLUDE;

        @Option(names = "--last-day", paramLabel = "roll-forward|keep|roll-back", defaultValue = "roll-forward")
        private LastDay lastDay = LastDay.ROLL_FORWARD;

        @Option(names = "--hours", paramLabel = "office|elapsed", defaultValue = "office")
        private Hours hours = Hours.OFFICE;

        @Option(names = "--scope", paramLabel = "SCOPE", defaultValue = "NATIONAL")
        private Scope scope = Scope.NATIONAL;

        Due(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            WorkingCalendar calendar = WorkingCalendar.government().in(scope);
            Moment begun = moment();
            DeadlineSettings settings = DeadlineSettings.STANDARD
                    .withCounting(new CountingRule(firstDay, lastDay))
                    .withPlainDays(mode)
                    .withHours(hours);
            Instant due = calendar.due(begun.instant(), limit, settings);
            LocalDate last = LocalDate.ofInstant(due, ThaiDate.BANGKOK);
            List<HolidayRow> between = calendar.holidays().stream()
                    .filter(scope::covers)
                    .filter(holiday -> !holiday.date().isBefore(begun.dayInBangkok()))
                    .filter(holiday -> !holiday.date().isAfter(last))
                    .filter(holiday -> holiday.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                    .map(HolidayRow::of)
                    .toList();
            if (last.isAfter(calendar.knownUntil())) {
                session.note("calendar.unknown", session.printed(calendar.knownUntil()));
            }
            String iso = due.atZone(ThaiDate.BANGKOK).toOffsetDateTime().toString();
            String thai = ThaiDate.formatInstant(due);
            session.answer(
                    new Answer(
                            iso,
                            last.toString(),
                            thai,
                            limit.toString(),
                            scope.toString(),
                            calendar.version(),
                            between),
                    () -> Stream.concat(
                                    Stream.of(iso, thai),
                                    between.stream().map(row -> session.text("calendar.holiday", row.line(session))))
                            .toList());
            return ExitCode.DONE;
        }

        private Moment moment() {
            try {
                Moment moment = Moment.parse(start);
                if (moment.day() != null && ThaiDate.read(start).centuryAssumed()) {
                    session.note("calendar.century", session.printed(moment.dayInBangkok()));
                }
                return moment;
            } catch (IllegalArgumentException e) {
                throw new WrongUse("--start: " + e.getMessage());
            }
        }

        /** A due date, for machines. */
        record Answer(
                String due,
                String date,
                String thai,
                String limit,
                String scope,
                String calendar,
                List<HolidayRow> holidays) {}
    }

    /** {@code calendar holidays}: the holidays of one year. */
    @Command(name = "holidays", mixinStandardHelpOptions = true)
    static final class Holidays implements Callable<Integer> {

        private final Session session;

        @Option(names = "--year", required = true, paramLabel = "YEAR")
        private int year;

        @Option(names = "--scope", paramLabel = "SCOPE", defaultValue = "NATIONAL")
        private Scope scope = Scope.NATIONAL;

        Holidays(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            // Nobody means a year of the common era from 2400 on, nor a Buddhist one before it.
            int yearBe = year < FIRST_BUDDHIST_YEAR ? year + ERA : year;
            List<HolidayRow> rows = WorkingCalendar.government().in(scope).holidays(yearBe).stream()
                    .map(HolidayRow::of)
                    .toList();
            session.answer(
                    rows,
                    () -> rows.isEmpty()
                            ? List.of(session.text("calendar.none", yearBe))
                            : rows.stream().map(row -> row.line(session)).toList());
            return rows.isEmpty() ? ExitCode.FINDING : ExitCode.DONE;
        }
    }

    /** A holiday, for machines. */
    record HolidayRow(
            String date,
            String thai,
            String nameTh,
            String nameEn,
            String kind,
            String scope,
            @Nullable String note) {

        static HolidayRow of(Holiday holiday) {
            return new HolidayRow(
                    holiday.date().toString(),
                    ThaiDate.format(holiday.date()),
                    holiday.nameTh(),
                    holiday.nameEn(),
                    holiday.kind(),
                    holiday.scope(),
                    holiday.note().isEmpty() ? null : holiday.note());
        }

        String line(Session session) {
            List<String> parts =
                    new ArrayList<>(List.of(date, thai, session.messages().either(nameTh, nameEn)));
            if (!scope.equals(Holiday.NATIONAL)) {
                parts.add("[" + scope + "]");
            }
            return String.join("  ", parts);
        }
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> reader) {
        return text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    /** A value of a closed list as people type it: {@code roll-forward}. */
    private static <T extends Enum<T>> ITypeConverter<T> word(T[] values) {
        return converter(text -> Arrays.stream(values)
                .filter(value -> spelt(value).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found '" + text + "', expected one of "
                        + Arrays.stream(values).map(CalendarCommands::spelt).toList())));
    }

    private static String spelt(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
