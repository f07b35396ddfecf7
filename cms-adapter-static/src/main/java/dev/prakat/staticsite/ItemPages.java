package dev.prakat.staticsite;

import dev.prakat.spi.Marker;
import dev.prakat.spi.Notice;
import dev.prakat.spi.SiteView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page of an item: with its content, or with the notice that stands in its place. */
final class ItemPages {

    /** How many attachments are named above the text already. */
    private static final int FIRST = 3;

    private final PageFrame frame;
    private final BodyFrame body;

    ItemPages(PageFrame frame) {
        this.frame = frame;
        this.body = new BodyFrame(frame.texts().get("table"));
    }

    /**
     * The page with the content.
     *
     * @param banner the notice to show above the content, or null when the item is not withdrawn
     */
    byte[] content(ItemState item, ItemState.Text text, String bodyHtml, @Nullable Notice banner) {
        String path = SitePath.page(item.item());
        Map<String, Object> model = frame.model(path, text.title(), item.marker());
        ItemState.Printed expires = text.expires();
        model.put("expiresIso", expires == null ? "" : expires.instant());
        model.put("heading", Spelling.line(text.title()));
        model.put("textLang", text.language());
        model.put("summary", Spelling.line(text.summary()));
        model.put("bodyHtml", body.around(bodyHtml));
        model.put("published", dated(text.published()));
        model.put("expires", expires == null ? List.of() : List.of(dated(expires)));
        model.put("units", text.units().stream().map(Spelling::line).toList());
        model.put("hasUnits", !text.units().isEmpty());
        model.put("remark", Spelling.line(Objects.requireNonNullElse(text.remark(), "")));
        model.put("link", web(text.link()));
        model.put("revision", Integer.toString(text.revision()));
        model.put("revisionHash", text.revisionHash());
        List<Map<String, Object>> crumbs = item.path().stream()
                .map(s -> Map.<String, Object>of(
                        "label", Spelling.line(s.label()), "href", SitePath.link(path, SitePath.category(s.id()))))
                .toList();
        model.put("crumbs", crumbs);
        model.put("category", crumbs.get(crumbs.size() - 1));
        List<Map<String, Object>> duties = duties(item.path());
        model.put("duties", duties);
        model.put("hasDuties", !duties.isEmpty());
        model.put("transparencyLink", SitePath.link(path, SitePath.TRANSPARENCY));
        model.put("history", text.history().stream().map(this::made).toList());
        model.put("hasHistory", !text.history().isEmpty());
        List<Map<String, Object>> files =
                text.files().stream().map(f -> attachment(path, f)).toList();
        model.put("attachments", files);
        model.put("firstAttachments", files.subList(0, Math.min(FIRST, files.size())));
        model.put("hasAttachments", !text.files().isEmpty());
        model.put("attachmentCount", count(text.files().size()));
        model.put("banner", banner == null ? List.of() : List.of(banner(banner)));
        return frame.render("item", model);
    }

    /** The notice after a take-down. Shows no title when the kind permits none. */
    byte[] notice(ItemState item, Notice notice, boolean withTitle) {
        String title = withTitle && notice.title() != null ? notice.title() : "";
        Marker marker = new Marker(item.item(), Marker.State.GONE, null);
        Map<String, Object> model =
                frame.model(SitePath.page(item.item()), title.isEmpty() ? notice.heading() : title, marker);
        frame.anywhere(model);
        model.put("formerTitle", Spelling.line(title));
        model.put("heading", notice.heading());
        model.put("text", notice.text());
        model.put("period", withTitle ? Spelling.dates(Objects.requireNonNullElse(notice.period(), "")) : "");
        model.put("contact", notice.contact());
        return frame.render("notice", model);
    }

    /** Who holds which duty for the category, or for the nearest one above it that has a row. */
    private List<Map<String, Object>> duties(List<ItemState.Step> way) {
        for (int i = way.size() - 1; i >= 0; i--) {
            String category = way.get(i).id();
            for (SiteView.MatrixRow row : frame.site().matrix()) {
                if (row.category().equals(category)) {
                    return row.duties().stream().map(this::duty).toList();
                }
            }
        }
        return List.of();
    }

    private Map<String, Object> duty(SiteView.DutyCell cell) {
        return Map.of(
                "label",
                frame.english() ? cell.dutyEn() : cell.duty(),
                "cell",
                cell.cell().isBlank() ? "–" : Spelling.line(cell.cell()));
    }

    private String count(int files) {
        Texts texts = frame.texts();
        return files == 1 ? texts.get("oneFile") : texts.get("files", Integer.toString(files));
    }

    private Map<String, Object> made(ItemState.Made made) {
        return Map.of(
                "label",
                frame.texts().get("revisionNumber", Integer.toString(made.revision())),
                "iso",
                made.when().instant(),
                "text",
                made.when().text());
    }

    private static Map<String, Object> banner(Notice notice) {
        return Map.of("heading", notice.heading(), "text", notice.text(), "contact", notice.contact());
    }

    private static Map<String, Object> dated(ItemState.Printed printed) {
        return Map.of("iso", printed.instant(), "text", printed.text());
    }

    private static Map<String, Object> attachment(String page, ItemState.Attached file) {
        return Map.of(
                "href", SitePath.link(page, file.path()),
                "name", file.name(),
                "mediaType", file.mediaType(),
                "type", MediaTypes.label(file.path()),
                "size", size(file.bytes()),
                "sha256", file.sha256());
    }

    /** A link that leads to the web and to nothing else. */
    private static String web(@Nullable String link) {
        if (link == null) {
            return "";
        }
        String scheme = link.toLowerCase(Locale.ROOT);
        return scheme.startsWith("https://") || scheme.startsWith("http://") ? link : "";
    }

    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024));
    }
}
