package dev.prakat.staticsite;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mustache templates that see maps, lists, texts and truth values and nothing else: no method and no field of any object can be
 * reached from one, a name that the model lacks is an error, a partial comes from the same source, and what is printed is escaped,
 * but for {@code bodyHtml}, which the core has cleaned. Thread-safe.
 */
final class MustacheTemplates implements Templates {

    /** What is printed as it is, in both spellings; and other delimiters, behind which it could hide. */
    private static final Pattern RAW =
            Pattern.compile("\\{\\{\\{\\s*([^}]*?)\\s*}}}|\\{\\{\\s*(?:&\\s*([^}]*?)\\s*}}|(=))");

    /** The one name that is printed as it is. */
    private static final String CLEANED = "bodyHtml";

    /** What {@link Escapers#HTML} escapes. */
    private static final String ESCAPED = "&'\"<>`=";

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler;

    /**
     * Creates it.
     *
     * @param source the text of a template by its name; throws for a name that it does not know
     */
    MustacheTemplates(UnaryOperator<String> source) {
        compiler = Mustache.compiler()
                .withEscaper(MustacheTemplates::escape)
                .strictSections(true)
                .emptyStringIsFalse(true)
                .withCollector(new MapsOnly())
                .withLoader(name -> new StringReader(requireEscaped(name, source.apply(name))));
    }

    @Override
    public String render(String template, Map<String, Object> model) {
        StringBuilderWriter page = new StringBuilderWriter();
        compiled.computeIfAbsent(template, compiler::loadTemplate).execute(model, page);
        return page.toString();
    }

    /** Most texts have nothing to escape; those that have are the library's to escape. */
    static String escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 128 && ESCAPED.indexOf(text.charAt(i)) >= 0) {
                return Escapers.HTML.escape(text);
            }
        }
        return text;
    }

    /** A string writer without a lock, with room for most pages. */
    private static final class StringBuilderWriter extends Writer {
        private final StringBuilder text = new StringBuilder(1 << 14);

        @Override
        public void write(char[] from, int start, int length) {
            text.append(from, start, length);
        }

        @Override
        public void write(String from) {
            text.append(from);
        }

        @Override
        public void write(String from, int start, int length) {
            text.append(from, start, start + length);
        }

        @Override
        public Writer append(CharSequence from) {
            text.append(from);
            return this;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static String requireEscaped(String name, String text) {
        List<String> raw = raw(text);
        if (!raw.isEmpty()) {
            throw new IllegalArgumentException("template '" + name + "': found " + raw
                    + ", expected two braces, which escape, for everything but " + CLEANED);
        }
        return text;
    }

    /** What a template would print as it is although the core has not cleaned it, and other delimiters. */
    static List<String> raw(String template) {
        List<String> raw = new ArrayList<>();
        Matcher found = RAW.matcher(template);
        while (found.find()) {
            String printed = found.group(1) != null ? found.group(1) : found.group(2);
            if (!CLEANED.equals(printed)) {
                raw.add(found.group());
            }
        }
        return raw;
    }

    /** Lets a template read maps and go through lists; everything else has no members. */
    private static final class MapsOnly implements Mustache.Collector {

        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Iterable<?> list ? list.iterator() : null;
        }

        @Override
        public Mustache.VariableFetcher createFetcher(Object context, String name) {
            return (on, key) -> {
                if (on instanceof Map<?, ?> map) {
                    Object value = map.get(key);
                    return value != null || map.containsKey(key) ? value : Template.NO_FETCHER_FOUND;
                }
                return Template.NO_FETCHER_FOUND;
            };
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
