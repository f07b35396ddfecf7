package dev.prakat.staticsite;

import dev.prakat.spi.Marker;
import dev.prakat.spi.SiteView;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all pages have: language, names, the way up, the style sheet, the mark. Makes models for templates. */
final class PageFrame {

    /** Stands in every page and feed of ours, so that a stranger's page is never mistaken for one. */
    static final String SITE_MARK = "prakat:site:1";

    private final SiteSettings settings;
    private final Theme theme;
    private final Texts texts;
    private final SiteView site;

    PageFrame(SiteSettings settings, Theme theme, Texts texts, SiteView site) {
        this.settings = settings;
        this.theme = theme;
        this.texts = texts;
        this.site = site;
    }

    Texts texts() {
        return texts;
    }

    URI address(String path) {
        return SitePath.address(settings.base(), path);
    }

    /** The path of the docroot on its server, for a page that is shown at addresses of any depth. */
    String root() {
        return settings.base().getPath();
    }

    byte[] render(String template, Map<String, Object> model) {
        return theme.render(template, model);
    }

    /**
     * The model of a page.
     *
     * @param path where the page stands
     * @param title the title of the page without the agency's name
     * @param marker the item's mark, or null on a page of the whole site
     */
    Map<String, Object> model(String path, String title, @Nullable Marker marker) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("t", texts.all());
        model.put("lang", texts.language().getLanguage());
        model.put("title", title.equals(site.agencyName()) ? title : title + " – " + site.agencyName());
        model.put("agency", site.agencyName());
        model.put("agencyEn", site.agencyNameEn());
        model.put("siteMark", SITE_MARK);
        model.put("marker", marker == null ? "" : marker.text());
        model.put("hidden", marker != null && marker.state() != Marker.State.PRESENT);
        model.put("expiresIso", "");
        model.put("style", SitePath.link(path, theme.stylePath()));
        model.put("styleFromRoot", "");
        model.put("home", SitePath.link(path, SitePath.HOME));
        model.put("homeAddress", settings.base().toString());
        model.put("feed", SitePath.link(path, SitePath.FEED));
        model.put("canonical", address(path).toString());
        model.put("crumbs", List.of());
        return model;
    }

    /** For a page that a server also shows at other addresses: the style sheet by its path from the server's root too. */
    void anywhere(Map<String, Object> model) {
        model.put("styleFromRoot", root() + theme.stylePath());
    }

    /** The crumbs of a page below a category. */
    List<Map<String, Object>> crumbs(String path, List<SiteIndex.Category> way) {
        return way.stream()
                .map(c -> Map.<String, Object>of(
                        "label", c.label(), "href", SitePath.link(path, SitePath.category(c.id()))))
                .toList();
    }
}
