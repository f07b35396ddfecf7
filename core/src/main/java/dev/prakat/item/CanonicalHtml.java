package dev.prakat.item;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Makes the canonical HTML of a body: what Thai government pages need and nothing that runs. The same input always gives the
 * same output, and the output cleans to itself.
 */
final class CanonicalHtml {

    /** A body with at most this many elements below one another is read; deeper ones are refused before they cost memory. */
    static final int MAX_DEPTH = 200;

    private static final Safelist SAFE = Safelist.relaxed()
            .removeTags("font")
            .addTags("figure", "figcaption", "section", "hr", "abbr", "del", "ins", "bdi")
            .addAttributes(":all", "lang", "dir")
            .addAttributes("th", "scope")
            .addAttributes("a", "hreflang")
            .addAttributes("ol", "start", "type")
            .addProtocols("a", "href", "tel")
            .removeProtocols("a", "href", "ftp")
            .removeAttributes("img", "align")
            .removeProtocols("img", "src", "http", "https")
            .addProtocols("img", "src", "https");

    private CanonicalHtml() {}

    /** A cleaned body and what was taken out of it, a line each. */
    record Cleaned(String html, List<String> removed) {}

    /**
     * Cleans a body.
     *
     * @throws IllegalArgumentException if it is nested deeper than {@link #MAX_DEPTH}
     */
    static Cleaned of(String html) {
        Document dirty = Jsoup.parseBodyFragment(html);
        Set<String> removed = new LinkedHashSet<>();
        dirty.body().traverse((node, depth) -> {
            if (depth > MAX_DEPTH) {
                throw new IllegalArgumentException(
                        "found elements nested deeper than " + MAX_DEPTH + "; write the text with fewer levels");
            }
            if (depth > 0 && node instanceof Element element) {
                report(element, removed);
            }
        });
        Document clean = new Cleaner(SAFE).clean(dirty);
        clean.outputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml).charset(StandardCharsets.UTF_8);
        return new Cleaned(clean.body().html().strip(), List.copyOf(removed));
    }

    private static void report(Element element, Set<String> removed) {
        String tag = element.normalName();
        if (!SAFE.isSafeTag(tag)) {
            removed.add("<" + tag + ">");
            return;
        }
        for (Attribute attribute : element.attributes()) {
            // jsoup may rewrite the attribute it is asked about; it is asked about a copy.
            Element copy = element.shallowClone();
            if (!SAFE.isSafeAttribute(tag, copy, attribute.clone())) {
                removed.add("<" + tag + " " + attribute.getKey() + "=\"" + shortened(attribute.getValue()) + "\">");
            }
        }
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
        return line.length() <= 30 ? line : line.substring(0, 30) + "…";
    }
}
