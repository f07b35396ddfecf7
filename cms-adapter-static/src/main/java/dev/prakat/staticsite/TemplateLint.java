package dev.prakat.staticsite;

import com.samskivert.mustache.Mustache;
import dev.prakat.problem.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What speaks against a template of an agency's theme before anything is rendered. Lines that stand in the default template of that
 * name are fine: the policy and the one script of a site stand there. Stateless.
 */
final class TemplateLint {

    /** The last line of the head that every theme has alike: the policy stands before everything that it restricts. */
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\"";

    private static final Pattern RAW = Pattern.compile("\\{\\{(?:\\{|\\s*&)\\s*([^}]*?)\\s*}}}?");
    private static final Pattern TAG = Pattern.compile("(?<!\\{)\\{\\{\\s*([#^/>]?)\\s*([^}{!]*?)\\s*}}(?!})");

    private static final Map<Pattern, String> FORBIDDEN = forbidden();

    private TemplateLint() {}

    private static Map<Pattern, String> forbidden() {
        Map<Pattern, String> all = new LinkedHashMap<>();
        all.put(
                html("<\\s*/?\\s*(script|style|iframe|frame|object|embed|applet|base|noscript|xmp|plaintext)\\b"),
                "expected no element that runs, styles or loads by itself: the policy of the site stops it");
        all.put(html("[\\s\"'/]style\\s*="), "expected no style in a template: put it into agency.css");
        all.put(html("[\\s\"'/]on[a-z]+\\s*="), "expected nothing that runs: the policy of the site stops it");
        all.put(html("=\\s*[\"']?\\s*(javascript|vbscript|data):"), "expected an address");
        all.put(html("http-equiv\\s*="), "expected no second policy, refresh or other instruction to browsers");
        all.put(html("[a-z]\\s*=\\s*\\{\\{"), "expected quotes around the value: a text may have blanks");
        all.put(html("<\\s*/?\\s*\\{\\{[^>#^/]"), "expected the name of an element");
        return all;
    }

    private static Pattern html(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** All that speaks against a template. */
    static List<Finding> look(String name, String text) {
        List<Finding> findings = new ArrayList<>();
        String file = name + ".mustache";
        String standard = standard(name);
        MustacheTemplates.raw(text)
                .forEach(raw -> findings.add(finding(
                        ThemeLint.at(file, text, text.indexOf(raw)),
                        "found " + raw + ", expected two braces, which escape: only {{{bodyHtml}}} was cleaned",
                        "write two braces")));
        String own = withoutLinesOf(text, standard);
        FORBIDDEN.forEach((pattern, expected) -> {
            Matcher found = pattern.matcher(own);
            while (found.find()) {
                findings.add(finding(
                        ThemeLint.at(file, own, found.start()),
                        "found " + found.group().strip() + ", " + expected,
                        "mend it"));
            }
        });
        findings.addAll(frame(name, file, text, standard));
        findings.addAll(names(name, file, text));
        return findings;
    }

    /** Every page begins and ends alike. */
    private static List<Finding> frame(String name, String file, String text, String standard) {
        List<Finding> findings = new ArrayList<>();
        if (name.equals("top")) {
            String head = standard.substring(0, standard.indexOf('\n', standard.indexOf(POLICY)) + 1);
            if (!text.replace("\r\n", "\n").startsWith(head)) {
                findings.add(finding(
                        file + ":1",
                        "expected the lines of the default template down to the Content-Security-Policy, unchanged",
                        "copy them from the default theme"));
            }
        } else if (ThemeFiles.PAGES.contains(name)
                && !(text.strip().startsWith("{{>top}}") && text.strip().endsWith("{{>bottom}}"))) {
            findings.add(finding(
                    file + ":1",
                    "expected {{>top}} as the first and {{>bottom}} as the last of the page",
                    "put head and foot into top.mustache and bottom.mustache"));
        }
        return findings;
    }

    /** Names that no page has, also in parts that the trial does not come to; and what cannot be read at all. */
    private static List<Finding> names(String name, String file, String text) {
        Set<String> known = known();
        List<Finding> findings = new ArrayList<>();
        try {
            Mustache.compiler().compile(text).visit(new Names() {
                @Override
                void name(String used) {
                    if (!Stream.of(used.split("\\.", -1)).allMatch(known::contains)) {
                        findings.add(finding(
                                ThemeLint.at(file, text, Math.max(0, text.indexOf(used))),
                                "found the name '" + used + "', which no page has",
                                "take one that the default templates use"));
                    }
                }

                @Override
                public boolean visitInclude(String part) {
                    if (!ThemeFiles.PARTS.contains(part)) {
                        findings.add(finding(
                                ThemeLint.at(file, text, Math.max(0, text.indexOf(part))),
                                "found the part '" + part + "', expected one of " + ThemeFiles.PARTS,
                                "put it into this template"));
                    }
                    return false;
                }
            });
        } catch (RuntimeException e) {
            // The engine throws more than its own exception for what it cannot read.
            findings.add(finding(file, "cannot be read as Mustache (" + e.getMessage() + ")", "mend it"));
        }
        return findings;
    }

    /** The same template with two braces for three, and without the tags that no page could fill; empty when it cannot be read. */
    static Optional<String> withoutFaults(String text) {
        if (text.contains("{{=")) {
            return Optional.empty();
        }
        Set<String> known = known();
        String escaped = RAW.matcher(text)
                .replaceAll(tag -> Matcher.quoteReplacement(
                        tag.group(1).equals("bodyHtml") ? tag.group() : "{{" + tag.group(1) + "}}"));
        String fillable = TAG.matcher(escaped).replaceAll(tag -> {
            String name = tag.group(2);
            boolean fine = tag.group(1).equals(">")
                    ? ThemeFiles.PARTS.contains(name)
                    : Stream.of(name.split("\\.", -1)).allMatch(known::contains);
            return fine ? Matcher.quoteReplacement(tag.group()) : "";
        });
        try {
            Mustache.compiler().compile(fillable);
            return Optional.of(fillable);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String standard(String name) {
        return ThemeFiles.packaged(name + ".mustache")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The same with an empty line for each that is the default's, so that the numbers of lines stay. */
    private static String withoutLinesOf(String text, String standard) {
        Set<String> lines = standard.lines().map(String::strip).collect(Collectors.toSet());
        return text.lines()
                .map(line -> lines.contains(line.strip()) ? "" : line)
                .collect(Collectors.joining("\n"));
    }

    private static Finding finding(String place, String message, String remedy) {
        return new Finding(place, ThemeLint.RULE, message, remedy);
    }

    /** All names that the default templates use, the parts of a name each by itself. */
    private static Set<String> known() {
        Set<String> known = new TreeSet<>(Set.of("-first", "-last", "-index", "this", ""));
        ThemeFiles.TEXTS.forEach(file -> known.addAll(Texts.packaged(file).keySet()));
        Stream.of(ThemeFiles.PAGES, ThemeFiles.PARTS)
                .flatMap(List::stream)
                .forEach(name -> Mustache.compiler().compile(standard(name)).visit(new Names() {
                    @Override
                    void name(String used) {
                        known.addAll(List.of(used.split("\\.", -1)));
                    }

                    @Override
                    public boolean visitInclude(String part) {
                        return false;
                    }
                }));
        return known;
    }

    /** Goes through all names of a template. */
    private abstract static class Names implements Mustache.Visitor {
        abstract void name(String used);

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String used) {
            name(used);
        }

        @Override
        public boolean visitSection(String used) {
            name(used);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String used) {
            name(used);
            return true;
        }
    }
}
