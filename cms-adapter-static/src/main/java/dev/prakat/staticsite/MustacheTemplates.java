package dev.prakat.staticsite;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Mustache templates that see maps, lists, texts and truth values and nothing else: no method and no field of any object can be
 * reached from one, a name that the model lacks is an error, and a partial comes from the same source. Thread-safe.
 */
final class MustacheTemplates implements Templates {

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler;

    /**
     * Creates it.
     *
     * @param source the text of a template by its name; throws for a name that it does not know
     */
    MustacheTemplates(UnaryOperator<String> source) {
        compiler = Mustache.compiler()
                .escapeHTML(true)
                .strictSections(true)
                .emptyStringIsFalse(true)
                .withCollector(new MapsOnly())
                .withLoader(name -> new StringReader(source.apply(name)));
    }

    @Override
    public String render(String template, Map<String, Object> model) {
        return compiled.computeIfAbsent(template, compiler::loadTemplate).execute(model);
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
