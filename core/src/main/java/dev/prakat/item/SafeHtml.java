package dev.prakat.item;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * What a body may hold: the elements and attributes of Thai government pages, and of those only what WordPress hands back
 * unchanged to an editor without {@code unfiltered_html}. The table stands in {@code docs/reference/items.md}.
 */
final class SafeHtml {

    static final Safelist LIST = new Safelist()
            .addTags(
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "p",
                    "div",
                    "section",
                    "blockquote",
                    "pre",
                    "hr",
                    "br",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "caption",
                    "colgroup",
                    "col",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "figure",
                    "figcaption",
                    "img",
                    "details",
                    "summary",
                    "a",
                    "span",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "s",
                    "small",
                    "sub",
                    "sup",
                    "del",
                    "ins",
                    "mark",
                    "abbr",
                    "cite",
                    "code",
                    "kbd",
                    "samp",
                    "var",
                    "dfn",
                    "q",
                    "ruby",
                    "rb",
                    "rt",
                    "rp")
            .addAttributes(":all", "lang", "dir", "id", "title")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("th", "scope", "colspan", "rowspan", "headers", "abbr")
            .addAttributes("td", "colspan", "rowspan", "headers")
            .addAttributes("col", "span")
            .addAttributes("colgroup", "span")
            .addAttributes("ol", "start", "type")
            .addAttributes("li", "value")
            .addProtocols("a", "href", "#", "https", "http", "mailto", "tel")
            .addProtocols("img", "src", "https");

    /** Elements that go with everything in them: what they hold runs, loads, or was never text. */
    static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "template",
            "noscript",
            "noembed",
            "noframes",
            "frameset",
            "frame",
            "select",
            "textarea",
            "button",
            "input",
            "datalist",
            "audio",
            "video",
            "source",
            "track",
            "canvas",
            "title",
            "meta",
            "link",
            "base",
            "xmp",
            "plaintext",
            "listing",
            "map",
            "area");

    /** Elements that stand for another one. The title of the page is its only first heading. */
    static final Map<String, String> REPLACED =
            Map.of("h1", "h2", "strike", "s", "acronym", "abbr", "big", "span", "tt", "code", "center", "div");

    static final Set<String> BLOCKS = Set.of(
            "body",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "div",
            "section",
            "blockquote",
            "pre",
            "hr",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "figure",
            "figcaption",
            "details",
            "summary");

    /** Elements that mean something though nothing is in them. */
    static final Set<String> MAY_BE_EMPTY = Set.of("br", "hr", "img", "col", "td", "th", "tr", "body");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Map<String, Pattern> VALUES = Map.ofEntries(
            Map.entry("lang", Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}")),
            Map.entry("dir", Pattern.compile("ltr|rtl|auto")),
            Map.entry("id", Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.-]{0,99}")),
            Map.entry("headers", Pattern.compile("[\\p{L}\\p{M}\\p{N}_. -]{1,400}")),
            Map.entry("scope", Pattern.compile("col|row|colgroup|rowgroup")),
            Map.entry("colspan", NUMBER),
            Map.entry("rowspan", NUMBER),
            Map.entry("span", NUMBER),
            Map.entry("width", NUMBER),
            Map.entry("height", NUMBER),
            Map.entry("start", Pattern.compile("-?[0-9]{1,6}")),
            Map.entry("value", Pattern.compile("-?[0-9]{1,6}")),
            Map.entry("type", Pattern.compile("[1aAiI]")));

    private SafeHtml() {}

    /** Whether an attribute may stay as it is. */
    static boolean keeps(Element element, Attribute attribute) {
        Pattern form = VALUES.get(attribute.getKey());
        if (form != null && !form.matcher(attribute.getValue()).matches()) {
            return false;
        }
        // jsoup may rewrite the attribute it is asked about; it is asked about a copy.
        return LIST.isSafeAttribute(element.normalName(), element.shallowClone(), attribute.clone());
    }

    static boolean isEventHandler(Attribute attribute) {
        return attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on");
    }

    static boolean isAddress(Attribute attribute) {
        return attribute.getKey().equals("href") || attribute.getKey().equals("src");
    }
}
