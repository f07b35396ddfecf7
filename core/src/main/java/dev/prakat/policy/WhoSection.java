package dev.prakat.policy;

import dev.prakat.duty.Unit;
import dev.prakat.duty.UnitRegister;
import dev.prakat.policy.Findings.Code;
import dev.prakat.procedure.Post;
import dev.prakat.procedure.StepActor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who takes a step. One thread. */
final class WhoSection {

    private static final Set<String> STAND_INS =
            Set.of(StepActor.PostHolder.AUTHOR_UNIT, StepActor.PostHolder.ASSIGNED_UNIT, StepActor.PostHolder.ANY_UNIT);
    private static final Set<String> FIELDS = Set.of("post", "of", "duty", "anyOf", "outside", "is", "if");

    private final Names names;
    private final Findings findings;

    /** What may be referred to: ids of duties, posts, units, and the settings that are known. */
    record Names(Set<String> duties, Map<String, Post> posts, UnitRegister units, PolicySettings settings) {}

    WhoSection(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /** Reads {@code who} of a section; nobody in particular, with a finding, when it is missing or wrong. */
    StepActor read(YamlSection section, String of) {
        YamlNode node = section.node("who");
        if (node == null) {
            problem(section, "who", of + " does not say who takes it", "add who");
            return new StepActor.Requester();
        }
        return actor(node, of);
    }

    private StepActor actor(YamlNode node, String of) {
        YamlSection who = new YamlSection(node, of + ", who", FIELDS, findings);
        if (who.has("anyOf")) {
            return anyOf(who, of);
        }
        List<String> kinds = List.of("post", "duty", "outside", "is").stream()
                .filter(who::has)
                .toList();
        if (kinds.size() != 1) {
            problem(
                    who,
                    "post",
                    of + ": found " + kinds + ", expected exactly one of post, duty, outside, is",
                    "write {post, of}, {duty}, {outside}, {is: REQUESTER}, {is: ASSIGNED_OFFICER} or {anyOf}");
            return new StepActor.Requester();
        }
        return switch (kinds.get(0)) {
            case "post" -> post(who);
            case "duty" -> new StepActor.DutyHolder(known(who, "duty", names.duties()));
            case "outside" -> outsider(who);
            default -> is(who);
        };
    }

    private StepActor anyOf(YamlSection who, String of) {
        List<StepActor> actors = new ArrayList<>();
        for (YamlNode item : who.itemsNeeded("anyOf")) {
            StepActor actor = actor(item, of);
            if (wanted(item)) {
                actors.add(actor);
            }
        }
        if (actors.isEmpty()) {
            problem(who, "anyOf", of + ": nobody can take it with these settings", "leave one without 'if'");
            return new StepActor.Requester();
        }
        return actors.size() == 1 ? actors.get(0) : new StepActor.AnyOf(actors);
    }

    private boolean wanted(YamlNode item) {
        YamlNode condition = item.fields().get("if");
        if (condition == null) {
            return true;
        }
        String key = String.valueOf(condition.scalar());
        Optional<Setting> setting = Setting.ofKey(key).filter(known -> known.accepts("true"));
        if (setting.isEmpty()) {
            findings.add(
                    PolicyFiles.POLICY,
                    condition.line(),
                    Code.PROCEDURE,
                    "'if' names '" + key + "', which is no setting that is true or false",
                    "write, for example, chairMayApprove");
        }
        return setting.filter(names.settings()::isOn).isPresent();
    }

    private StepActor post(YamlSection who) {
        String post = known(who, "post", names.posts().keySet());
        Post declared = names.posts().get(post);
        if (declared != null && declared.filledBy() == Post.FilledBy.OUTSIDE) {
            problem(who, "post", "nobody of the agency holds the post " + post, "write outside: " + post);
        }
        String unit = who.text("of");
        Optional<Unit> found = names.units().find(unit);
        if (found.isPresent()) {
            Unit.Kind kind = found.get().kind();
            boolean empty = kind == Unit.Kind.UNIT_CLASS
                    && names.units().members(found.get().code()).isEmpty();
            if (kind == Unit.Kind.VARIABLE || kind == Unit.Kind.POST || empty) {
                problem(
                        who,
                        "of",
                        "nobody can hold " + post + " of '" + unit + "', a " + kind + (empty ? " without members" : ""),
                        "write the code of a unit");
            }
        } else if (!unit.isEmpty()
                && !STAND_INS.contains(unit)
                && !names.units().all().isEmpty()) {
            problem(
                    who,
                    "of",
                    "the unit '" + unit + "' is not in " + PolicyFiles.UNITS,
                    "write " + sorted(STAND_INS) + " or a code; nearest: "
                            + names.units().nearest(unit));
        }
        return new StepActor.PostHolder(post, unit);
    }

    private StepActor outsider(YamlSection who) {
        String post = known(who, "outside", names.posts().keySet());
        Post declared = names.posts().get(post);
        if (declared != null && declared.filledBy() != Post.FilledBy.OUTSIDE) {
            problem(who, "outside", "the post " + post + " is one of the agency", "write post and of");
        }
        return new StepActor.Outsider(post);
    }

    private StepActor is(YamlSection who) {
        String text = who.text("is");
        return switch (text) {
            case "ASSIGNED_OFFICER" -> new StepActor.AssignedOfficer();
            case "REQUESTER", "" -> new StepActor.Requester();
            default -> {
                problem(who, "is", "found '" + text + "'", "write REQUESTER or ASSIGNED_OFFICER");
                yield new StepActor.Requester();
            }
        };
    }

    private static String known(YamlSection who, String field, Set<String> names) {
        String name = who.text(field);
        if (!name.isEmpty() && !names.contains(name)) {
            problem(
                    who,
                    field,
                    "the " + (field.equals("duty") ? "duty" : "post") + " '" + name + "' is not one of "
                            + sorted(names),
                    "correct it, or add it to " + (field.equals("duty") ? "duties" : "posts"));
        }
        return name;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static void problem(YamlSection section, String field, String message, String remedy) {
        section.finding(section.lineOf(field), Code.PROCEDURE, message, remedy);
    }
}
