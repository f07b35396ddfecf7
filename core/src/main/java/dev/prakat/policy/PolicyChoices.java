package dev.prakat.policy;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.category.CategoryTerms;
import dev.prakat.duty.DutyQuestion;
import dev.prakat.duty.ResponsibilityMatrix;
import dev.prakat.problem.Finding;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Applies;
import dev.prakat.procedure.Procedure;
import dev.prakat.window.WindowTerms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers the questions for which a policy must look into several of its parts. Immutable. */
final class PolicyChoices {

    private final PolicyLoader.Parts parts;
    private final ResponsibilityMatrix matrix;

    PolicyChoices(PolicyLoader.Parts parts) {
        this.parts = parts;
        this.matrix = parts.matrix().matrix();
    }

    Procedure procedure(ProcedureQuestion question) {
        Category category = category(question.category());
        if (matrix.gaps().contains(category.id())) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    "nothing can be published in " + category.id() + " (" + category.row()
                            + "): no duty-holder configured; write the unit into the matrix of the policy");
        }
        Set<String> holds = holds(question);
        Applies.Facts facts =
                new Applies.Facts(question.source(), holds, category.listed(), routine(category, question));
        Procedure procedure = parts.yaml().procedures().stream()
                .filter(candidate -> candidate.applies().to(facts))
                .findFirst()
                .orElseThrow(() -> none(
                        question.source(),
                        "; asked for " + category.id() + " and "
                                + question.actor().unit()));
        boolean unlisted = Boolean.FALSE.equals(procedure.applies().listed());
        if (unlisted && parts.yaml().settings().value(Setting.UNLISTED_CONTENT).equals("REJECT")) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    "content outside the list (" + category.id() + ") is not published under this policy; choose a"
                            + " category of the list");
        }
        return procedure;
    }

    Procedure procedure(String source) {
        return parts.yaml().procedures().stream()
                .filter(procedure -> procedure.applies().sources().contains(source))
                .findFirst()
                .orElseThrow(() -> none(source, ""));
    }

    boolean routineMission(CategoryId id, DutyQuestion question) {
        return routine(category(id), new ProcedureQuestion("", id, question.actor(), question.dataOwner()));
    }

    WindowTerms window(CategoryId id) {
        List<WindowSection.Terms> terms = new ArrayList<>();
        List<Category> path = parts.matrix().categories().path(id);
        for (int i = path.size() - 1; i >= 0; i--) {
            WindowSection.Terms own =
                    parts.yaml().windows().byCategory().get(path.get(i).id().value());
            if (own != null) {
                terms.add(own);
            }
        }
        WindowSection.Terms all = parts.yaml().windows().all();
        if (all != null) {
            terms.add(all);
        }
        Period usual = first(terms, WindowSection.Terms::defaultLength);
        return new WindowTerms(
                usual,
                first(terms, WindowSection.Terms::longest),
                Objects.requireNonNullElse(first(terms, WindowSection.Terms::permanent), true),
                Objects.requireNonNullElse(
                        first(terms, WindowSection.Terms::reviewDays),
                        parts.yaml().settings().permanentReviewDays()),
                Objects.requireNonNullElse(first(terms, WindowSection.Terms::warnDays), WindowSection.usualWarnings()),
                category(id).terms().presence() == CategoryTerms.Presence.MANDATORY);
    }

    List<Finding> missingFields(CategoryId id, Map<String, String> values) {
        List<Finding> findings = new ArrayList<>();
        for (String name : category(id).terms().fields()) {
            FieldRule field = Objects.requireNonNull(parts.yaml().fields().get(name));
            String value = values.getOrDefault(name, "").strip();
            boolean sound = field.kind() == FieldRule.Kind.DATE ? isDate(value) : !value.isEmpty();
            if (!sound) {
                findings.add(new Finding(
                        name,
                        field.rule(),
                        value.isEmpty()
                                ? "found nothing, expected " + field.labelEn()
                                : "found '" + value + "', expected a date as 2021-02-28",
                        "fill it in; items of " + id + " need it"));
            }
        }
        return findings;
    }

    private boolean routine(Category category, ProcedureQuestion question) {
        if (parts.yaml().settings().value(Setting.ROUTINE_MISSION).equals("NOTHING")) {
            return false;
        }
        List<String> units = category.terms().routineUnits();
        if (units != null) {
            return units.stream()
                    .anyMatch(
                            unit -> parts.units().isOrBelongsTo(question.actor().unit(), unit));
        }
        String duty = parts.yaml().settings().value(Setting.DATA_DUTY);
        boolean known = parts.yaml().duties().stream().anyMatch(own -> own.id().equals(duty));
        return known
                && matrix.mayAct(DutyQuestion.of(category.id(), duty, question.actor())
                                .ownedBy(question.dataOwner()))
                        .allowed();
    }

    private Set<String> holds(ProcedureQuestion question) {
        return parts.yaml().duties().stream()
                .map(duty -> duty.id())
                .filter(duty -> matrix.mayAct(DutyQuestion.of(question.category(), duty, question.actor())
                                .ownedBy(question.dataOwner()))
                        .allowed())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Category category(CategoryId id) {
        return parts.matrix().categories().require(id.value());
    }

    private PrakatException none(String source, String asked) {
        Set<String> sources = parts.yaml().procedures().stream()
                .flatMap(procedure -> procedure.applies().sources().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new PrakatException(
                ProblemCode.NOT_FOUND,
                "policy " + parts.yaml().id() + " has no procedure for content of the source '" + source
                        + "'; it has one for " + String.join(", ", sources) + asked);
    }

    private static <T> @Nullable T first(
            List<WindowSection.Terms> terms, Function<WindowSection.Terms, @Nullable T> part) {
        for (WindowSection.Terms one : terms) {
            T value = part.apply(one);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static boolean isDate(String text) {
        try {
            return !text.isEmpty() && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
