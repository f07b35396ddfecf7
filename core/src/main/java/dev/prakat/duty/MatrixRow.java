package dev.prakat.duty;

import dev.prakat.category.CategoryId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the matrix: who answers for a category, for a time. Immutable.
 *
 * @param category the category
 * @param row the row's number, for example {@code M037}
 * @param cells a cell for each duty of the policy by the duty's id, in the order of the columns
 * @param validity when the row holds
 */
public record MatrixRow(CategoryId category, String row, Map<String, DutyCell> cells, Validity validity) {

    /** Copies the map. */
    public MatrixRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /**
     * The cell of a duty.
     *
     * @param dutyId the duty's id
     * @return the cell, or empty when the policy has no such duty
     */
    public Optional<DutyCell> cell(String dutyId) {
        return Optional.ofNullable(cells.get(dutyId));
    }

    /**
     * Whether somebody holds every duty.
     *
     * @return false when a cell names nobody
     */
    public boolean complete() {
        return cells.values().stream().noneMatch(cell -> cell.holders().isEmpty());
    }
}
