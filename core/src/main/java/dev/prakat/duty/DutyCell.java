package dev.prakat.duty;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One cell of the matrix: what is printed, and beside it what was read from it. Immutable.
 *
 * @param printed the cell exactly as printed; empty when nothing is
 * @param holders the codes of the units, unit classes and variables in it, in order, each once
 * @param unknown printed forms that no unit has, without white space; empty in every policy that loaded
 * @param quorum how many of the holders must act
 */
public record DutyCell(String printed, List<String> holders, List<String> unknown, Quorum quorum) {

    /** Copies the lists. */
    public DutyCell {
        holders = List.copyOf(holders);
        unknown = List.copyOf(unknown);
    }

    /**
     * Reads a cell.
     *
     * @param printed the cell exactly as printed
     * @param quorum how many of the holders must act
     * @param units the units with their printed forms
     * @return the cell; what no unit has stands in {@link #unknown()}
     */
    public static DutyCell read(String printed, Quorum quorum, UnitRegister units) {
        Set<String> holders = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String token : PrintedTokens.split(printed, key -> units.byKey(key) != null)) {
            Unit unit = units.byKey(token);
            if (unit == null) {
                unknown.add(token);
            } else {
                holders.add(unit.code());
            }
        }
        return new DutyCell(printed, List.copyOf(holders), unknown, quorum);
    }
}
