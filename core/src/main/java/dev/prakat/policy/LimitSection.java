package dev.prakat.policy;

import dev.prakat.calendar.TimeLimit;
import dev.prakat.policy.Findings.Code;
import dev.prakat.procedure.StepLimit;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads time limits: {@code 3d}, a map with more to say, or one of several by a setting. Stateless. Source: AMB-17. */
final class LimitSection {

    private static final String NONE = "none";

    private LimitSection() {}

    /** The limit in {@code within}; null when there is none, and, with a finding, when it is wrong. */
    static @Nullable StepLimit read(YamlSection step, PolicySettings settings, Findings findings) {
        YamlNode node = step.node("within");
        return node == null ? null : limit(node, "", settings, findings);
    }

    private static @Nullable StepLimit limit(
            YamlNode node, String inherited, PolicySettings settings, Findings findings) {
        if (node.scalar() != null) {
            TimeLimit limit = parse(node, node.scalar(), settings, findings);
            return limit == null ? null : new StepLimit(limit, null, false, inherited);
        }
        Set<String> allowed = new HashSet<>(Set.of("limit", "from", "soft", "rule"));
        YamlNode by = node.fields().get("by");
        if (by != null) {
            return chosen(node, by, settings, findings);
        }
        YamlSection section = new YamlSection(node, "a limit", allowed, findings);
        String rule = section.has("rule") ? section.rule() : inherited;
        TimeLimit limit = parse(node, section.text("limit"), settings, findings);
        String from = section.has("from") ? section.text("from") : null;
        boolean soft = section.flag("soft").orElse(false);
        return limit == null ? null : new StepLimit(limit, from, soft, rule);
    }

    /** One limit for each value of a setting. */
    private static @Nullable StepLimit chosen(YamlNode node, YamlNode by, PolicySettings settings, Findings findings) {
        String key = String.valueOf(by.scalar());
        Setting setting = Setting.ofKey(key).orElse(null);
        if (setting == null) {
            finding(node, "'by' names '" + key + "', which is no setting", "write, for example, timeReading", findings);
            return null;
        }
        Set<String> allowed = new HashSet<>(Set.of("by", "rule"));
        node.fields().keySet().stream().filter(setting::accepts).forEach(allowed::add);
        YamlSection section = new YamlSection(node, "a limit by " + key, allowed, findings);
        String rule = section.has("rule") ? section.rule() : "";
        StepLimit limit = null;
        for (String value : section.fields()) {
            YamlNode one = section.node(value);
            if (setting.accepts(value) && one != null) {
                StepLimit read = limit(one, rule, settings, findings);
                limit = value.equals(settings.value(setting)) ? read : limit;
            }
        }
        if (!section.has(settings.value(setting))) {
            finding(
                    node,
                    "there is no limit for the value " + settings.value(setting) + " of " + key,
                    "add it, or write none for it",
                    findings);
        }
        return limit;
    }

    static @Nullable TimeLimit parse(YamlNode node, String text, PolicySettings settings, Findings findings) {
        if (text.isBlank() || text.equals(NONE)) {
            return null;
        }
        try {
            TimeLimit limit = TimeLimit.parse(text);
            boolean working = limit.unit() == TimeLimit.Unit.DAYS
                    && settings.value(Setting.PLAIN_DAYS).equals("WORKING");
            return working ? new TimeLimit(limit.amount(), TimeLimit.Unit.WORKING_DAYS) : limit;
        } catch (IllegalArgumentException e) {
            finding(node, String.valueOf(e.getMessage()), "write, for example, 3d", findings);
            return null;
        }
    }

    private static void finding(YamlNode node, String message, String remedy, Findings findings) {
        findings.add(PolicyFiles.POLICY, node.line(), Code.PROCEDURE, message, remedy);
    }
}
