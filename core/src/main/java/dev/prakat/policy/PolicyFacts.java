package dev.prakat.policy;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryTerms;
import dev.prakat.duty.Duty;
import dev.prakat.duty.MatrixRow;
import dev.prakat.duty.Unit;
import dev.prakat.procedure.Emergency;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that a policy says, element by element, as text. One use, one thread. */
final class PolicyFacts {

    private final AgencyPolicy policy;
    private final PolicyYaml.Read yaml;
    private final Map<String, Fact> facts = new LinkedHashMap<>();

    /**
     * What one element says.
     *
     * @param text what it says, in one line
     * @param rules the rules that it and its parts come from
     */
    record Fact(String text, List<String> rules) {}

    private PolicyFacts(AgencyPolicy policy) {
        this.policy = policy;
        this.yaml = policy.parts().yaml();
    }

    static Map<String, Fact> of(AgencyPolicy policy) {
        PolicyFacts facts = new PolicyFacts(policy);
        facts.names();
        facts.units();
        facts.categories();
        facts.procedures();
        facts.recurring();
        facts.windows();
        policy.parts().yaml().screening().said().forEach(said -> facts.add(said.element(), said.text(), said.rule()));
        return facts.facts;
    }

    private void names() {
        add("policy", policy.id() + "; " + policy.nameTh() + "; " + policy.nameEn());
        add("agency", policy.agencyNameTh() + "; " + policy.agencyNameEn() + "; " + policy.originHost());
        for (Duty duty : policy.duties()) {
            String central = duty.central() == null ? "" : "; central " + duty.central();
            add(
                    "duty " + duty.id(),
                    duty.labelTh() + "; " + duty.labelEn() + "; " + duty.quorum() + central,
                    rule("duty " + duty.id()));
        }
        yaml.posts()
                .forEach((id, post) -> add(
                        "post " + id,
                        post.labelTh() + "; " + post.labelEn() + "; filled by " + post.filledBy(),
                        rule("post " + id)));
        yaml.fields()
                .forEach((id, field) -> add(
                        "field " + id, field.labelTh() + "; " + field.labelEn() + "; " + field.kind(), field.rule()));
        for (int i = 0; i < policy.separation().apart().size(); i++) {
            var apart = policy.separation().apart().get(i);
            add("separation " + (i + 1), apart.parts().stream().sorted().toList() + " apart", apart.rule());
        }
        for (Setting setting : Setting.values()) {
            boolean given = policy.settings().given().contains(setting);
            add(
                    "setting " + setting.key(),
                    policy.settings().value(setting) + (given ? "" : " (default)"),
                    given ? rule("setting " + setting.key()) : "");
        }
    }

    private void units() {
        for (Unit unit : policy.units().all()) {
            String memberOf = unit.memberOf() == null ? "" : "; member of " + unit.memberOf();
            add(
                    "unit " + unit.code(),
                    unit.kind() + "; " + unit.nameTh() + "; " + unit.nameEn() + "; " + unit.printedVariants() + "; "
                            + unit.confidence() + memberOf);
        }
    }

    private void categories() {
        for (Category category : policy.categories().all()) {
            String path = policy.categories().path(category.id()).stream()
                    .map(Category::label)
                    .collect(Collectors.joining(" / "));
            add(
                    "category " + category.id(),
                    category.row() + "; section " + category.section() + "; " + path + "; variants "
                            + category.variants() + (category.listed() ? "" : "; not in the list")
                            + terms(category.terms()),
                    category.rule());
            for (MatrixRow row : policy.matrix().history(category.id())) {
                String when = row.validity().toString();
                row.cells()
                        .forEach((duty, cell) -> add(
                                "category " + category.id() + ", " + duty + (when.equals("always") ? "" : ", " + when),
                                "'" + cell.printed() + "' " + cell.quorum() + " " + cell.holders(),
                                category.rule()));
            }
        }
    }

