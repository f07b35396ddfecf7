package dev.prakat.policy;

import dev.prakat.calendar.TimeLimit;
import dev.prakat.duty.UnitRegister;
import dev.prakat.policy.Findings.Code;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor;
import dev.prakat.procedure.StepKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one procedure of {@code policy.yaml}. Steps are linear for now: decisions first, then publishing and verifying. */
final class ProcedureSection {

    static final Pattern ID = Pattern.compile("[a-z0-9-]{2,60}");
    static final String ID_FORM = "2 to 60 characters of a-z, 0-9 and '-'";

    private static final Set<Outcome> KNOWN = EnumSet.of(Outcome.APPROVE, Outcome.REFUSE, Outcome.RETURN);

    private final Names names;
    private final PolicyTexts texts;
    private final Findings findings;

    /** What a procedure may refer to: ids of duties, ids of posts, units. */
    record Names(Set<String> duties, Set<String> posts, UnitRegister units) {}

    ProcedureSection(Names names, PolicyTexts texts, Findings findings) {
        this.names = names;
        this.texts = texts;
        this.findings = findings;
    }

    Procedure read(YamlSection section) {
        String id = section.text("id", ID, ID_FORM);
        String key = "procedure." + id;
        texts.need(key, findings);
        List<Step> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean decided = false;
        for (YamlNode node : section.itemsNeeded("steps")) {
            YamlSection step = new YamlSection(
                    node, "a step of " + id, Set.of("id", "kind", "who", "outcomes", "within", "rule"), findings);
            Optional<StepKind> kind = step.oneOf("kind", StepKind.class);
            if (kind.isPresent()) {
                decided |= kind.get() != StepKind.DECIDE;
                if (decided && kind.get() == StepKind.DECIDE) {
                    problem(step, "kind", "a decision stands after a step that publishes or verifies", "move it up");
                }
            }
            Step read = step(step, key, kind.orElse(StepKind.DECIDE));
            if (!ids.add(read.id())) {
                problem(step, "id", "the step id '" + read.id() + "' occurs twice in " + id, "give it another");
            }
            steps.add(read);
        }
        return new Procedure(id, texts.inThai(key), texts.inEnglish(key), section.rule(), steps);
    }

    private Step step(YamlSection section, String procedureKey, StepKind kind) {
        String id = section.text("id", ID, ID_FORM);
        String key = procedureKey + "." + id;
        texts.need(key, findings);
        Set<Outcome> outcomes = new HashSet<>(section.someOf("outcomes", Outcome.class));
        if (kind == StepKind.DECIDE && !outcomes.contains(Outcome.APPROVE)) {
            problem(section, "outcomes", "step " + id + " cannot be approved", "add APPROVE to its outcomes");
        }
        if (kind != StepKind.DECIDE && !outcomes.isEmpty()) {
            problem(section, "outcomes", "step " + id + " is not a decision but has outcomes", "delete them");
        }
        outcomes.stream()
                .filter(outcome -> !KNOWN.contains(outcome))
                .forEach(outcome -> problem(
                        section,
                        "outcomes",
                        "step " + id + " uses " + outcome + ", which this version cannot run",
                        "use " + KNOWN));
        StepActor who = who(section.section("who", Set.of("post", "of", "duty")));
        return new Step(
                id, texts.inThai(key), texts.inEnglish(key), section.rule(), kind, who, limit(section), outcomes);
    }

    private StepActor who(YamlSection who) {
        if (who.has("post") == who.has("duty")) {
            problem(who, "post", "found both or neither of post and duty", "write either post and of, or duty");
        }
        if (!who.has("post")) {
            String duty = who.has("duty") ? who.text("duty") : "";
            if (!duty.isEmpty() && !names.duties().contains(duty)) {
                problem(who, "duty", "the duty '" + duty + "' is not one of " + sorted(names.duties()), "correct it");
            }
            return new StepActor.DutyHolder(duty);
        }
        String post = who.text("post");
        if (!post.isEmpty() && !names.posts().contains(post)) {
            problem(
                    who,
                    "post",
                    "the post '" + post + "' is not one of " + sorted(names.posts()),
                    "correct it, or add the post to posts");
        }
        String unit = who.text("of");
        boolean known = unit.isEmpty()
                || unit.equals(StepActor.PostHolder.AUTHOR_UNIT)
                || names.units().all().isEmpty()
                || names.units().find(unit).isPresent();
        if (!known) {
            problem(
                    who,
                    "of",
                    "the unit '" + unit + "' is not in " + PolicyFiles.UNITS,
                    "write AUTHOR_UNIT or a code; nearest: " + names.units().nearest(unit));
        }
        return new StepActor.PostHolder(post, unit);
    }

    private @Nullable TimeLimit limit(YamlSection section) {
        if (!section.has("within")) {
            return null;
        }
        String text = section.text("within");
        try {
            return text.isEmpty() ? null : TimeLimit.parse(text);
        } catch (IllegalArgumentException e) {
            problem(section, "within", String.valueOf(e.getMessage()), "write, for example, 3d");
            return null;
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static void problem(YamlSection section, String field, String message, String remedy) {
        section.finding(section.lineOf(field), Code.PROCEDURE, message, remedy);
    }
}
