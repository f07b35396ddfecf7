package dev.prakat.staticsite;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The templates and the style sheet. A template sees maps, lists, texts and truth values and nothing else: no method of any
 * object can be reached from one, and a name that the model lacks is an error. Thread-safe.
 */
final class Theme {

    /** Where assets stand. Old ones stay: pages that were not rendered again still use them. */
    static final String FOLDER = "_a/";

    /** The path of the style sheet; its name changes with its content. */
    private final String stylePath;

    private final byte[] style;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler;

    private static final Pattern NAME = Pattern.compile("[a-z-]+");

    Theme() {
        style = resource("site.css");
        stylePath = FOLDER + "site." + Hashes.of(style).substring(0, 12) + ".css";
        compiler = Mustache.compiler()
                .escapeHTML(true)
                .strictSections(true)
                .emptyStringIsFalse(true)
                .withCollector(new MapsOnly())
                .withLoader(Theme::open);
    }

    String stylePath() {
        return stylePath;
    }

    byte[] style() {
        return style.clone();
    }

    /** Renders a template to UTF-8. */
    byte[] render(String template, Map<String, Object> model) {
        Template compiled = templates.computeIfAbsent(template, compiler::loadTemplate);
        return compiled.execute(model).getBytes(StandardCharsets.UTF_8);
    }

    private static Reader open(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("template '" + name + "': expected a name of small letters");
        }
        return new InputStreamReader(
                new java.io.ByteArrayInputStream(resource(name + ".mustache")), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Theme.class.getResourceAsStream("theme/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar of the static site lacks theme/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a template read maps and go through lists; everything else has no members. */
    private static final class MapsOnly implements Mustache.Collector {

        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Iterable<?> list ? list.iterator() : null;
        }

        @Override
        public Mustache.VariableFetcher createFetcher(Object context, String name) {
            return (on, key) ->
                    on instanceof Map<?, ?> map && map.containsKey(key) ? map.get(key) : Template.NO_FETCHER_FOUND;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
