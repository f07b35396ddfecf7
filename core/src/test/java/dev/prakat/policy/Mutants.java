package dev.prakat.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Copies of {@code policy.yaml} in which one element that names its rule is gone, or says something else. */
final class Mutants {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("ANY_OF", "ALL_OF"),
            Map.entry("VERIFY", "PUBLISH"),
            Map.entry("DONE", "AUTHOR"),
            Map.entry("REFUSED", "AUTHOR"),
            Map.entry("AUTHOR", "REFUSED"),
            Map.entry("DIRECTOR", "SECRETARY_GENERAL"),
            Map.entry("DELEGATION", "DIRECTORY"),
            Map.entry("GONE", "VANISH"),
            Map.entry("CALENDAR", "WORKING"),
            Map.entry("ROLL_FORWARD", "KEEP"),
            Map.entry("EXCLUDE", "INCLUDE"),
            Map.entry("OFFICE", "ELAPSED"),
            Map.entry("SHIFT", "TOTAL"),
            Map.entry("REQUIRED", "OPTIONAL"),
            Map.entry("TEXT", "DATE"),
            Map.entry("CURRENCY", "SITE_CHECK"),
            Map.entry("AUTHOR_UNIT", "ANY_UNIT"));

    private final String yaml;
    private final List<Mutant> mutants = new ArrayList<>();

    /** A spoilt file, what was done to it, and the rules that must notice. */
    record Mutant(String what, List<String> rules, String yaml) {}

    private Mutants(String yaml) {
        this.yaml = yaml;
    }

    static List<Mutant> of(String yaml) throws IOException {
        Mutants mutants = new Mutants(yaml);
        mutants.walk(YAML.readTree(yaml), "", List.of());
        return mutants.mutants;
    }

    private void walk(JsonNode node, String at, List<String> rules) throws IOException {
        List<String> own = node.isObject() && node.has("rule") ? rules(node.get("rule")) : rules;
        if (node.isObject() && node.has("rule")) {
            delete(at, own);
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                walk(field.getValue(), at + "/" + field.getKey(), own);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), at + "/" + i, own);
            }
        } else if (!own.isEmpty()) {
            change(at, node, own);
        }
    }

    private void delete(String at, List<String> rules) throws IOException {
        JsonNode root = YAML.readTree(yaml);
        JsonNode parent = root.at(at.substring(0, at.lastIndexOf('/')));
        String name = at.substring(at.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else {
            ((ArrayNode) parent).remove(Integer.parseInt(name));
        }
        mutants.add(new Mutant("deleted " + at, rules, YAML.writeValueAsString(root)));
    }

    private void change(String at, JsonNode was, List<String> rules) throws IOException {
        JsonNode root = YAML.readTree(yaml);
        JsonNode parent = root.at(at.substring(0, at.lastIndexOf('/')));
        String name = at.substring(at.lastIndexOf('/') + 1);
        String other = other(name, was.asText());
        if (parent instanceof ObjectNode object) {
            object.put(name, other);
        } else {
            ((ArrayNode) parent).remove(Integer.parseInt(name));
        }
        mutants.add(new Mutant(
                "changed " + at + " from " + was.asText() + " to " + other, rules, YAML.writeValueAsString(root)));
    }

    private static String other(String field, String text) {
        if (field.equals("rule")) {
            return "S009-R99";
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? "false" : "true";
        }
        if (text.matches("[0-9]+(min|h|d|wd|w|mo)?")) {
            String number = text.replaceAll("[a-z]", "");
            return (Integer.parseInt(number) + 1) + text.substring(number.length());
        }
        return OTHERWISE.getOrDefault(text, text + "X");
    }

    private static List<String> rules(JsonNode rule) {
        TreeSet<String> rules = new TreeSet<>();
        if (rule.isArray()) {
            rule.forEach(one -> rules.add(one.asText()));
        } else {
            rules.add(rule.asText());
        }
        return List.copyOf(rules);
    }
}
