package dev.prakat.policy;

import dev.prakat.calendar.TimeLimit;
import dev.prakat.policy.Findings.Code;
import dev.prakat.procedure.Emergency;
import dev.prakat.procedure.OversightRound;
import dev.prakat.procedure.StandingDuty;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what recurs: {@code standing}, {@code rounds}, and {@code emergency}. One thread. */
final class StandingSection {

    private static final TimeLimit ONE_DAY = new TimeLimit(1, TimeLimit.Unit.WORKING_DAYS);

    private final WhoSection.Names names;
    private final PolicyTexts texts;
    private final Findings findings;
    private final WhoSection who;

    StandingSection(WhoSection.Names names, PolicyTexts texts, Findings findings) {
        this.names = names;
        this.texts = texts;
        this.findings = findings;
        this.who = new WhoSection(names, findings);
    }

    List<StandingDuty> duties(YamlSection root) {
        List<StandingDuty> duties = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : root.items("standing")) {
            YamlSection section = new YamlSection(
                    node,
                    "a standing duty",
                    Set.of("id", "kind", "who", "every", "within", "reportTo", "rule"),
                    findings);
            String id = section.text("id", ProcedureSection.ID, ProcedureSection.ID_FORM);
            if (!ids.add(id)) {
                section.finding(section.lineOf("id"), "the standing duty '" + id + "' occurs twice", "delete one");
            }
            String key = "standing." + id;
            texts.need(key, findings);
            if (section.has("every") == section.has("within")) {
                section.finding(
                        section.line(),
                        "the standing duty '" + id + "' has both or neither of every and within",
                        "write every for what recurs, within for what something sets off");
            }
            duties.add(new StandingDuty(
                    id,
                    texts.inThai(key),
                    texts.inEnglish(key),
                    section.rules(),
                    section.oneOf("kind", StandingDuty.Kind.class).orElse(StandingDuty.Kind.CURRENCY),
                    who.read(section, "standing duty " + id),
                    limit(section, "every"),
                    limit(section, "within"),
                    reportTo(section)));
        }
        return duties;
    }

    List<OversightRound> rounds(YamlSection root) {
        List<OversightRound> rounds = new ArrayList<>();
        for (YamlNode node : root.items("rounds")) {
            YamlSection section = new YamlSection(node, "a round", Set.of("id", "cutOff", "rule"), findings);
            String id = section.text("id", ProcedureSection.ID, ProcedureSection.ID_FORM);
            texts.need("round." + id, findings);
            String day = section.text("cutOff");
            String rule = section.rule();
            try {
                rounds.add(new OversightRound(id, MonthDay.parse("--" + day), rule));
            } catch (DateTimeException e) {
                if (!day.isEmpty()) {
                    section.finding(
                            section.lineOf("cutOff"),
                            "the day '" + day + "' does not exist or is not written as month and day",
                            "write it as 02-28 for 28 February");
                }
            }
        }
        return rounds;
    }

    Optional<Emergency> emergency(YamlSection root) {
        if (!root.has("emergency")) {
            return Optional.empty();
        }
        YamlSection section = root.section("emergency", Set.of("enabled", "who", "confirmWithin", "rule"));
        if (!section.has("enabled")) {
            section.text("enabled");
        }
        TimeLimit confirm = limit(section, "confirmWithin");
        if (confirm == null && !section.has("confirmWithin")) {
            section.text("confirmWithin");
        }
        return Optional.of(new Emergency(
                section.flag("enabled").orElse(false),
                who.read(section, "emergency publication"),
                confirm == null ? ONE_DAY : confirm,
                section.rule()));
    }

    private @Nullable String reportTo(YamlSection section) {
        if (!section.has("reportTo")) {
            return null;
        }
        String post = section.text("reportTo");
        if (!names.posts().containsKey(post)) {
            section.finding(
                    section.lineOf("reportTo"),
                    Code.PROCEDURE,
                    "the post '" + post + "' is not one of "
                            + names.posts().keySet().stream().sorted().toList(),
                    "correct it, or add it to posts");
        }
        return post;
    }

    private @Nullable TimeLimit limit(YamlSection section, String field) {
        YamlNode node = section.node(field);
        return node == null ? null : LimitSection.parse(node, section.text(field), names.settings(), findings);
    }
}
