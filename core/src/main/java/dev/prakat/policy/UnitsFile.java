package dev.prakat.policy;

import dev.prakat.duty.Unit;
import dev.prakat.duty.UnitRegister;
import dev.prakat.policy.Findings.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code units.csv}. One use, one thread. Source: S001-R15, AMB-22. */
final class UnitsFile {

    private static final String FILE = PolicyFiles.UNITS;
    private static final List<String> NEEDED =
            List.of("code", "name_th", "name_en", "variants", "confidence", "kind", "member_of");
    private static final List<String> OPTIONAL = List.of("note", "rule");

    private final Findings findings;
    private final List<Unit> units = new ArrayList<>();
    private final List<Integer> rowNumbers = new ArrayList<>();

    private UnitsFile(Findings findings) {
        this.findings = findings;
    }

    static UnitRegister read(PolicyFiles files, Findings findings) {
        UnitsFile file = new UnitsFile(findings);
        List<CsvSheet.Row> rows = CsvSheet.read(files, FILE, NEEDED, OPTIONAL, findings);
        EatenZeros.inColumn(FILE, "code", rows, findings);
        rows.forEach(file::unit);
        UnitRegister register = UnitRegister.of(file.units);
        for (int i = 0; i < file.units.size(); i++) {
            file.check(i, register);
        }
        return register;
    }

    private void unit(CsvSheet.Row row) {
        String code = row.text("code");
        if (code.isEmpty()
                || row.text("name_th").isEmpty()
                || row.text("name_en").isEmpty()) {
            finding(row.number(), "found a row without code, name_th or name_en", "fill in all three");
            return;
        }
        Optional<Unit.Kind> kind = Arrays.stream(Unit.Kind.values())
                .filter(value -> value.name().equals(row.text("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            finding(
                    row.number(),
                    "unit " + code + " has the kind '" + row.text("kind") + "', expected one of "
                            + Arrays.toString(Unit.Kind.values()),
                    "write one of them");
        }
        String memberOf = row.text("member_of");
        units.add(new Unit(
                code,
                row.text("name_th"),
                row.text("name_en"),
                row.list("variants"),
                row.text("confidence"),
                // A class, so that a mistake in its kind is not reported once more for each member.
                kind.orElse(Unit.Kind.UNIT_CLASS),
                memberOf.isEmpty() ? null : memberOf));
        rowNumbers.add(row.number());
    }

    private void check(int index, UnitRegister register) {
        Unit unit = units.get(index);
        int row = rowNumbers.get(index);
        if (register.find(unit.code())
                .filter(first -> units.indexOf(first) != index)
                .isPresent()) {
            finding(row, "the code " + unit.code() + " occurs twice", "give each unit a code of its own");
            return;
        }
        for (String form : unit.printedVariants()) {
            register.byPrinted(form)
                    .filter(owner -> units.indexOf(owner) != index)
                    .ifPresent(owner -> finding(
                            row,
                            "the printed form '" + form + "' of " + unit.code() + " is also one of " + owner.code(),
                            "leave it with one of the two"));
        }
        String memberOf = unit.memberOf();
        if (unit.kind() == Unit.Kind.POST) {
            checkPost(unit, row, register);
        } else if (memberOf != null && !isClass(memberOf, register)) {
            finding(
                    row,
                    "unit " + unit.code() + " is a member of '" + memberOf + "', which is no UNIT_CLASS",
                    "write the code of a class into member_of; nearest: " + register.nearest(memberOf));
        }
    }

    private void checkPost(Unit post, int row, UnitRegister register) {
        if (!PolicyYaml.NAME.matcher(post.code()).matches()) {
            finding(
                    row,
                    "the post '" + post.code() + "' has another code than posts have",
                    "write the id of a post of " + PolicyFiles.POLICY + ": " + PolicyYaml.NAME_FORM);
        }
        String memberOf = post.memberOf();
        if (memberOf != null && register.find(memberOf).isEmpty()) {
            finding(
                    row,
                    "the post " + post.code() + " is one of '" + memberOf + "', which is no unit",
                    "write the code of the unit, or nothing for a post of any; nearest: " + register.nearest(memberOf));
        }
    }

    private static boolean isClass(String code, UnitRegister register) {
        return register.find(code)
                .filter(unit -> unit.code().equals(code) && unit.kind() == Unit.Kind.UNIT_CLASS)
                .isPresent();
    }

    private void finding(int row, String message, String remedy) {
        findings.add(FILE, row, Code.UNIT, message, remedy);
    }
}