    private static String terms(CategoryTerms terms) {
        return (terms.printed() ? "" : "; not printed")
                + (terms.presence() == CategoryTerms.Presence.OPTIONAL ? "" : "; " + terms.presence())
                + (terms.fields().isEmpty() ? "" : "; fields " + terms.fields())
                + (terms.updateEvery() == null ? "" : "; updated every " + terms.updateEvery())
                + (terms.routineUnits() == null ? "" : "; routine mission of " + terms.routineUnits())
                + (terms.checklist().isEmpty()
                        ? ""
                        : "; "
                                + terms.checklist().stream()
                                        .map(item -> item.id() + " " + item.label())
                                        .toList());
    }

    private void procedures() {
        for (Procedure procedure : policy.procedures()) {
            List<String> rules = new ArrayList<>(procedure.rules());
            rules.addAll(procedure.applies().rules());
            rules.add(procedure.resubmission().rule());
            String again = procedure.resubmission().rule();
            add(
                    "procedure " + procedure.id(),
                    procedure.labelTh() + "; " + procedure.labelEn() + "; " + StepWords.applies(procedure.applies())
                            + "; steps "
                            + procedure.steps().stream().map(Step::id).toList() + "; again from "
                            + procedure.resubmission().step() + (again.isEmpty() ? "" : " [" + again + "]"),
                    rules.toArray(String[]::new));
            for (Step step : procedure.steps()) {
                StepLimit within = step.within();
                Stream<String> limit = within == null ? Stream.empty() : Stream.of(within.rule());
                add(
                        "procedure " + procedure.id() + ", step " + step.id(),
                        step.labelTh() + "; " + step.labelEn() + "; " + StepWords.step(step),
                        Stream.of(
                                        step.rules().stream(),
                                        step.transitions().stream().map(way -> way.rule()),
                                        limit)
                                .flatMap(each -> each)
                                .toArray(String[]::new));
            }
        }
    }

    private void recurring() {
        policy.standingDuties()
                .forEach(duty -> add(
                        "standing " + duty.id(),
                        duty.labelTh() + "; " + duty.labelEn() + "; " + duty.kind() + " by "
                                + StepWords.who(duty.who())
                                + (duty.every() == null ? "" : "; every " + duty.every())
                                + (duty.within() == null ? "" : "; within " + duty.within())
                                + (duty.reportTo() == null ? "" : "; reported to " + duty.reportTo()),
                        duty.rules().toArray(String[]::new)));
        policy.rounds().forEach(round -> add("round " + round.id(), "up to " + round.cutOff(), round.rule()));
        Emergency emergency = yaml.emergency();
        if (emergency != null) {
            add(
                    "emergency",
                    (emergency.enabled() ? "on" : "off") + "; by " + StepWords.who(emergency.who())
                            + "; confirmed within " + emergency.confirmWithin(),
                    emergency.rule());
        }
        PolicyYaml.OwnDocument own = yaml.ownDocument();
        if (own != null) {
            add("ownDocument", "published in " + own.category(), own.rule());
        }
    }

    private void windows() {
        WindowSection.Terms all = yaml.windows().all();
        if (all != null) {
            window("ALL", all);
        }
        yaml.windows().byCategory().forEach(this::window);
    }

    private void window(String category, WindowSection.Terms terms) {
        add(
                "window " + category,
                "default " + terms.defaultLength() + "; longest " + terms.longest() + "; permanent " + terms.permanent()
                        + "; review " + terms.reviewDays() + "; warnings " + terms.warnDays(),
                terms.rule());
    }

    private String rule(String element) {
        return Objects.requireNonNullElse(yaml.rules().get(element), "");
    }

    private void add(String element, String text, String... rules) {
        List<String> cited = Stream.of(rules)
                .flatMap(rule -> Stream.of(rule.split(", ")))
                .filter(rule -> !rule.isEmpty())
                .distinct()
                .toList();
        facts.put(element, new Fact(text + (cited.isEmpty() ? "" : "; rule " + String.join(", ", cited)), cited));
    }
}
