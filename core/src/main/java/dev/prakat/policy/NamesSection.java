package dev.prakat.policy;

import dev.prakat.duty.Duty;
import dev.prakat.duty.Part;
import dev.prakat.duty.Quorum;
import dev.prakat.duty.Separation;
import dev.prakat.duty.UnitRegister;
import dev.prakat.policy.Findings.Code;
import dev.prakat.procedure.Post;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the rest of {@code policy.yaml} names: duties, posts, fields, and which parts are kept apart. One thread. */
final class NamesSection {

    private final YamlSection root;
    private final PolicyTexts texts;
    private final Findings findings;

    /** The rules of elements that keep none themselves, by element; for pages and comparisons. */
    private final Map<String, String> rules = new HashMap<>();

    NamesSection(YamlSection root, PolicyTexts texts, Findings findings) {
        this.root = root;
        this.texts = texts;
        this.findings = findings;
    }

    Map<String, String> rules() {
        return rules;
    }

    List<Duty> duties(UnitRegister units) {
        Map<String, Duty> duties = new LinkedHashMap<>();
        for (YamlNode node : root.itemsNeeded("duties")) {
            YamlSection section = new YamlSection(node, "a duty", Set.of("id", "quorum", "central", "rule"), findings);
            String id = name(section, "duty", duties.keySet());
            Quorum quorum = section.oneOf("quorum", Quorum.class).orElse(Quorum.ANY_OF);
            String central = central(section, id, quorum, units);
            if (!id.isEmpty()) {
                duties.put(id, new Duty(id, th("duty", id), en("duty", id), quorum, central));
            }
        }
        return List.copyOf(duties.values());
    }

    Map<String, Post> posts() {
        Map<String, Post> posts = new LinkedHashMap<>();
        for (YamlNode node : root.items("posts")) {
            YamlSection section = new YamlSection(node, "a post", Set.of("id", "filledBy", "rule"), findings);
            String id = name(section, "post", posts.keySet());
            Post.FilledBy filledBy = section.has("filledBy")
                    ? section.oneOf("filledBy", Post.FilledBy.class).orElse(Post.FilledBy.DIRECTORY)
                    : Post.FilledBy.DIRECTORY;
            if (!id.isEmpty()) {
                posts.put(id, new Post(id, th("post", id), en("post", id), filledBy));
            }
        }
        return posts;
    }

    Map<String, FieldRule> fields() {
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        for (YamlNode node : root.items("fields")) {
            YamlSection section = new YamlSection(node, "a field", Set.of("id", "kind", "rule"), findings);
            String id = name(section, "field", fields.keySet());
            FieldRule.Kind kind = section.oneOf("kind", FieldRule.Kind.class).orElse(FieldRule.Kind.TEXT);
            if (!id.isEmpty()) {
                String rule = rules.getOrDefault("field " + id, "");
                fields.put(id, new FieldRule(id, th("field", id), en("field", id), kind, rule));
            }
        }
        return fields;
    }

    Separation separation() {
        List<Separation.Apart> apart = new ArrayList<>();
        for (YamlNode node : root.items("separation")) {
            YamlSection section = new YamlSection(node, "a separation", Set.of("parts", "rule"), findings);
            Set<Part> parts = new HashSet<>(section.someOf("parts", Part.class));
            String rule = section.rule();
            if (parts.size() < 2) {
                section.finding(
                        section.lineOf("parts"),
                        Code.FIELD,
                        "found " + parts.size() + " different parts, expected at least two",
                        "write the parts that one person may not play together");
            }
            apart.add(new Separation.Apart(parts, rule));
        }
        return Separation.of(apart);
    }

    /** The id of an element that needs a text; empty, with a finding, when it is wrong or was there before. */
    private String name(YamlSection section, String what, Set<String> before) {
        String id = section.text("id", PolicyYaml.NAME, PolicyYaml.NAME_FORM);
        rules.put(what + " " + id, section.rule());
        if (before.contains(id)) {
            section.finding(section.lineOf("id"), "the " + what + " '" + id + "' occurs twice", "delete one");
            return "";
        }
        if (!id.isEmpty()) {
            texts.need(what + "." + id, findings);
        }
        return id;
    }

    private static @Nullable String central(YamlSection section, String id, Quorum quorum, UnitRegister units) {
        if (!section.has("central")) {
            if (quorum == Quorum.OWNER_PLUS_CENTRAL) {
                section.finding(
                        section.lineOf("quorum"),
                        "duty " + id + " asks for OWNER_PLUS_CENTRAL and names no central unit",
                        "add central: with the code of the unit");
            }
            return null;
        }
        String code = section.text("central");
        if (units.find(code).isEmpty() && !units.all().isEmpty()) {
            section.finding(
                    section.lineOf("central"),
                    Code.UNIT,
                    "the unit '" + code + "' is not in " + PolicyFiles.UNITS,
                    "correct it; nearest: " + units.nearest(code));
        }
        return code;
    }

    private String th(String what, String id) {
        return texts.inThai(what + "." + id);
    }

    private String en(String what, String id) {
        return texts.inEnglish(what + "." + id);
    }
}
