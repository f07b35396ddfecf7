package dev.prakat.policy;

import dev.prakat.category.CategoryTerms;
import dev.prakat.category.ChecklistItem;
import dev.prakat.duty.Duty;
import dev.prakat.duty.Quorum;
import dev.prakat.duty.Unit;
import dev.prakat.duty.UnitRegister;
import dev.prakat.duty.Validity;
import dev.prakat.policy.Findings.Code;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the columns of {@code matrix.csv} that a policy may leave out. One thread. */
final class TermsColumns {

    /** The columns, in the order in which the documentation names them. */
    static final List<String> COLUMNS = List.of(
            "variants",
            "listed",
            "printed",
            "needed",
            "fields",
            "update_every",
            "checklist",
            "routine",
            "quorum",
            "valid_from",
            "valid_to",
            "rule");

    private static final Map<String, CategoryTerms.Presence> PRESENCE = Map.of(
            "", CategoryTerms.Presence.OPTIONAL,
            "no", CategoryTerms.Presence.OPTIONAL,
            "yes", CategoryTerms.Presence.MANDATORY,
            "if-any", CategoryTerms.Presence.IF_ANY);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2400;

    private final Set<String> fields;
    private final UnitRegister units;
    private final Findings findings;

    TermsColumns(Set<String> fields, UnitRegister units, Findings findings) {
        this.fields = fields;
        this.units = units;
        this.findings = findings;
    }

    CategoryTerms terms(CsvSheet.Row row) {
        choice(row, "listed", List.of("", "yes", "no"));
        choice(row, "printed", List.of("", "yes", "no"));
        choice(row, "needed", List.of("", "yes", "no", "if-any"));
        List<String> needed = row.list("fields");
        needed.stream()
                .filter(field -> !fields.contains(field))
                .forEach(field -> finding(
                        row,
                        "the field '" + field + "' is not one of "
                                + fields.stream().sorted().toList(),
                        "correct it, or add it to fields in " + PolicyFiles.POLICY));
        return new CategoryTerms(
                !row.text("printed").equals("no"),
                PRESENCE.getOrDefault(row.text("needed"), CategoryTerms.Presence.OPTIONAL),
                needed,
                updateEvery(row),
                checklist(row),
                routine(row));
    }

    /** The quorum of each duty: the column's, unless the row says {@code VERIFY=ALL_OF}. */
    Map<String, Quorum> quorums(CsvSheet.Row row, List<Duty> duties) {
        Map<String, Quorum> quorums = new HashMap<>();
        duties.forEach(duty -> quorums.put(duty.id(), duty.quorum()));
        for (String entry : row.list("quorum")) {
            String[] parts = entry.split("=", 2);
            String duty = parts[0].strip();
            Optional<Quorum> quorum = quorum(parts.length == 2 ? parts[1].strip() : "");
            if (!quorums.containsKey(duty) || quorum.isEmpty()) {
                finding(
                        row,
                        "found '" + entry + "' in the column quorum",
                        "write, for example, " + duties.get(0).id() + "=ALL_OF; a quorum is ANY_OF, ALL_OF or"
                                + " OWNER_PLUS_CENTRAL");
            } else {
                quorums.put(duty, quorum.get());
            }
        }
        return quorums;
    }

    Validity validity(CsvSheet.Row row) {
        LocalDate from = day(row, "valid_from");
        LocalDate to = day(row, "valid_to");
        if (from != null && to != null && to.isBefore(from)) {
            finding(row, "it is valid to " + to + ", before it is valid from " + from, "exchange or correct the days");
            return Validity.ALWAYS;
        }
        return new Validity(from, to);
    }

    private static Optional<Quorum> quorum(String text) {
        for (Quorum quorum : Quorum.values()) {
            if (quorum.name().equals(text)) {
                return Optional.of(quorum);
            }
        }
        return Optional.empty();
    }

    private @Nullable LocalDate day(CsvSheet.Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
            finding(
                    row,
                    "the year of '" + text + "' in the column " + column + " is not plausible",
                    "write the year of the common era: 2021, not 2564");
        } catch (DateTimeException e) {
            finding(
                    row,
                    "the date '" + text + "' in the column " + column + " does not exist or has another form",
                    "write it as 2021-02-28; a spreadsheet may have rewritten it: format the column as text");
        }
        return null;
    }

    private @Nullable Period updateEvery(CsvSheet.Row row) {
        String text = row.text("update_every");
        Period period = text.isEmpty() ? null : WindowSection.length(text);
        if (!text.isEmpty() && period == null) {
            finding(row, "found '" + text + "' in the column update_every", "write, for example, 90d, 12w or 6mo");
        }
        return period;
    }

    private List<ChecklistItem> checklist(CsvSheet.Row row) {
        List<ChecklistItem> items = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (String entry : row.list("checklist")) {
            String[] parts = entry.split("=", 2);
            if (parts.length != 2 || !parts[0].strip().matches("[0-9]{1,2}(\\.[0-9]{1,2})?") || parts[1].isBlank()) {
                finding(row, "found '" + entry + "' in the column checklist", "write, for example, 1=ประวัติ|2=ภารกิจ");
            } else if (!numbers.add(parts[0].strip())) {
                finding(row, "the number " + parts[0].strip() + " occurs twice in the checklist", "number it anew");
            } else {
                items.add(new ChecklistItem(row.text("row") + "-" + parts[0].strip(), parts[1].strip()));
            }
        }
        return items;
    }

    private @Nullable List<String> routine(CsvSheet.Row row) {
        String text = row.text("routine");
        if (text.isEmpty()) {
            return null;
        }
        if (text.equals("no")) {
            return List.of();
        }
        List<String> codes = new ArrayList<>();
        for (String form : row.list("routine")) {
            Optional<Unit> unit = units.byPrinted(form);
            unit.ifPresentOrElse(
                    found -> codes.add(found.code()),
                    () -> finding(
                            row,
                            "the column routine names '" + form + "', which no unit in " + PolicyFiles.UNITS + " has",
                            "write no, or units separated by |; nearest: " + units.nearest(form)));
        }
        return codes;
    }

    private void choice(CsvSheet.Row row, String column, List<String> values) {
        if (!values.contains(row.text(column))) {
            finding(
                    row,
                    "found '" + row.text(column) + "' in the column " + column,
                    "write one of " + values.subList(1, values.size()) + ", or nothing");
        }
    }

    private void finding(CsvSheet.Row row, String message, String remedy) {
        findings.add(PolicyFiles.MATRIX, row.number(), Code.MATRIX, message, remedy);
    }
}
