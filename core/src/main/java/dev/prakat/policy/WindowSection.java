package dev.prakat.policy;

import dev.prakat.policy.Findings.Code;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code windows}: how long content may be public, for all categories and for some. Stateless. Source: AMB-09. */
final class WindowSection {

    private static final Set<String> TERMS =
            Set.of("category", "defaultLength", "longest", "permanent", "reviewDays", "warnDays", "rule");
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,4})(d|w|mo)");
    /** Lengths in days and in months compare only from some day on. */
    private static final LocalDate SOME_DAY = LocalDate.of(2021, 1, 1);

    private static final List<Integer> WARN = List.of(30, 7, 1);

    private WindowSection() {}

    /**
     * What is said of a category, null where nothing is.
     *
     * @param line its line in the file
     */
    record Terms(
            int line,
            @Nullable Period defaultLength,
            @Nullable Period longest,
            @Nullable Boolean permanent,
            @Nullable Integer reviewDays,
            @Nullable List<Integer> warnDays,
            String rule) {}

    /** What is said for all, and by the id of a category for it and what stands under it. */
    record Read(@Nullable Terms all, Map<String, Terms> byCategory) {}

    static Read read(YamlSection root, Findings findings) {
        Terms all = null;
        Map<String, Terms> byCategory = new LinkedHashMap<>();
        for (YamlNode node : root.items("windows")) {
            YamlSection section = new YamlSection(node, "a window", TERMS, findings);
            String category = section.text("category");
            Terms terms = terms(section);
            boolean twice = category.equals("ALL") ? all != null : byCategory.putIfAbsent(category, terms) != null;
            if (twice) {
                section.finding(
                        section.lineOf("category"), "there are two windows for " + category, "make one of them");
            }
            all = category.equals("ALL") ? terms : all;
        }
        return new Read(all, byCategory);
    }

    static List<Integer> usualWarnings() {
        return WARN;
    }

    /** A length in days, weeks or months, or null, with a finding, when it is none. */
    static @Nullable Period length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            return null;
        }
        int amount = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Period.ofDays(amount);
            case "w" -> Period.ofWeeks(amount);
            default -> Period.ofMonths(amount);
        };
    }

    private static Terms terms(YamlSection section) {
        Terms terms = new Terms(
                section.line(),
                length(section, "defaultLength"),
                length(section, "longest"),
                section.flag("permanent").orElse(null),
                number(section, "reviewDays"),
                warnDays(section),
                section.rule());
        Period usual = terms.defaultLength();
        Period most = terms.longest();
        if (usual != null && most != null && SOME_DAY.plus(usual).isAfter(SOME_DAY.plus(most))) {
            section.finding(
                    section.lineOf("longest"),
                    Code.FIELD,
                    "the default length " + usual + " is longer than the longest " + most,
                    "shorten the one or lengthen the other");
        }
        return terms;
    }

    private static @Nullable Period length(YamlSection section, String field) {
        if (!section.has(field)) {
            return null;
        }
        String text = section.text(field);
        Period length = length(text);
        if (length == null && !text.isEmpty()) {
            section.finding(
                    section.lineOf(field), "found '" + text + "' in " + field, "write, for example, 90d, 12w or 6mo");
        }
        return length;
    }

    private static @Nullable Integer number(YamlSection section, String field) {
        if (!section.has(field)) {
            return null;
        }
        String text = section.text(field);
        if (!text.matches("[1-9][0-9]{0,3}")) {
            section.finding(
                    section.lineOf(field),
                    "found '" + text + "' in " + field,
                    "write a whole number of days, 1 to 9999");
            return null;
        }
        return Integer.valueOf(text);
    }

    private static @Nullable List<Integer> warnDays(YamlSection section) {
        if (!section.has("warnDays")) {
            return null;
        }
        List<Integer> days = new ArrayList<>();
        for (String text : section.texts("warnDays")) {
            if (text.matches("[1-9][0-9]{0,2}")) {
                days.add(Integer.valueOf(text));
            } else {
                section.finding(
                        section.lineOf("warnDays"), "found '" + text + "' in warnDays", "write days, for example 30");
            }
        }
        days.sort(Comparator.reverseOrder());
        return days;
    }
}
