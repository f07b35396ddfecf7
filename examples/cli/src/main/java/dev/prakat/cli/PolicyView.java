package dev.prakat.cli;

import dev.prakat.category.Category;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.Step;
import java.util.ArrayList;
import java.util.List;

/** A policy in short, for machines and for people. */
record PolicyView(
        String id,
        String version,
        String nameTh,
        String nameEn,
        String agencyTh,
        String agencyEn,
        String originHost,
        int categories,
        int leaves,
        List<Named> duties,
        List<ProcedureView> procedures,
        Settings settings,
        List<Finding> gaps) {

    /** Something with a key and a name in both languages. */
    record Named(String id, String th, String en) {}

    /** A procedure. */
    record ProcedureView(String id, String th, String en, String rule, List<StepView> steps) {}

    /** A step of a procedure. */
    record StepView(String id, String th, String en, String rule, String kind, String limit, List<String> outcomes) {}

    /** What the policy decides besides. */
    record Settings(boolean approverMustDiffer, String defaultTakeDownKind, int permanentReviewDays) {}

    static PolicyView of(AgencyPolicy policy) {
        return new PolicyView(
                policy.id(),
                policy.version(),
                policy.nameTh(),
                policy.nameEn(),
                policy.agencyNameTh(),
                policy.agencyNameEn(),
                policy.originHost(),
                policy.categories().all().size(),
                (int) policy.categories().all().stream()
                        .filter(category -> !isGroup(category))
                        .count(),
                policy.duties().stream()
                        .map(duty -> new Named(duty.id(), duty.labelTh(), duty.labelEn()))
                        .toList(),
                policy.procedures().stream()
                        .map(procedure -> new ProcedureView(
                                procedure.id(),
                                procedure.labelTh(),
                                procedure.labelEn(),
                                procedure.rule(),
                                procedure.steps().stream().map(PolicyView::step).toList()))
                        .toList(),
                new Settings(
                        policy.settings().approverMustDiffer(),
                        policy.settings().defaultTakeDownKind(),
                        policy.settings().permanentReviewDays()),
                policy.gaps());
    }

    List<String> lines(Messages texts) {
        List<String> lines = new ArrayList<>();
        lines.add(id + "  " + texts.either(nameTh, nameEn));
        lines.add(texts.text("policy.agency", texts.either(agencyTh, agencyEn)));
        lines.add(texts.text("policy.version", version));
        lines.add(texts.text("policy.categories", categories, leaves));
        for (Named duty : duties) {
            lines.add(texts.text("policy.duty", duty.id(), texts.either(duty.th(), duty.en())));
        }
        for (ProcedureView procedure : procedures) {
            lines.add(texts.text("policy.procedure", procedure.id(), texts.either(procedure.th(), procedure.en())));
            for (StepView step : procedure.steps()) {
                String limit = step.limit().isEmpty() ? "" : " (" + step.limit() + ")";
                lines.add("  - " + step.id() + ": " + texts.either(step.th(), step.en()) + limit + "  [" + step.rule()
                        + "]");
            }
        }
        lines.add(texts.text("policy.gaps", gaps.size()));
        gaps.forEach(gap -> lines.add("  " + gap.line()));
        return lines;
    }

    private static StepView step(Step step) {
        return new StepView(
                step.id(),
                step.labelTh(),
                step.labelEn(),
                step.rule(),
                step.kind().name(),
                step.limit() == null ? "" : step.limit().toString(),
                step.outcomes().stream().map(Outcome::name).sorted().toList());
    }

    private static boolean isGroup(Category category) {
        return category.group();
    }
}
