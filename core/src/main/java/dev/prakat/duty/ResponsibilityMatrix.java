package dev.prakat.duty;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.category.CategoryTree;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which duty for which category, and since when. It never inherits: a row without duty-holders is a gap, not its
 * neighbour's. Immutable, safe for use by many threads. Source: S001-R15, S001-R20, S001-R25, S003-R15, AMB-01, AMB-21, AMB-22.
 */
public final class ResponsibilityMatrix {

    private final Map<String, Duty> duties = new LinkedHashMap<>();
    private final UnitRegister units;
    private final CategoryTree categories;
    private final Map<CategoryId, RowHistory> rows = new LinkedHashMap<>();
    private final MatrixWords words;

    /**
     * Builds a matrix.
     *
     * @param duties the duties in the order of the columns
     * @param units the units that cells name
     * @param categories the categories
     * @param rows the rows in the order of the document; several for one category when they hold at different times
     */
    public ResponsibilityMatrix(List<Duty> duties, UnitRegister units, CategoryTree categories, List<MatrixRow> rows) {
        duties.forEach(duty -> this.duties.put(duty.id(), duty));
        this.units = units;
        this.categories = categories;
        rows.forEach(row -> this.rows
                .computeIfAbsent(row.category(), missing -> new RowHistory())
                .add(row, units));
        this.words = new MatrixWords(categories, units, this);
    }

    /**
     * The newest row of each category.
     *
     * @return the rows in the order of the document
     */
    public List<MatrixRow> rows() {
        return rows.values().stream().map(RowHistory::newest).toList();
    }

    /**
     * The newest row of a category.
     *
     * @param category the category
     * @return its row, or empty when the matrix has none
     */
    public Optional<MatrixRow> row(CategoryId category) {
        return Optional.ofNullable(rows.get(category)).map(RowHistory::newest);
    }

    /**
     * All rows of a category, past and future ones too.
     *
     * @param category the category
     * @return the rows in the order of the document; empty when the matrix has none
     */
    public List<MatrixRow> history(CategoryId category) {
        RowHistory history = rows.get(category);
        return history == null ? List.of() : history.all();
    }

    /**
     * Whether a unit may act by the newest assignment; posts are not asked for. See {@link #mayAct(DutyQuestion)}.
     *
     * @param category the category
     * @param dutyId the duty, for example {@code PUBLISH}
     * @param unitCode the unit of the person who wants to act
     * @param dataOwnerUnit the unit that owns the item's data, or null when nobody has named it
     * @return the answer with its reason; a gap of the matrix answers no
     * @throws PrakatException NOT_FOUND if the policy has no such duty
     */
    public DutyAnswer mayAct(CategoryId category, String dutyId, String unitCode, @Nullable String dataOwnerUnit) {
        return mayAct(new DutyQuestion(category, dutyId, DutyActor.of(unitCode), dataOwnerUnit, null));
    }

    /**
     * Whether somebody may act in a duty. One may when the cell names one's unit, the class that it belongs to, a post that one
     * holds, or the data-owner unit and one is of it. Whether enough holders have acted is asked of {@link #quorum}. A question
     * takes well under 200 ns.
     *
     * @param question who, for what, when
     * @return the answer with its reason; a gap of the matrix answers no
     * @throws PrakatException NOT_FOUND if the policy has no such duty
     */
    public DutyAnswer mayAct(DutyQuestion question) {
        requireDuty(question.duty());
        CellIndex cell = cell(question.category(), question.duty(), question.on());
        if (cell == null) {
            return new DutyAnswer(false, List.of(), () -> words.noRow(question));
        }
        if (cell.cell().holders().isEmpty()) {
            return new DutyAnswer(false, List.of(), () -> words.nobody(question.category(), question.duty()));
        }
        List<String> holders = cell.holders(question.dataOwner());
        String holder = cell.holder(question.actor(), question.dataOwner());
        return holder == null
                ? new DutyAnswer(false, holders, () -> words.refusal(question, holders))
                : new DutyAnswer(true, holders, () -> words.permission(question, holder));
    }

    /**
     * Whether enough holders have acted.
     *
     * @param category the category
     * @param dutyId the duty
     * @param dataOwnerUnit the unit that owns the item's data, or null when nobody has named it
     * @param acted who has acted; those who hold nothing here do not count
     * @return the answer; never met where the cell names nobody
     * @throws PrakatException NOT_FOUND if the policy has no such duty
     */
    public QuorumAnswer quorum(
            CategoryId category, String dutyId, @Nullable String dataOwnerUnit, Collection<DutyActor> acted) {
        Duty duty = requireDuty(dutyId);
        CellIndex cell = cell(category, dutyId, null);
        return cell == null
                ? new QuorumAnswer(false, List.of())
                : QuorumCount.of(cell, duty.central(), dataOwnerUnit, acted);
    }

    /**
     * Who answers, or answered, for a category.
     *
     * @param category the category
     * @param dutyId the duty
     * @param on the day in Asia/Bangkok, or null for the newest assignment
     * @return the holders, or why there is none
     * @throws PrakatException NOT_FOUND if the policy has no such duty
     */
    public DutyHolders holders(CategoryId category, String dutyId, @Nullable LocalDate on) {
        Duty duty = requireDuty(dutyId);
        MatrixRow row = row(category, on);
        DutyCell cell = row == null ? null : row.cells().get(dutyId);
        DutyQuestion question = new DutyQuestion(category, dutyId, DutyActor.of(""), null, on);
        if (row == null || cell == null) {
            return new DutyHolders(
                    category,
                    dutyId,
                    on,
                    "",
                    List.of(),
                    List.of(),
                    duty.quorum(),
                    Validity.ALWAYS,
                    words.noRow(question));
        }
        List<Unit> holders = cell.holders().stream().map(units::require).toList();
        List<Unit> members = holders.stream()
                .flatMap(unit -> units.members(unit.code()).stream())
                .toList();
        return new DutyHolders(
                category,
                dutyId,
                on,
                cell.printed(),
                holders,
                members,
                cell.quorum(),
                row.validity(),
                holders.isEmpty() ? words.nobody(category, dutyId) : words.holders(question, cell));
    }

    /**
     * The categories in which nothing can be published because a duty has no holder. Groups are not among them.
     *
     * @return the leaves whose newest row has a cell that names nobody, in the order of the document
     */
    public List<CategoryId> gaps() {
        return rows().stream()
                .filter(row -> !row.complete())
                .map(MatrixRow::category)
                .filter(id -> categories.find(id).filter(Category::group).isEmpty())
                .toList();
    }

    private @Nullable CellIndex cell(CategoryId category, String duty, @Nullable LocalDate on) {
        RowHistory history = rows.get(category);
        return history == null ? null : history.cell(duty, on);
    }

    private @Nullable MatrixRow row(CategoryId category, @Nullable LocalDate on) {
        RowHistory history = rows.get(category);
        return history == null ? null : history.row(on);
    }

    private Duty requireDuty(String dutyId) {
        Duty duty = duties.get(dutyId);
        if (duty == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "duty '" + dutyId + "' is not in the policy; it has " + String.join(", ", duties.keySet()));
        }
        return duty;
    }
}
