package dev.prakat.staticsite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a theme by name: those of the agency's, else those of the default one in the jar. A name has no way upwards.
 * Immutable.
 */
final class ThemeFiles {

    /** The style sheets, put together in this order: an agency overrides the tokens in the last one. */
    static final List<String> STYLES = List.of("fonts.css", "site.css", "pages.css", "print.css", "agency.css");

    /** The templates that make pages, by name; an agency may lay its own over each. */
    static final List<String> PAGES = List.of(
            "accessibility",
            "categories",
            "category",
            "home",
            "item",
            "month",
            "not-found",
            "notice",
            "parts",
            "search",
            "transparency");

    /** The templates that pages are put together from. */
    static final List<String> PARTS =
            List.of("top", "bottom", "branch", "category-list", "crumbs", "emblem", "entries");

    /** The texts that templates print. */
    static final List<String> TEXTS = List.of("messages_en.properties", "messages_th.properties");

    /** What a picture of the agency's emblem is called. */
    static final List<String> EMBLEMS = List.of("emblem.png", "emblem.webp");

    /** Changes with every version of Prakat that changes the default theme. */
    static final String STANDARD_DIGEST = digestOfPackaged();

    /** What a file of a theme may be called. */
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*\\.(?:mustache|css|properties|woff2|png|webp)");

    private static final Pattern PART = Pattern.compile("\\{\\{>\\s*([a-z0-9-]+)\\s*}}");
    private static final Pattern TEMPLATE = Pattern.compile("[a-z0-9-]+");

    private final Map<String, String> own;

    /** The default theme. */
    ThemeFiles() {
        this(Map.of());
    }

    /**
     * A theme that overrides some files of the default one.
     *
     * @param own the bytes of its files as ISO 8859-1, by name
     */
    ThemeFiles(Map<String, String> own) {
        this.own = Map.copyOf(own);
    }

    /** What the agency gave, by name. */
    Map<String, String> own() {
        return own;
    }

    /**
     * The text of a template.
     *
     * @throws IllegalArgumentException if neither the agency's theme nor the default one has it
     */
    String template(String name) {
        if (!TEMPLATE.matcher(name).matches()) {
            throw new IllegalArgumentException("template '" + name + "': expected a name of small letters");
        }
        return bytes(name + ".mustache")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("template '" + name + "': there is none"));
    }

    /** A template and the parts that it is put together from, by name. */
    Set<String> templates(String name) {
        Set<String> names = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(name));
        while (!next.isEmpty()) {
            String one = next.pop();
            if (names.add(one)) {
                PART.matcher(template(one)).results().forEach(part -> next.push(part.group(1)));
            }
        }
        return names;
    }

    /** The whole style sheet, with the names of its assets as the theme gives them. */
    String style() {
        StringBuilder style = new StringBuilder();
        for (String name : STYLES) {
            bytes(name).ifPresent(bytes -> style.append(new String(bytes, StandardCharsets.UTF_8)));
        }
        return style.toString();
    }

    /** A file of the agency's, else of the default theme. */
    Optional<byte[]> bytes(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String given = own.get(name);
        return given == null ? packaged(name) : Optional.of(given.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String digestOfPackaged() {
        SortedMap<String, String> all = new TreeMap<>();
        Stream.of(PAGES, PARTS)
                .flatMap(List::stream)
                .map(name -> name + ".mustache")
                .forEach(name -> packaged(name).ifPresent(bytes -> all.put(name, latin(bytes))));
        STYLES.forEach(name -> packaged(name).ifPresent(bytes -> all.put(name, latin(bytes))));
        return KeptTheme.digest(all);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static Optional<byte[]> packaged(String name) {
        try (InputStream in = ThemeFiles.class.getResourceAsStream("theme/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
