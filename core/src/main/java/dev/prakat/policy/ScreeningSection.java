package dev.prakat.policy;

import dev.prakat.screening.ScreeningAction;
import dev.prakat.screening.ScreeningKind;
import dev.prakat.screening.ScreeningRules;
import dev.prakat.screening.ScreeningRules.Allowed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code screening}: what is done about personal data of each kind, and what may be public. One use, one thread. */
final class ScreeningSection {

    private static final Pattern DOMAIN = Pattern.compile("(?=.{4,253}$)([a-z0-9][a-z0-9-]{0,62}\\.)+[a-z]{2,63}");
    private static final Pattern TELEPHONE = Pattern.compile("[+]?[0-9][0-9 ()-]{2,18}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9][0-9 -]{8,20}[0-9]");
    private static final Pattern ADDRESS = Pattern.compile(".{10,200}");

    private final Findings findings;
    private final ScreeningRules.Builder rules = ScreeningRules.builder();
    private final List<Said> said = new ArrayList<>();

    /** What one element says, for what compares and prints policies. */
    record Said(String element, String text, String rule) {}

    /** The rules, and what was said of them in the file. */
    record Read(ScreeningRules rules, List<Said> said) {}

    private ScreeningSection(Findings findings) {
        this.findings = findings;
    }

    static Read read(YamlSection root, Findings findings) {
        if (!root.has("screening")) {
            return new Read(ScreeningRules.usual(), List.of());
        }
        ScreeningSection reader = new ScreeningSection(findings);
        YamlSection section = root.section("screening", Set.of("kinds", "inOffice", "images", "allow"));
        reader.kinds(section);
        reader.one(section, "inOffice").ifPresent(reader.rules::inOffice);
        reader.one(section, "images").ifPresent(reader.rules::images);
        reader.allowed(section);
        return new Read(reader.rules.build(), List.copyOf(reader.said));
    }

    private void kinds(YamlSection screening) {
        Set<ScreeningKind> seen = EnumSet.noneOf(ScreeningKind.class);
        for (YamlNode node : screening.items("kinds")) {
            YamlSection section = new YamlSection(node, "a kind", Set.of("kind", "action", "rule"), findings);
            Optional<ScreeningKind> kind = section.oneOf("kind", ScreeningKind.class);
            Optional<ScreeningAction> action = section.oneOf("action", ScreeningAction.class);
            String rule = section.rule();
            if (kind.isPresent() && !seen.add(kind.get())) {
                section.finding(
                        section.lineOf("kind"), "there are two actions for " + kind.get(), "delete one of them");
            }
            if (kind.isPresent() && action.isPresent()) {
                rules.action(kind.get(), action.get());
                said.add(new Said("screening " + kind.get(), action.get().name(), rule));
            }
        }
    }

    private Optional<ScreeningAction> one(YamlSection screening, String field) {
        if (!screening.has(field)) {
            return Optional.empty();
        }
        YamlSection section = screening.section(field, Set.of("action", "rule"));
        Optional<ScreeningAction> action = section.oneOf("action", ScreeningAction.class);
        String rule = section.rule();
        action.ifPresent(given -> said.add(new Said("screening " + field, given.name(), rule)));
        return action;
    }

    private void allowed(YamlSection screening) {
        Set<Allowed> seen = EnumSet.noneOf(Allowed.class);
        for (YamlNode node : screening.items("allow")) {
            YamlSection section = new YamlSection(node, "a list", Set.of("list", "entries", "rule"), findings);
            Optional<Allowed> list = section.oneOf("list", Allowed.class);
            List<String> entries = section.texts("entries");
            String rule = section.rule();
            if (entries.isEmpty()) {
                section.finding(section.lineOf("entries"), "the list has no entries", "add one, or delete the list");
            }
            if (list.isPresent()) {
                if (!seen.add(list.get())) {
                    section.finding(section.lineOf("list"), "there are two lists " + list.get(), "make one of them");
                }
                entries.forEach(entry -> check(section, list.get(), entry));
                rules.allow(list.get(), entries);
                said.add(new Said("screening allows " + list.get(), entries.toString(), rule));
            }
        }
    }

    private static void check(YamlSection section, Allowed list, String entry) {
        Pattern form = switch (list) {
            case DOMAINS -> DOMAIN;
            case TELEPHONES -> TELEPHONE;
            case BANK_ACCOUNTS -> ACCOUNT;
            case ADDRESSES -> ADDRESS;
        };
        String expected = switch (list) {
            case DOMAINS -> "a domain in small letters, for example example.go.th";
            case TELEPHONES -> "a telephone, for example 0 2000 1000 or 1506";
            case BANK_ACCOUNTS -> "an account of 10 to 15 digits, for example 000-6-00001-1";
            case ADDRESSES -> "an address from the house number on, at least 10 characters";
        };
        if (!form.matcher(entry).matches()) {
            section.finding(section.lineOf("entries"), "found '" + entry + "' in " + list, "write " + expected);
        }
    }
}
