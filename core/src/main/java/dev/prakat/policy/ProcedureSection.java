package dev.prakat.policy;

import dev.prakat.policy.Findings.Code;
import dev.prakat.procedure.Applies;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureCheck;
import dev.prakat.procedure.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one procedure of {@code policy.yaml} and checks it as a whole. */
final class ProcedureSection {

    static final Pattern ID = Pattern.compile("[a-z0-9-]{2,60}");
    static final String ID_FORM = "2 to 60 characters of a-z, 0-9 and '-'";

    private final WhoSection.Names names;
    private final PolicyTexts texts;
    private final Findings findings;
    private final StepSection steps;

    ProcedureSection(WhoSection.Names names, PolicyTexts texts, Findings findings) {
        this.names = names;
        this.texts = texts;
        this.findings = findings;
        this.steps = new StepSection(names, texts, findings);
    }

    Procedure read(YamlNode node) {
        YamlSection section =
                new YamlSection(node, "a procedure", Set.of("id", "rule", "applies", "resubmit", "steps"), findings);
        String id = section.text("id", ID, ID_FORM);
        String key = "procedure." + id;
        texts.need(key, findings);
        List<String> rules = section.rules();
        Applies applies = applies(section);
        int before = findings.list().size();
        List<Step> read = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (YamlNode step : section.itemsNeeded("steps")) {
            Step one = steps.read(step, id);
            if (lines.putIfAbsent(one.id(), step.line()) != null) {
                section.finding(
                        step.line(),
                        Code.PROCEDURE,
                        "the step id '" + one.id() + "' occurs twice in " + id,
                        "give it another");
            }
            read.add(one);
        }
        Procedure.Resubmission resubmission = resubmission(section, read);
        Procedure procedure =
                new Procedure(id, texts.inThai(key), texts.inEnglish(key), rules, applies, read, resubmission);
        // What is wrong with a step alone would be wrong with the whole once more.
        if (findings.list().size() == before) {
            ProcedureCheck.faults(procedure)
                    .forEach(fault -> section.finding(
                            lines.getOrDefault(fault.step(), section.line()),
                            Code.PROCEDURE,
                            fault.message(),
                            fault.remedy()));
        }
        return procedure;
    }

    private Applies applies(YamlSection section) {
        YamlSection applies =
                section.section("applies", Set.of("sources", "holds", "listed", "routineMission", "rule"));
        List<String> sources = new ArrayList<>();
        for (YamlNode source : applies.itemsNeeded("sources")) {
            String name = String.valueOf(source.scalar());
            if (!PolicyYaml.NAME.matcher(name).matches()) {
                applies.finding(
                        source.line(),
                        "found the source '" + name + "', expected " + PolicyYaml.NAME_FORM,
                        "correct it");
            } else {
                sources.add(name);
            }
        }
        List<String> holds = applies.texts("holds");
        for (String duty : holds) {
            if (!names.duties().contains(duty)) {
                applies.finding(
                        applies.lineOf("holds"),
                        Code.PROCEDURE,
                        "the duty '" + duty + "' is not one of "
                                + names.duties().stream().sorted().toList(),
                        "correct it");
            }
        }
        return new Applies(
                sources,
                new HashSet<>(holds),
                applies.flag("listed").orElse(null),
                applies.flag("routineMission").orElse(null),
                applies.has("rule") ? applies.rules() : List.of());
    }

    private static Procedure.Resubmission resubmission(YamlSection section, List<Step> steps) {
        if (!section.has("resubmit")) {
            return new Procedure.Resubmission(
                    steps.isEmpty() ? "" : steps.get(0).id(), "");
        }
        YamlSection resubmit = section.section("resubmit", Set.of("step", "rule"));
        return new Procedure.Resubmission(resubmit.text("step"), resubmit.rule());
    }
}
