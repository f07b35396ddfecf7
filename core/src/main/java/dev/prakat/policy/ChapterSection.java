package dev.prakat.policy;

import dev.prakat.calendar.TimeLimit;
import dev.prakat.duty.UnitRegister;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the policies of procedures beside publishing have in common: parts that name their rule, lists with texts, units, numbers
 * and days; and, beside what is read, what each element says in one line. One use, one thread.
 */
final class ChapterSection {

    private static final BigDecimal MOST = new BigDecimal(100);
    private static final List<String> LETTERS = List.of("OWNER", "NOT_HELD", "APPROVER", "COVER");
    private static final MonthDay NO_DAY = MonthDay.of(1, 1);

    private final YamlSection section;
    private final PolicyTexts texts;
    private final UnitRegister units;
    private final Map<String, String> facts = new LinkedHashMap<>();

    ChapterSection(YamlSection section, PolicyTexts texts, UnitRegister units) {
        this.section = section;
        this.texts = texts;
        this.units = units;
    }

    YamlSection section() {
        return section;
    }

    Map<String, String> facts() {
        return facts;
    }

    void fact(String element, String text, String rule) {
        facts.put(element, text + (rule.isEmpty() ? "" : "; rule " + rule));
    }

    /** A part of the file that names its rule. */
    YamlSection part(String field, String... allowed) {
        return section.section(field, withRule(allowed));
    }

    /** One item of a list that names its rule. */
    YamlSection item(YamlNode node, String name, String... allowed) {
        return section.of(node, name, withRule(allowed));
    }

    private static Set<String> withRule(String... allowed) {
        Set<String> all = new HashSet<>(List.of(allowed));
        all.add("rule");
        return all;
    }

    <E extends Enum<E>> Set<E> choices(String field, String list, Class<E> type) {
        YamlSection part = part(field, list);
        Set<E> found = new TreeSet<>(part.someOf(list, type));
        if (found.isEmpty()) {
            part.finding(part.lineOf(list), field + " has no " + list, "add at least one");
        }
        fact(field, list + " " + found, part.rule());
        return found;
    }

    /** A list of entries, each with its rule and a text {@code what.ID} in both languages. */
    List<Named> named(String field, String what) {
        Map<String, Named> entries = new LinkedHashMap<>();
        for (YamlNode node : section.itemsNeeded(field)) {
            YamlSection entry = item(node, "an entry of " + field, "id");
            String id = entry.text("id", PolicyYaml.NAME, PolicyYaml.NAME_FORM);
            Named named = named(what, id, entry.rule());
            if (entries.put(id, named) != null) {
                entry.finding(entry.lineOf("id"), "the " + what + " '" + id + "' occurs twice", "delete one");
            }
            fact(what + " " + id, named.labelTh() + "; " + named.labelEn(), named.rule());
        }
        return List.copyOf(entries.values());
    }

    /** A list of bare ids under one rule. */
    List<Named> namedTexts(YamlSection part, String field, String what) {
        String rule = part.rule();
        List<Named> entries = new ArrayList<>();
        for (String id : part.texts(field)) {
            entries.add(named(what, id, rule));
        }
        return entries;
    }

    private Named named(String what, String id, String rule) {
        String key = what + "." + id;
        section.needText(texts, key);
        return new Named(id, texts.inThai(key), texts.inEnglish(key), rule);
    }

    String unit(YamlSection part, String field) {
        return known(part, field, part.text(field));
    }

    List<String> units(YamlSection part, String field) {
        return part.texts(field).stream().map(unit -> known(part, field, unit)).toList();
    }

    private String known(YamlSection part, String field, String code) {
        if (!code.isEmpty() && !units.all().isEmpty() && units.find(code).isEmpty()) {
            part.finding(
                    part.lineOf(field),
                    Findings.Code.UNIT,
                    "the unit '" + code + "' is not in " + PolicyFiles.UNITS,
                    "correct it; nearest: " + units.nearest(code));
        }
        return code;
    }

    int number(YamlSection part, String field, int least, int most) {
        String text = part.text(field);
        if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            part.finding(
                    part.lineOf(field),
                    "found the " + field + " '" + text + "'",
                    "write a whole number, " + least + " to " + most);
        }
        return least;
    }

    BigDecimal decimal(YamlSection part, String field, String text) {
        if (text.matches("[0-9]{1,3}(\\.[0-9]{1,4})?") && new BigDecimal(text).compareTo(MOST) <= 0) {
            return new BigDecimal(text);
        }
        if (!text.isEmpty()) {
            part.finding(part.lineOf(field), "found the " + field + " '" + text + "'", "write a number, 0 to 100");
        }
        return BigDecimal.ONE;
    }

    TimeLimit limit(YamlSection part, String field) {
        String text = part.text(field);
        try {
            return TimeLimit.parse(text);
        } catch (IllegalArgumentException e) {
            if (!text.isEmpty()) {
                part.finding(part.lineOf(field), String.valueOf(e.getMessage()), "write, for example, 25wd");
            }
            return new TimeLimit(1, TimeLimit.Unit.WORKING_DAYS);
        }
    }

    /** A step of the procedure for data requests, with its limit where it has one. */
    RequestStep step(YamlSection part) {
        RequestStep.Kind kind = part.oneOf("id", RequestStep.Kind.class).orElse(RequestStep.Kind.RECEIVE);
        String key = "step." + kind;
        section.needText(texts, key);
        TimeLimit within = part.has("within") ? limit(part, "within") : null;
        boolean soft = part.flag("soft").orElse(false);
        RequestStep step = new RequestStep(kind, texts.inThai(key), texts.inEnglish(key), within, soft);
        fact(
                "step " + kind,
                step.labelTh() + "; " + step.labelEn() + "; within " + within + (soft ? ", soft" : ""),
                part.rule());
        return step;
    }

    /** The head of letters: its code, and what else is printed there; and the texts of each kind of letter. */
    MemoHead letterHead(String field, String unit) {
        YamlSection part = part(field, "section", "telephone", "code");
        MemoHead head = new MemoHead(unit, part.text("section"), part.text("telephone"), part.text("code"), "");
        fact(field, head.section() + "; " + head.telephone() + "; " + head.letterCode(), part.rule());
        section.needText(texts, "agency.name");
        for (String kind : LETTERS) {
            for (String what : List.of("subject", "addressee", "body", "closing")) {
                section.needText(texts, "letter." + kind + "." + what);
            }
            section.needText(texts, "letter.signatory." + kind);
        }
        return head;
    }

    MonthDay day(YamlSection part, String field) {
        String text = part.text(field);
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            if (!text.isEmpty()) {
                part.finding(
                        part.lineOf(field),
                        "the day '" + text + "' does not exist or is not written as month and day",
                        "write it as 02-28 for 28 February");
            }
            return NO_DAY;
        }
    }

    Settings settings(Set<String> keys) {
        return new Settings(
                section.has("settings") ? Optional.of(section.section("settings", keys)) : Optional.empty());
    }

    /** The settings of a chapter; each that is given names its rule. */
    final class Settings {

        private final Optional<YamlSection> given;

        Settings(Optional<YamlSection> given) {
            this.given = given;
        }

        <E extends Enum<E>> E of(String key, E initial, Class<E> type) {
            if (given.isEmpty() || !given.get().has(key)) {
                fact("setting " + key, initial + " (default)", "");
                return initial;
            }
            YamlSection setting = given.get().section(key, Set.of("value", "rule"));
            E value = setting.oneOf("value", type).orElse(initial);
            fact("setting " + key, value.name(), setting.rule());
            return value;
        }
    }
}
