package dev.prakat.policy;

import dev.prakat.policy.Findings.Code;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor;
import dev.prakat.procedure.StepKind;
import dev.prakat.procedure.Transition;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one step of a procedure. One thread. */
final class StepSection {

    private static final Set<String> FIELDS =
            Set.of("id", "kind", "who", "within", "on", "then", "freezesCategory", "rule");

    private final WhoSection.Names names;
    private final PolicyTexts texts;
    private final Findings findings;
    private final WhoSection who;

    StepSection(WhoSection.Names names, PolicyTexts texts, Findings findings) {
        this.names = names;
        this.texts = texts;
        this.findings = findings;
        this.who = new WhoSection(names, findings);
    }

    Step read(YamlNode node, String procedure) {
        YamlSection section = new YamlSection(node, "a step of " + procedure, FIELDS, findings);
        String id = section.text("id", ProcedureSection.ID, ProcedureSection.ID_FORM);
        String key = "procedure." + procedure + "." + id;
        texts.need(key, findings);
        Optional<StepKind> kind = section.oneOf("kind", StepKind.class);
        Map<Outcome, Transition> on = section.has("on") ? outcomes(section, id) : Map.of();
        Transition then = section.has("then") ? transition(section, "then", "step " + id) : null;
        kind.ifPresent(known -> checkWays(section, id, known, on, then));
        StepActor actor = who.read(section, "step " + id);
        return new Step(
                id,
                texts.inThai(key),
                texts.inEnglish(key),
                section.rules(),
                kind.orElse(StepKind.DECIDE),
                actor,
                LimitSection.read(section, names.settings(), findings),
                on,
                then,
                section.flag("freezesCategory").orElse(false));
    }

    private static void checkWays(
            YamlSection section, String id, StepKind kind, Map<Outcome, Transition> on, @Nullable Transition then) {
        if (kind == StepKind.DECIDE) {
            if (then != null) {
                problem(section, "then", "step " + id + " is a decision but has 'then'", "write on, not then");
            }
            if (!on.containsKey(Outcome.APPROVE) && !on.containsKey(Outcome.ASSIGN)) {
                problem(section, "on", "step " + id + " cannot be approved", "add APPROVE or ASSIGN to 'on'");
            }
        } else {
            if (section.has("on")) {
                problem(section, "on", "step " + id + " is not a decision but has outcomes", "write then, not on");
            }
            if (!section.has("then")) {
                problem(section, "then", "step " + id + " leads nowhere", "add then: with the next step or DONE");
            }
        }
    }

    private Map<Outcome, Transition> outcomes(YamlSection section, String id) {
        YamlSection on = section.section(
                "on",
                Set.copyOf(Arrays.stream(Outcome.values()).map(Outcome::name).toList()));
        Map<Outcome, Transition> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            if (on.has(outcome.name())) {
                Transition transition = transition(on, outcome.name(), "step " + id + ", " + outcome);
                if (!transition.assignTo().isEmpty() && outcome != Outcome.ASSIGN) {
                    problem(on, outcome.name(), "only ASSIGN may have 'to'", "delete it");
                }
                outcomes.put(outcome, transition);
            }
        }
        return outcomes;
    }

    private Transition transition(YamlSection section, String field, String name) {
        YamlNode node = section.node(field);
        if (node == null || node.scalar() != null) {
            return Transition.to(section.text(field));
        }
        YamlSection way = new YamlSection(node, name, Set.of("next", "to", "branches", "rule"), findings);
        Map<String, String> branches = new LinkedHashMap<>();
        if (way.has("branches")) {
            YamlNode named = way.node("branches");
            if (named != null) {
                named.fields().forEach((branch, next) -> branches.put(branch, String.valueOf(next.scalar())));
            }
            if (branches.isEmpty() || way.has("next")) {
                problem(way, "branches", name + " needs either next or branches", "write one of the two");
            }
        }
        List<String> units = way.texts("to");
        units.stream()
                .filter(unit -> names.units().find(unit).isEmpty()
                        && !names.units().all().isEmpty())
                .forEach(unit -> problem(
                        way,
                        "to",
                        "the unit '" + unit + "' is not in " + PolicyFiles.UNITS,
                        "correct it; nearest: " + names.units().nearest(unit)));
        return new Transition(
                branches.isEmpty() ? way.text("next") : "", branches, units, way.has("rule") ? way.rule() : "");
    }

    private static void problem(YamlSection section, String field, String message, String remedy) {
        section.finding(section.lineOf(field), Code.PROCEDURE, message, remedy);
    }
}
