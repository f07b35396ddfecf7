package dev.prakat.staticsite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The look of a site: templates, the style sheet, and what it loads. Thread-safe. */
final class Theme {

    /** Where assets stand. Old ones stay: pages that were not rendered again still use them. */
    static final String FOLDER = "_a/";

    static final Pattern URL = Pattern.compile("url\\(\"([^\")]+)\"\\)");

    /** A file that pages load. Its name changes with its content. */
    static final class Asset {
        private final String path;
        private final byte[] content;

        private Asset(String name, byte[] content) {
            int dot = name.lastIndexOf('.');
            String hash = Hashes.of(content).substring(0, 12);
            this.path = FOLDER + name.substring(0, dot) + "." + hash + name.substring(dot);
            this.content = content;
        }

        String path() {
            return path;
        }

        byte[] bytes() {
            return content.clone();
        }
    }

    private final ThemeFiles files;
    private final Map<Texts, Templates> templates = new ConcurrentHashMap<>();
    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final Map<Locale, Texts> texts = new ConcurrentHashMap<>();
    private final Asset style;
    private final String integrity;
    private final Optional<String> emblem;
    private final Asset searchScript;

    /** The default theme. */
    Theme() {
        this(new ThemeFiles());
    }

    /**
     * A theme.
     *
     * @throws IllegalArgumentException if its style sheet names a file that it lacks
     */
    Theme(ThemeFiles files) {
        this.files = files;
        emblem = ThemeFiles.EMBLEMS.stream()
                .filter(name -> files.own().containsKey(name))
                .findFirst()
                .map(name -> asset(name).path());
        Matcher url = URL.matcher(files.style());
        String css = url.replaceAll(found -> {
            String path = asset(found.group(1)).path();
            return Matcher.quoteReplacement("url(\"" + path.substring(FOLDER.length()) + "\")");
        });
        style = new Asset("site.css", css.getBytes(StandardCharsets.UTF_8));
        integrity = Hashes.integrity(style.content);
        // Not a file that an agency's theme can have: nothing runs on a site but what is shipped.
        searchScript = new Asset(
                "search.js",
                ThemeFiles.packaged("search.js")
                        .orElseThrow(() -> new IllegalStateException("the jar of the static site lacks search.js")));
    }

    private Asset asset(String name) {
        return assets.computeIfAbsent(
                name,
                n -> files.bytes(n)
                        .map(bytes -> new Asset(n, bytes))
                        .orElseThrow(() ->
                                new IllegalArgumentException("style sheet: '" + n + "' is no file of the theme")));
    }

    ThemeFiles files() {
        return files;
    }

    /** The texts that its templates print. */
    Texts texts(Locale language) {
        return texts.computeIfAbsent(language, l -> Texts.of(l, files));
    }

    /** What the page for searching runs. */
    Asset searchScript() {
        return searchScript;
    }

    /** Everything that all pages load, what is referred to before what refers to it. */
    List<Asset> assets() {
        List<Asset> all = new ArrayList<>(assets.values());
        all.add(style);
        return all;
    }

    String stylePath() {
        return style.path();
    }

    /** What lets a browser check the style sheet that it loads. */
    String styleIntegrity() {
        return integrity;
    }

    /** The picture of the agency's emblem, when its theme has one. */
    Optional<String> emblemPath() {
        return emblem;
    }

    /**
     * Renders a template to UTF-8.
     *
     * @param printed the texts that it prints, one of {@link #texts}
     */
    byte[] render(Texts printed, String template, Map<String, Object> model) {
        Templates of =
                templates.computeIfAbsent(printed, t -> new MustacheTemplates(name -> t.in(files.template(name))));
        return of.render(template, model).getBytes(StandardCharsets.UTF_8);
    }
}
