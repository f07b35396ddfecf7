package dev.prakat.policy;

import dev.prakat.duty.Unit;
import dev.prakat.duty.UnitRegister;
import dev.prakat.policy.Findings.Code;
import java.util.List;
import java.util.Optional;

/** Finds what is left when a spreadsheet takes {@code 007} for a number and writes {@code 7}. Stateless. */
final class EatenZeros {

    private static final String REMEDY =
            "a spreadsheet may have eaten leading zeros: format the column as text, then" + " write the zeros again";

    private EatenZeros() {}

    /** Numbers of one column, some padded with zeros: those that are shorter than the padded ones have lost theirs. */
    static void inColumn(String file, String column, List<CsvSheet.Row> rows, Findings findings) {
        int padded = rows.stream()
                .map(row -> row.text(column))
                .filter(text -> text.matches("0[0-9]+"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        for (CsvSheet.Row row : rows) {
            String text = row.text(column);
            if (text.matches("[1-9][0-9]*") && text.length() < padded) {
                findings.add(
                        file,
                        row.number(),
                        Code.CSV,
                        "found '" + text + "' in the column " + column + ", while others there have " + padded
                                + " digits",
                        REMEDY);
            }
        }
    }

    /** What a unit would be called that lost, or kept, its zeros. */
    static Optional<String> unit(String token, UnitRegister units) {
        return units.all().stream()
                .map(Unit::code)
                .filter(code -> token.matches("[0-9]+") && code.matches("[0-9]+"))
                .filter(code -> bare(code).equals(bare(token)))
                .findFirst();
    }

    private static String bare(String number) {
        return number.replaceFirst("^0+", "");
    }
}
