package dev.prakat.policy;

import dev.prakat.policy.Findings.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A map in {@code policy.yaml} with the questions that its readers ask; a wrong answer is a finding at its line. */
final class YamlSection {

    private static final Pattern RULE = Pattern.compile("[A-Z][A-Z0-9]*-[A-Z0-9]+");
    private static final String RULE_FORM = "the rule that it comes from, for example S001-R10";

    private final YamlNode node;
    private final String name;
    private final Findings findings;

    /**
     * Opens a section and reports fields that it may not have.
     *
     * @param name what messages call it, for example {@code step publish}
     */
    YamlSection(YamlNode node, String name, Set<String> allowed, Findings findings) {
        this.node = node;
        this.name = name;
        this.findings = findings;
        if (node.scalar() != null || !node.items().isEmpty()) {
            finding(node.line(), name + " is not a map of fields", "write its fields: " + allowed);
        }
        node.fields().forEach((field, value) -> {
            if (!allowed.contains(field)) {
                finding(
                        value.line(),
                        name + " has the field '" + field + "', expected " + sorted(allowed),
                        "rename or delete it");
            }
        });
    }

    int line() {
        return node.line();
    }

    /** A section on another node of the same file. */
    YamlSection of(YamlNode other, String called, Set<String> allowed) {
        return new YamlSection(other, called, allowed, findings);
    }

    /** Reports a text that both language files lack. */
    void needText(PolicyTexts texts, String key) {
        texts.need(key, findings);
    }

    boolean has(String field) {
        return node.fields().containsKey(field);
    }

    /** The text of a field; empty, with a finding, when it is missing or not one plain text. */
    String text(String field) {
        YamlNode value = node.fields().get(field);
        String text =
                value == null || value.scalar() == null ? "" : value.scalar().strip();
        if (text.isEmpty()) {
            finding(value == null ? node.line() : value.line(), name + " has no '" + field + "'", "add the field");
        }
        return text;
    }

    /** The text of a field that must have a form; empty, with a finding, when it does not. */
    String text(String field, Pattern form, String expected) {
        String text = text(field);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            finding(lineOf(field), name + " has the " + field + " '" + text + "', expected " + expected, "correct it");
            return "";
        }
        return text;
    }

    /** The rules that an element comes from: one, or a list of several; none, with a finding, when there is none. */
    List<String> rules() {
        YamlNode value = node.fields().get("rule");
        if (value == null || value.items().isEmpty()) {
            String rule = text("rule", RULE, RULE_FORM);
            return rule.isEmpty() ? List.of() : List.of(rule);
        }
        List<String> rules = new ArrayList<>();
        for (YamlNode item : value.items()) {
            String rule = String.valueOf(item.scalar());
            if (RULE.matcher(rule).matches()) {
                rules.add(rule);
            } else {
                finding(item.line(), name + " has the rule '" + rule + "', expected " + RULE_FORM, "correct it");
            }
        }
        return rules;
    }

    /** The rules to be printed on one line. */
    String rule() {
        return String.join(", ", rules());
    }

    /** The names of the fields in the order of the file. */
    Set<String> fields() {
        return node.fields().keySet();
    }

    /** The field itself, or null. */
    @Nullable
    YamlNode node(String field) {
        return node.fields().get(field);
    }

    /** The texts of a list; those that are no text are findings. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(field)) {
            String text = item.scalar() == null ? "" : item.scalar().strip();
            if (text.isEmpty()) {
                finding(item.line(), name + ": '" + field + "' has an item that is no text", "write a text");
            } else {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A field that is true or false; empty when it is missing, and, with a finding, when it is neither. */
    Optional<Boolean> flag(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        String text = text(field);
        if (!text.equals("true") && !text.equals("false")) {
            finding(lineOf(field), name + ": found '" + text + "' in " + field, "write true or false");
            return Optional.empty();
        }
        return Optional.of(text.equals("true"));
    }

    <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> type) {
        String text = text(field);
        return text.isEmpty() ? Optional.empty() : constant(text, lineOf(field), type);
    }

    <E extends Enum<E>> List<E> someOf(String field, Class<E> type) {
        List<E> found = new ArrayList<>();
        for (YamlNode item : items(field)) {
            constant(String.valueOf(item.scalar()), item.line(), type).ifPresent(found::add);
        }
        return found;
    }

    /** The items of a list; none when the field is missing. */
    List<YamlNode> items(String field) {
        YamlNode value = node.fields().get(field);
        if (value == null) {
            return List.of();
        }
        if (value.scalar() != null || !value.fields().isEmpty()) {
            finding(value.line(), name + ": '" + field + "' is not a list", "write it as a list");
        }
        return value.items();
    }

    /** The items of a list that may not be empty. */
    List<YamlNode> itemsNeeded(String field) {
        List<YamlNode> items = items(field);
        if (items.isEmpty()) {
            finding(lineOf(field), name + " has no " + field, "add at least one");
        }
        return items;
    }

    /** A section within this one; an empty one, with a finding, when it is missing. */
    YamlSection section(String field, Set<String> allowed) {
        YamlNode value = node.fields().get(field);
        if (value == null) {
            finding(node.line(), name + " has no '" + field + "'", "add it");
            value = new YamlNode(node.line(), null, List.of(), Map.of());
        }
        return new YamlSection(value, name + ", " + field, allowed, findings);
    }

    int lineOf(String field) {
        YamlNode value = node.fields().get(field);
        return value == null ? node.line() : value.line();
    }

    void finding(int line, String message, String remedy) {
        finding(line, Code.FIELD, message, remedy);
    }

    void finding(int line, Code code, String message, String remedy) {
        findings.add(PolicyFiles.POLICY, line, code, message, remedy);
    }

    private <E extends Enum<E>> Optional<E> constant(String text, int line, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return Optional.of(constant);
            }
        }
        String expected = Arrays.toString(type.getEnumConstants());
        finding(
                line,
                name + ": found '" + text + "', expected one of " + expected,
                "write one of them in "
                        + (text.equals(text.toUpperCase(Locale.ROOT)) ? "this list" : "capital letters"));
        return Optional.empty();
    }

    private static List<String> sorted(Set<String> allowed) {
        return allowed.stream().sorted().toList();
    }
}
