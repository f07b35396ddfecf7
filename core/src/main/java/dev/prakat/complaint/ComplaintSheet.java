package dev.prakat.complaint;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.duty.Unit;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.ComplaintPolicy.Detail;
import dev.prakat.problem.Finding;
import dev.prakat.table.Table;
import dev.prakat.table.TableRow;
import dev.prakat.table.TableShape;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads complaints from a sheet: blank rows are passed over, Thai and Arabic digits and both eras are read, and everything that is
 * wrong is found, row by row and column by column. One use, one thread.
 */
final class ComplaintSheet {

    static final String NUMBER = "number";

    private static final String MISSING = "missing";
    private static final List<String> DETAILS = List.of("first_name", "surname", "address", "telephone");
    private static final String RULE = "S004-R15";
    private static final List<String> NEEDED = List.of(NUMBER, "unit", "received", "channel");
    private static final List<String> OPTIONAL = List.of(
            "time",
            "first_name",
            "surname",
            "address",
            "telephone",
            "matter",
            "conclusion",
            "concluded",
            "informed",
            MISSING,
            "last_day");

    private final ComplaintPolicy policy;
    private final ComplaintCheck check;
    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<ComplaintNumber, Integer> seen = new HashMap<>();

    /**
     * One complaint of the sheet.
     *
     * @param row its row in the spreadsheet
     * @param missing what it lacks
     * @param conclusion how it ended, or null
     */
    record Row(
            int row,
            NewComplaint complaint,
            Set<Detail> missing,
            @Nullable Conclusion conclusion) {

        Row {
            missing = Set.copyOf(missing);
        }
    }

    ComplaintSheet(ComplaintPolicy policy, LocalDate today, String file) {
        this.policy = policy;
        this.check = new ComplaintCheck(policy, today);
        this.file = file;
    }

    void read(byte[] content) {
        Table table = Table.read(content, new TableShape(file, NEEDED, OPTIONAL, RULE))
                .unguarded();
        findings.addAll(table.findings());
        table.rows().forEach(this::row);
    }

    List<Row> rows() {
        return rows;
    }

    List<Finding> findings() {
        return findings;
    }

    /** What a person should look at again, though it was taken. */
    List<Finding> notes() {
        return notes;
    }

    String place(int row, String column) {
        return file + ":" + row + ", " + column;
    }

    private void row(TableRow row) {
        ComplaintNumber number = number(row);
        LocalDate received = date(row, "received");
        if (row.text("received").isEmpty()) {
            find(
                    row,
                    "received",
                    "S004-R20",
                    "found nothing, expected the day of receipt",
                    "write the day on the stamp");
        }
        Optional<LocalTime> time = time(row);
        Conclusion conclusion = conclusion(row);
        // So that the other columns are looked at too, whatever the number and the day are.
        NewComplaint complaint = new NewComplaint(
                number == null ? new ComplaintNumber("0") : number,
                unit(row),
                received == null ? LocalDate.EPOCH : received,
                time.orElse(null),
                row.text("channel").toUpperCase(Locale.ROOT),
                new Complainant(
                        row.text("first_name"),
                        row.text("surname"),
                        row.text("address"),
                        ThaiDate.toArabicDigits(row.text("telephone")),
                        row.text("matter")));
        check.complaint(complaint, found -> findings.add(found.at(file + ":" + row.number() + ", ")));
        if (conclusion != null && received != null) {
            check.conclusion(conclusion, received, found -> findings.add(found.at(file + ":" + row.number() + ", ")));
        }
        rows.add(new Row(row.number(), complaint, missing(row, complaint.complainant()), conclusion));
    }

    /**
     * A sheet with the column and without any of the details, as {@link ComplaintExport} writes it, says what was missing when they were
     * known; otherwise the details say it themselves.
     */
    private Set<Detail> missing(TableRow row, Complainant complainant) {
        if (!row.header().contains(MISSING) || DETAILS.stream().anyMatch(row.header()::contains)) {
            return complainant.missing(policy.admissibleWith());
        }
        Set<Detail> missing = EnumSet.noneOf(Detail.class);
        for (String name : row.list(MISSING, ' ')) {
            Arrays.stream(Detail.values())
                    .filter(detail -> detail.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresentOrElse(
                            missing::add,
                            () -> find(
                                    row,
                                    MISSING,
                                    "S004-R15",
                                    "found '" + name + "', expected some of " + List.of(Detail.values()),
                                    "write them with blanks between, or nothing"));
        }
        return missing;
    }

    private @Nullable ComplaintNumber number(TableRow row) {
        ComplaintNumber number;
        try {
            number = new ComplaintNumber(row.text(NUMBER));
        } catch (IllegalArgumentException e) {
            find(row, NUMBER, RULE, String.valueOf(e.getMessage()), "write the number of the register");
            return null;
        }
        Integer first = seen.putIfAbsent(number, row.number());
        if (first != null) {
            find(
                    row,
                    NUMBER,
                    RULE,
                    "the number " + number + " is also that of row " + first,
                    "delete one of the two rows, or correct its number");
        }
        return number;
    }

    private String unit(TableRow row) {
        String text = row.text("unit");
        return policy.units()
                .byPrinted(text)
                .or(() -> policy.units().all().stream()
                        .filter(unit -> unit.nameTh().equals(text))
                        .findFirst())
                .map(Unit::code)
                .orElse(text);
    }

    private Optional<LocalTime> time(TableRow row) {
        String text =
                ThaiDate.toArabicDigits(row.text("time")).replace('.', ':').replaceAll("\\s*(น:?|:)$", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeException e) {
            find(
                    row,
                    "time",
                    "S004-R08",
                    "found '" + row.text("time") + "', expected a time such as 15:18",
                    "correct it");
            return Optional.empty();
        }
    }

    private @Nullable Conclusion conclusion(TableRow row) {
        String kind = row.text("conclusion").toUpperCase(Locale.ROOT);
        LocalDate concluded = date(row, "concluded");
        LocalDate informed = date(row, "informed");
        if (kind.isEmpty()
                && row.text("concluded").isEmpty()
                && row.text("informed").isEmpty()) {
            return null;
        }
        if (kind.isEmpty()) {
            find(
                    row,
                    "conclusion",
                    "S004-R16",
                    "found nothing, but a day of conclusion",
                    "write the kind of conclusion");
        }
        if (row.text("concluded").isEmpty()) {
            find(
                    row,
                    "concluded",
                    "S004-R20",
                    "found nothing, expected the day of the conclusion",
                    "write it, or leave conclusion, concluded and informed empty");
        }
        return kind.isEmpty() || concluded == null ? null : new Conclusion(kind, concluded, informed);
    }

    private @Nullable LocalDate date(TableRow row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            ThaiDate.Reading reading = ThaiDate.read(text);
            if (reading.centuryAssumed()) {
                notes.add(new Finding(
                        place(row.number(), column),
                        "S004-R20",
                        "'" + text + "' was read as " + ThaiDate.format(reading.date()),
                        "write the year with four digits"));
            }
            return reading.date();
        } catch (IllegalArgumentException e) {
            find(row, column, "S004-R20", String.valueOf(e.getMessage()), "correct the date");
            return null;
        }
    }

    private void find(TableRow row, String column, String rule, String message, String remedy) {
        findings.add(new Finding(place(row.number(), column), rule, message, remedy));
    }
}
