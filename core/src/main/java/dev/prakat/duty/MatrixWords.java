package dev.prakat.duty;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.category.CategoryTree;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the answers of a matrix into words. Stateless. */
final class MatrixWords {

    private final CategoryTree categories;
    private final UnitRegister units;
    private final ResponsibilityMatrix matrix;

    MatrixWords(CategoryTree categories, UnitRegister units, ResponsibilityMatrix matrix) {
        this.categories = categories;
        this.units = units;
        this.matrix = matrix;
    }

    String noRow(DutyQuestion question) {
        List<MatrixRow> history = matrix.history(question.category());
        return history.isEmpty()
                ? "category " + question.category() + " is not in the responsibility matrix"
                : "nobody was assigned " + question.duty() + " of " + describe(question.category()) + " on "
                        + question.on() + "; assignments hold "
                        + history.stream().map(row -> row.validity().toString()).collect(Collectors.joining(", "));
    }

    String nobody(CategoryId category, String dutyId) {
        boolean group = categories.find(category).filter(Category::group).isPresent();
        return "no duty-holder configured for " + dutyId + " of " + describe(category)
                + (group
                        ? "; it is a group: choose a category under it"
                        : "; write the unit into the matrix of the policy");
    }

    String permission(DutyQuestion question, String holder) {
        String unit = question.actor().unit();
        boolean post = question.actor().posts().contains(holder);
        return unit + " holds " + question.duty() + " for " + describe(question.category())
                + (unit.equals(holder) ? "" : post ? " by the post " + holder : " as a member of " + holder);
    }

    String refusal(DutyQuestion question, List<String> holders) {
        String unit = question.actor().unit();
        String open = holders.stream().anyMatch(this::isVariable) ? "; the item names no data-owner unit" : "";
        String unknown = units.find(unit).isEmpty() ? "; the policy has no unit " + unit : "";
        return unit + " does not hold " + question.duty() + " for " + describe(question.category()) + "; holders: "
                + String.join(", ", holders) + open + unknown;
    }

    String holders(DutyQuestion question, DutyCell cell) {
        return question.duty() + " of " + describe(question.category())
                + (question.on() == null ? "" : " on " + question.on()) + " is held by "
                + String.join(", ", cell.holders()) + " (" + cell.quorum() + ")";
    }

    private String describe(CategoryId category) {
        return matrix.row(category)
                .map(row -> category + " (" + row.row() + ")")
                .orElse(category.value());
    }

    private boolean isVariable(String code) {
        return units.find(code)
                .filter(unit -> unit.kind() == Unit.Kind.VARIABLE)
                .isPresent();
    }
}
