package dev.prakat.staticsite;

import dev.prakat.spi.Marker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What speaks against a sample page: what runs or loads on it, and what is missing. Stateless. */
final class PageLint {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "src",
            "action",
            "formaction",
            "poster",
            "cite",
            "data",
            "srcset",
            "background",
            "xlink:href",
            "ping");
    private static final Set<String> RUNNING =
            Set.of("script", "style", "iframe", "frame", "object", "embed", "applet", "base", "noscript");

    /** What search works with. */
    private static final List<String> SEARCH = List.of(
            "search-form",
            "search-query",
            "search-off",
            "search-found",
            "search-status",
            "search-progress",
            "search-heads",
            "search-texts",
            "search-more");

    /**
     * What speaks against a page.
     *
     * @param cause the same on all pages that have this fault, whatever they say
     * @param message what was found on this page and what was expected
     */
    record Fault(String cause, String message) {
        /** A fault that reads the same on all pages. */
        static Fault of(String message) {
            return new Fault(message, message);
        }
    }

    private PageLint() {}

    /** All that speaks against a page. */
    static List<Fault> look(ThemeSample sample, byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        Document read = Jsoup.parse(html);
        List<Fault> faults = new ArrayList<>();
        List<String> found = new ArrayList<>();
        missing(read, sample, faults);
        running(read, sample.template().equals("search"), found);
        frame(read, sample, found);
        marks(read, html, sample, found);
        Set<String> ids = new HashSet<>();
        read.select("[id]").stream()
                .map(Element::id)
                .filter(id -> !ids.add(id))
                .forEach(id -> found.add("found the id '" + id + "' more than once, expected it once"));
        found.forEach(message -> faults.add(Fault.of(message)));
        return faults;
    }

    private static void running(Document read, boolean search, List<String> found) {
        int scripts = 0;
        for (Element element : read.getAllElements()) {
            String name = element.normalName();
            boolean own = search && name.equals("script") && element.attr("src").startsWith("../_a/search.");
            if (RUNNING.contains(name) && !(own && ++scripts == 1)) {
                found.add("found <" + name + ">, expected nothing that runs, styles or loads by itself");
            }
            for (Attribute attribute : element.attributes()) {
                String key = attribute.getKey().toLowerCase(Locale.ROOT);
                String value = SPACE.matcher(attribute.getValue().toLowerCase(Locale.ROOT))
                        .replaceAll("");
                if (key.startsWith("on") || key.equals("style")) {
                    found.add("found the attribute " + key + " of <" + name + ">, expected none that runs or styles");
                } else if (ADDRESSES.contains(key)
                        && value.matches("(?s)(javascript|vbscript|data):.*")
                        && !isIcon(element, value)) {
                    found.add("found a text in " + key + " of <" + name + ">, expected an address of the page's model");
                } else if (!name.equals("a")
                        && !element.attr("rel").matches("canonical|alternate")
                        && ADDRESSES.contains(key)
                        && value.matches("(?s)(https?:)?//.*")) {
                    found.add("found " + key + " of <" + name + "> on another server, expected a file of the theme");
                }
            }
        }
    }

    /** The sign of the site in a browser's tab. A picture without a file, so that browsers ask for none. */
    private static boolean isIcon(Element element, String value) {
        return element.normalName().equals("link")
                && element.attr("rel").equals("icon")
                && value.startsWith("data:image/");
    }

    private static void missing(Document read, ThemeSample sample, List<Fault> faults) {
        String text = plain(read.body().text());
        for (ThemeSample.Needed needed : sample.texts()) {
            if (!text.contains(plain(needed.value()))) {
                String told =
                        "lacks the text '" + needed.value() + "' (" + needed.what() + "), expected it for readers";
                faults.add(new Fault("text: " + needed.what(), told));
            }
        }
        Set<String> links = links(read);
        for (ThemeSample.Needed needed : sample.links()) {
            if (!links.contains(needed.value())) {
                String told = "lacks a link to " + needed.value() + " (" + needed.what() + ")";
                faults.add(new Fault("link: " + needed.what(), told));
            }
        }
    }

    private static Set<String> links(Document read) {
        return new HashSet<>(read.select("a[href]").eachAttr("href"));
    }

    private static void frame(Document read, ThemeSample sample, List<String> found) {
        Set<String> links = links(read);
        if (read.select("h1").size() != 1 || read.select("h1").text().isBlank()) {
            found.add("found " + read.select("h1").size() + " <h1>, expected one with a text");
        }
        Element first = read.selectFirst("a[href]");
        if (read.select("main#main").size() != 1
                || first == null
                || !first.attr("href").equals("#main")) {
            found.add("expected <main id=\"main\"> and a link to it before all others, for keyboards");
        }
        if (read.title().isBlank()) {
            found.add("expected a <title>");
        }
        if (read.select("link[rel=stylesheet][href*=_a/site.]").isEmpty()) {
            found.add("expected the style sheet in the head");
        }
        if (read.select("meta[name=viewport]").isEmpty()) {
            found.add("expected the viewport of small screens in the head");
        }
        if (sample.template().equals("search")) {
            SEARCH.stream()
                    .filter(id -> read.getElementById(id) == null)
                    .forEach(id -> found.add("lacks the element with the id '" + id + "', which search works with"));
        }
        for (String end : List.of("index.html", "search/index.html", "accessibility/index.html")) {
            boolean there = links.stream().anyMatch(l -> l.endsWith(end))
                    || (sample.template().matches("notice|not-found")
                            && links.stream().anyMatch(l -> l.startsWith("https://www.example.go.th/office/")));
            if (!there) {
                found.add("lacks a link to " + end);
            }
        }
    }

    private static void marks(Document read, String html, ThemeSample sample, List<String> found) {
        if (!Marks.isSite(html)) {
            found.add(
                    "lacks <meta name=\"prakat-site\" content=\"{{siteMark}}\">: without it the page is not known as ours");
        }
        Marker mark = sample.mark();
        if (mark != null && !Marks.ofPage(html, mark.item()).equals(Optional.of(mark))) {
            found.add("lacks <meta name=\"prakat\" content=\"{{marker}}\"> in the head: no take-down could be proven");
        }
        if (!sample.listed().isEmpty() && Marks.inList(html, sample.listed()).isEmpty()) {
            found.add("lacks <li data-prakat=\"{{marker}}\"> for an entry: no take-down could be proven");
        }
        boolean kept = read.select("meta[name=robots]").eachAttr("content").contains("noindex");
        if (sample.hidden() != kept) {
            found.add(
                    sample.hidden()
                            ? "lacks noindex for a page that is not to be found"
                            : "found noindex on a public page");
        }
    }

    private static String plain(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
