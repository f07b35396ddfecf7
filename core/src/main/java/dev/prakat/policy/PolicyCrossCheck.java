package dev.prakat.policy;

import dev.prakat.category.CategoryId;
import dev.prakat.duty.DutyCell;
import dev.prakat.duty.Unit;
import dev.prakat.duty.UnitRegister;
import dev.prakat.policy.Findings.Code;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.StandingDuty;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What only shows when all files were read: whether what the one names is in the other. One use, one thread. */
final class PolicyCrossCheck {

    private final PolicyYaml.Read yaml;
    private final UnitRegister units;
    private final MatrixFile.Read matrix;
    private final Findings findings;

    PolicyCrossCheck(PolicyYaml.Read yaml, UnitRegister units, MatrixFile.Read matrix, Findings findings) {
        this.yaml = yaml;
        this.units = units;
        this.matrix = matrix;
        this.findings = findings;
    }

    void run() {
        posts();
        roles();
        yaml.windows().byCategory().forEach((category, terms) -> category(category, terms.line(), "a window"));
        PolicyYaml.OwnDocument own = yaml.ownDocument();
        if (own != null) {
            category(own.category(), own.line(), "ownDocument");
        }
        if (!yaml.settings().value(Setting.ROUTINE_MISSION).equals("NOTHING")
                && yaml.procedures().stream()
                        .anyMatch(procedure -> procedure.applies().routineMission() != null)
                && yaml.duties().stream()
                        .noneMatch(duty -> duty.id().equals(yaml.settings().value(Setting.DATA_DUTY)))) {
            findings.add(
                    PolicyFiles.POLICY,
                    Code.SETTING,
                    "dataDuty is '" + yaml.settings().value(Setting.DATA_DUTY) + "', which is no duty",
                    "name the duty whose cells say for which units a category is routine mission");
        }
    }

    private void posts() {
        for (Unit unit : units.all()) {
            if (unit.kind() == Unit.Kind.POST && !yaml.posts().containsKey(unit.code())) {
                findings.add(
                        PolicyFiles.UNITS,
                        Code.UNIT,
                        "the post " + unit.code() + " is not among the posts of " + PolicyFiles.POLICY,
                        "add it to posts");
            }
        }
    }

    /** A duty that no cell fills: no step that asks for it can ever be taken. */
    private void roles() {
        Set<String> held = new HashSet<>();
        matrix.matrix()
                .rows()
                .forEach(row -> row.cells().forEach((duty, cell) -> {
                    if (names(cell)) {
                        held.add(duty);
                    }
                }));
        for (Procedure procedure : yaml.procedures()) {
            for (Step step : procedure.steps()) {
                role(step.who(), held, "step " + step.id() + " of " + procedure.id());
            }
        }
        for (StandingDuty duty : yaml.standing()) {
            role(duty.who(), held, "standing duty " + duty.id());
        }
    }

    private static boolean names(DutyCell cell) {
        return !cell.holders().isEmpty();
    }

    private void role(StepActor who, Set<String> held, String where) {
        if (who instanceof StepActor.AnyOf any) {
            any.actors().forEach(actor -> role(actor, held, where));
        } else if (who instanceof StepActor.DutyHolder duty && !held.contains(duty.dutyId())) {
            findings.add(
                    PolicyFiles.MATRIX,
                    Code.MATRIX,
                    "nobody can take " + where + ": no row names a holder of " + duty.dutyId(),
                    "fill in the column " + duty.dutyId().toLowerCase(Locale.ROOT)
                            + ", or let somebody else take the step");
        }
    }

    private void category(String id, int line, String what) {
        boolean known = CategoryId.isValid(id)
                && matrix.categories().find(new CategoryId(id)).isPresent();
        if (!known) {
            findings.add(
                    PolicyFiles.POLICY,
                    line,
                    Code.FIELD,
                    what + " names the category '" + id + "', which is not in " + PolicyFiles.MATRIX,
                    "write the id of a category" + (what.equals("a window") ? ", or ALL" : ""));
        }
    }
}
