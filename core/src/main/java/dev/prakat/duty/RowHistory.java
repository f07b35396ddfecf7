package dev.prakat.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one category through time. Filled once, then only read. */
final class RowHistory {

    private final List<Dated> rows = new ArrayList<>();
    private int newest;

    private record Dated(MatrixRow row, Map<String, CellIndex> cells) {}

    void add(MatrixRow row, UnitRegister units) {
        Map<String, CellIndex> cells = new HashMap<>();
        row.cells().forEach((duty, cell) -> cells.put(duty, new CellIndex(cell, units)));
        rows.add(new Dated(row, cells));
        if (begins(row).isAfter(begins(rows.get(newest).row()))) {
            newest = rows.size() - 1;
        }
    }

    MatrixRow newest() {
        return rows.get(newest).row();
    }

    List<MatrixRow> all() {
        return rows.stream().map(Dated::row).toList();
    }

    @Nullable
    MatrixRow row(@Nullable LocalDate on) {
        Dated dated = dated(on);
        return dated == null ? null : dated.row();
    }

    @Nullable
    CellIndex cell(String duty, @Nullable LocalDate on) {
        Dated dated = dated(on);
        return dated == null ? null : dated.cells().get(duty);
    }

    private @Nullable Dated dated(@Nullable LocalDate on) {
        if (on == null) {
            return rows.get(newest);
        }
        for (Dated dated : rows) {
            if (dated.row().validity().contains(on)) {
                return dated;
            }
        }
        return null;
    }

    private static LocalDate begins(MatrixRow row) {
        LocalDate from = row.validity().from();
        return from == null ? LocalDate.MIN : from;
    }
}
