package dev.prakat.staticsite;

import dev.prakat.spi.Marker;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.SiteView;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What all pages have: language, names, the way up, the style sheet, the mark. Makes models for templates. */
final class PageFrame {

    /** Stands in every page and feed of ours, so that a stranger's page is never mistaken for one. */
    static final String SITE_MARK = "prakat:site:1";

    /** What the menu of every page leads to. */
    private static final List<Entry> MENU = List.of(
            new Entry(SitePath.HOME, "homeLink"),
            new Entry(SitePath.CATEGORIES, "categories"),
            new Entry(SitePath.TRANSPARENCY, "transparency"));

    private final SiteSettings settings;
    private final Theme theme;
    private final Texts texts;
    private final SiteView site;
    private final Map<String, Map<String, Object>> common = new ConcurrentHashMap<>();

    /** An entry of the menu, by the page that it leads to and the key of its text. */
    private record Entry(String path, String text) {}

    PageFrame(SiteSettings settings, Theme theme, Texts texts, SiteView site) {
        this.settings = settings;
        this.theme = theme;
        this.texts = texts;
        this.site = site;
    }

    Texts texts() {
        return texts;
    }

    SiteView site() {
        return site;
    }

    boolean english() {
        return texts.language().getLanguage().equals("en");
    }

    /** The agency's name in the language of the site. */
    String agency() {
        return english() && !site.agencyNameEn().isBlank() ? site.agencyNameEn() : site.agencyName();
    }

    /** The date in the language of the site. */
    String printed(PrintedInstant instant) {
        return english() ? instant.textEn() : instant.text();
    }

    /** A time for people and for machines. */
    Map<String, Object> dated(PrintedInstant instant) {
        return Map.of("iso", instant.instant().toString(), "text", printed(instant));
    }

    /** What the page for searching runs. */
    Theme.Asset searchScript() {
        return theme.searchScript();
    }

    /** For the one page that runs a script. */
    void putScript(Map<String, Object> model, String path) {
        Theme.Asset script = searchScript();
        model.put("script", SitePath.link(path, script.path()));
        model.put("scriptIntegrity", settings.look().integrity() ? Hashes.integrity(script.bytes()) : "");
    }

    URI address(String path) {
        return SitePath.address(settings.base(), path);
    }

    String addressText(String path) {
        return SitePath.addressText(settings.base(), path);
    }

    /** The path of the docroot on its server, for a page that is shown at addresses of any depth. */
    String root() {
        return settings.base().getPath();
    }

    byte[] render(String template, Map<String, Object> model) {
        return theme.render(texts, template, model);
    }

    /**
     * The model of a page.
     *
     * @param path where the page stands
     * @param title the title of the page without the agency's name
     * @param marker the item's mark, or null on a page of the whole site
     */
    Map<String, Object> model(String path, String title, @Nullable Marker marker) {
        String up = SitePath.up(path);
        Map<String, Object> model = new HashMap<>(common.computeIfAbsent(up, this::common));
        model.put("title", Spelling.line(title.equals(agency()) ? title : title + " – " + agency()));
        model.put("marker", marker == null ? "" : marker.text());
        model.put("hidden", settings.look().preview() || (marker != null && marker.state() != Marker.State.PRESENT));
        model.put("canonical", addressText(path));
        model.put("searchHere", path.equals(SitePath.SEARCH));
        model.put("otherLanguage", otherLanguage(path));
        if (MENU.stream().anyMatch(entry -> entry.path().equals(path))) {
            model.put("menu", menu(to -> up + to, path));
        }
        return model;
    }

    /** What all pages of a depth have. */
    private Map<String, Object> common(String up) {
        Map<String, Object> model = new HashMap<>();
        model.put("t", texts.all());
        model.put("w", texts.words());
        model.put("lang", texts.language().getLanguage());
        String agency = agency();
        String second = english() ? site.agencyName() : site.agencyNameEn();
        model.put("agency", agency);
        model.put("agencySecond", second.equals(agency) ? "" : second);
        model.put("agencySecondLang", english() ? "th" : "en");
        model.put("siteMark", SITE_MARK);
        model.put("preview", settings.look().preview());
        model.put("expiresIso", "");
        model.put("style", up + theme.stylePath());
        model.put("integrity", settings.look().integrity() ? theme.styleIntegrity() : "");
        model.put("script", "");
        model.put("emblem", theme.emblemPath().map(e -> up + e).orElse(""));
        model.put("home", up + SitePath.HOME);
        model.put("homeAddress", settings.base().toString());
        model.put("feed", up + SitePath.FEED);
        model.put("menu", menu(to -> up + to, ""));
        model.put("search", up + SitePath.SEARCH);
        model.put("ask", up + SitePath.SEARCH);
        model.put("accessibility", up + SitePath.ACCESSIBILITY);
        model.put("crumbs", List.of());
        return model;
    }

    private List<Map<String, Object>> menu(UnaryOperator<String> link, String here) {
        return MENU.stream()
                .map(entry -> Map.<String, Object>of(
                        "label", texts.get(entry.text()),
                        "href", link.apply(entry.path()),
                        "current", entry.path().equals(here)))
                .toList();
    }

    /** The same page in the other language, where the agency has one. */
    private List<Map<String, Object>> otherLanguage(String path) {
        URI other = settings.look().otherLanguage();
        return other == null
                ? List.of()
                : List.of(Map.of(
                        "href", SitePath.address(other, path).toString(),
                        "lang", english() ? "th" : "en",
                        "own", texts.language().getLanguage()));
    }

    /** For a page that a server also shows at other addresses, of any depth: nothing by its way from the page itself. */
    void anywhere(Map<String, Object> model) {
        model.put("style", root() + theme.stylePath());
        model.put("home", settings.base().toString());
        model.put("feed", address(SitePath.FEED).toString());
        model.put("search", address(SitePath.SEARCH).toString());
        // The policy lets a form lead to the server that shows the page, whatever name it was asked by.
        model.put("ask", root() + SitePath.SEARCH);
        model.put("accessibility", address(SitePath.ACCESSIBILITY).toString());
        model.put("emblem", theme.emblemPath().map(e -> root() + e).orElse(""));
        model.put("menu", menu(this::addressText, ""));
    }

    /** The crumbs of a page below a category. */
    List<Map<String, Object>> crumbs(String path, List<SiteIndex.Category> way) {
        return way.stream()
                .map(c -> Map.<String, Object>of(
                        "label", Spelling.line(c.label()), "href", SitePath.link(path, SitePath.category(c.id()))))
                .toList();
    }
}
