package dev.prakat.duty;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.category.CategoryTree;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which duty for which category. It never inherits: a row without duty-holders is a gap, not its neighbour's.
 * Immutable, safe for use by many threads. Source: S001-R15, S001-R20, S001-R25, AMB-01, AMB-21, AMB-22.
 */
public final class ResponsibilityMatrix {

    private final List<Duty> duties;
    private final UnitRegister units;
    private final CategoryTree categories;
    private final Map<CategoryId, MatrixRow> rows = new LinkedHashMap<>();

    /**
     * Builds a matrix.
     *
     * @param duties the duties in the order of the columns
     * @param units the units that cells name
     * @param categories the categories
     * @param rows the rows in the order of the document, one for each category
     */
    public ResponsibilityMatrix(List<Duty> duties, UnitRegister units, CategoryTree categories, List<MatrixRow> rows) {
        this.duties = List.copyOf(duties);
        this.units = units;
        this.categories = categories;
        rows.forEach(row -> this.rows.put(row.category(), row));
    }

    /**
     * All rows.
     *
     * @return the rows in the order of the document
     */
    public List<MatrixRow> rows() {
        return List.copyOf(rows.values());
    }

    /**
     * The row of a category.
     *
     * @param category the category
     * @return its row, or empty when the matrix has none
     */
    public Optional<MatrixRow> row(CategoryId category) {
        return Optional.ofNullable(rows.get(category));
    }

    /**
     * Whether a unit may act in a duty for a category. It may when the cell names it, names the class that it belongs to, or
     * names the data-owner unit and it is that one. Whether enough holders have acted is not asked here.
     *
     * @param category the category
     * @param dutyId the duty, for example {@code PUBLISH}
     * @param unitCode the unit of the person who wants to act
     * @param dataOwnerUnit the unit that owns the item's data, or null when nobody has named it
     * @return the answer with its reason; a gap of the matrix answers no
     * @throws PrakatException NOT_FOUND if the policy has no such duty
     */
    public DutyAnswer mayAct(CategoryId category, String dutyId, String unitCode, @Nullable String dataOwnerUnit) {
        requireDuty(dutyId);
        DutyCell cell = row(category).flatMap(row -> row.cell(dutyId)).orElse(null);
        if (cell == null) {
            return new DutyAnswer(false, List.of(), "category " + category + " is not in the responsibility matrix");
        }
        if (cell.holders().isEmpty()) {
            return new DutyAnswer(false, List.of(), nobody(category, dutyId));
        }
        List<String> holders = new ArrayList<>();
        for (String holder : cell.holders()) {
            String actual = isVariable(holder) && dataOwnerUnit != null ? dataOwnerUnit : holder;
            holders.add(actual);
        }
        for (String holder : holders) {
            if (units.isOrBelongsTo(unitCode, holder)) {
                return new DutyAnswer(
                        true,
                        holders,
                        unitCode + " holds " + dutyId + " for " + describe(category)
                                + (unitCode.equals(holder) ? "" : " as a member of " + holder));
            }
        }
        return new DutyAnswer(false, holders, refusal(category, dutyId, unitCode, holders));
    }

    /**
     * The categories in which nothing can be published because a duty has no holder. Groups are not among them.
     *
     * @return the leaves with a cell that names nobody, in the order of the document
     */
    public List<CategoryId> gaps() {
        return rows.values().stream()
                .filter(row -> !row.complete())
                .map(MatrixRow::category)
                .filter(id -> categories.find(id).filter(Category::group).isEmpty())
                .toList();
    }

    private void requireDuty(String dutyId) {
        if (duties.stream().noneMatch(duty -> duty.id().equals(dutyId))) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "duty '" + dutyId + "' is not in the policy; it has "
                            + duties.stream().map(Duty::id).collect(Collectors.joining(", ")));
        }
    }

    private boolean isVariable(String code) {
        return units.find(code)
                .filter(unit -> unit.kind() == Unit.Kind.VARIABLE)
                .isPresent();
    }

    private String nobody(CategoryId category, String dutyId) {
        boolean group = categories.find(category).filter(Category::group).isPresent();
        return "no duty-holder configured for " + dutyId + " of " + describe(category)
                + (group
                        ? "; it is a group: choose a category under it"
                        : "; write the unit into the matrix of the policy");
    }

    private String refusal(CategoryId category, String dutyId, String unitCode, List<String> holders) {
        String open = holders.stream().anyMatch(this::isVariable) ? "; the item names no data-owner unit" : "";
        String unknown = units.find(unitCode).isEmpty() ? "; the policy has no unit " + unitCode : "";
        return unitCode + " does not hold " + dutyId + " for " + describe(category) + "; holders: "
                + String.join(", ", holders) + open + unknown;
    }

    private String describe(CategoryId category) {
        return row(category).map(row -> category + " (" + row.row() + ")").orElse(category.value());
    }
}
