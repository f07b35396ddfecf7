package dev.prakat.staticsite;

import dev.prakat.problem.Finding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What speaks against the files of an agency's theme, file by file; then, in {@link ThemeTrial}, against the pages. Stateless. */
final class ThemeLint {

    /** The rule that all findings about themes name. */
    static final String RULE = "theme";

    private static final Pattern ANY_URL = Pattern.compile("url\\(");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    /** How the kinds of files begin that a theme may have. */
    private static final Map<String, String> BEGIN = Map.of("png", "\u0089PNG", "webp", "RIFF", "woff2", "wOF2");

    private final Map<String, String> own;
    private final List<Finding> findings = new ArrayList<>();

    private ThemeLint(Map<String, String> own) {
        this.own = own;
    }

    /**
     * Looks at everything, and at the pages where the files allow to render some.
     *
     * @param own the bytes of the theme's files as ISO 8859-1, by name
     * @return all that speaks against it; empty for a theme that may be used
     */
    static List<Finding> look(Map<String, String> own) {
        ThemeLint lint = new ThemeLint(own);
        own.forEach(lint::file);
        lint.unused();
        lint.findings.addAll(ThemeTrial.run(new ThemeFiles(lint.renderable())));
        return lint.findings.stream().distinct().toList();
    }

    /**
     * What pages can be tried with although something was found: templates without what was found in them, and no other file that
     * something was found in. So one slip does not hide the next.
     */
    private Map<String, String> renderable() {
        Set<String> bad = new HashSet<>();
        findings.forEach(f -> bad.add(f.place().replaceFirst(":\\d+$", "")));
        Map<String, String> rest = new TreeMap<>();
        own.forEach((name, bytes) -> {
            if (!bad.contains(name)) {
                rest.put(name, bytes);
            } else if (isTemplate(name)) {
                String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                TemplateLint.withoutFaults(text)
                        .ifPresent(t -> rest.put(
                                name, new String(t.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
            }
        });
        return rest;
    }

    private static boolean isTemplate(String name) {
        String base = name.replaceFirst("\\.mustache$", "");
        return !base.equals(name) && (ThemeFiles.PAGES.contains(base) || ThemeFiles.PARTS.contains(base));
    }

    private void file(String name, String bytes) {
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        String end = name.substring(dot + 1);
        boolean known = switch (end) {
            case "mustache" -> ThemeFiles.PAGES.contains(base) || ThemeFiles.PARTS.contains(base);
            case "css" -> ThemeFiles.STYLES.contains(name);
            case "properties" -> ThemeFiles.TEXTS.contains(name);
            default -> BEGIN.containsKey(end) && ThemeFiles.NAME.matcher(name).matches();
        };
        if (!known) {
            String expected = end.equals("js")
                    ? "expected no scripts: nothing runs on a site but what is shipped"
                    : "expected the name of a file of the default theme, agency.css, emblem.png or .webp, or a font or picture"
                            + " (small letters, .woff2, .png, .webp)";
            add(name, "found an unknown name, " + expected, "rename it, or take it out of the folder");
            return;
        }
        String begin = BEGIN.get(end);
        if (begin != null) {
            if (!bytes.startsWith(begin)) {
                add(name, "found other content than its name says", "save it again as ." + end);
            }
            return;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            add(name, "found bytes that are no UTF-8", "save it as UTF-8");
            return;
        }
        switch (end) {
            case "mustache" -> findings.addAll(TemplateLint.look(base, text));
            case "css" -> style(name, text);
            default -> texts(name, text);
        }
    }

    private void style(String name, String css) {
        if (css.toLowerCase(Locale.ROOT).contains("@import")) {
            add(name, "found @import, expected one style sheet", "copy what it imports into agency.css");
        }
        Set<Integer> fine = new HashSet<>();
        Matcher named = Theme.URL.matcher(css);
        while (named.find()) {
            fine.add(named.start());
            if (new ThemeFiles(own).bytes(named.group(1)).isEmpty()) {
                add(
                        at(name, css, named.start()),
                        "found " + named.group() + ", which is no file of the theme",
                        "put the file beside it, or mend the name");
            }
        }
        Matcher any = ANY_URL.matcher(css.toLowerCase(Locale.ROOT));
        while (any.find()) {
            if (!fine.contains(any.start())) {
                add(
                        at(name, css, any.start()),
                        "found another url(...), expected url(\"name\") of a file of the theme: pages load nothing from elsewhere",
                        "put the file into the theme and name it in double quotes");
            }
        }
    }

    private void texts(String name, String text) {
        Map<String, String> given;
        try {
            given = Texts.read(text);
        } catch (IllegalArgumentException e) {
            add(name, "found a broken escape (" + e.getMessage() + ")", "write the letters themselves, in UTF-8");
            return;
        }
        Map<String, String> shipped = Texts.packaged(name);
        given.forEach((key, value) -> {
            String standard = shipped.get(key);
            if (standard == null) {
                add(name, "found the key '" + key + "', which no template prints", "take it out, or mend it");
            } else if (value.isBlank()) {
                add(name, "found no text for '" + key + "'", "write one, or take the line out");
            } else if (!holes(value).equals(holes(standard))) {
                add(
                        name,
                        "found " + holes(value) + " in '" + key + "', expected " + holes(standard),
                        "keep what stands in braces: a value is put there");
            }
        });
    }

    private static Set<String> holes(String text) {
        Set<String> holes = new TreeSet<>();
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            holes.add(hole.group());
        }
        return holes;
    }

    /** Fonts and pictures that nothing loads are a slip in a name. */
    private void unused() {
        Set<String> used = new HashSet<>(ThemeFiles.EMBLEMS);
        Matcher named = Theme.URL.matcher(new ThemeFiles(own).style());
        while (named.find()) {
            used.add(named.group(1));
        }
        own.keySet().stream()
                .filter(name -> BEGIN.containsKey(name.substring(name.lastIndexOf('.') + 1)) && !used.contains(name))
                .forEach(name -> add(name, "found a file that no style sheet names", "name it, or take it out"));
    }

    static String at(String name, String text, int position) {
        return name + ":"
                + (1
                        + text.substring(0, position)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }

    private void add(String place, String message, String remedy) {
        findings.add(new Finding(place, RULE, message, remedy));
    }
}
