package dev.prakat.staticsite;

import dev.prakat.spi.Marker;
import dev.prakat.spi.Notice;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.SiteView;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A page of every type, full and bare, as a theme renders it: what a theme is tried on before it is used. Everything in them is
 * invented, and every text is one that would like to be run. One thread.
 */
final class ThemeSamples {

    private static final URI BASE = URI.create("https://www.example.go.th/office/");
    private static final URI OTHER = URI.create("https://www.example.go.th/other/");
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String FULL = "261122-sample-full";
    private static final String BARE = "261122-sample-bare";
    private static final BuddhistMonth MONTH = new BuddhistMonth(2569, 11);
    private static final String TOP = "law";
    private static final String BELOW = "law-guidelines";
    private static final Notice NOTICE =
            new Notice(wild("ชื่อเดิม"), wild("นำลงแล้ว"), wild("เหตุผล"), wild("ช่วงเวลา"), wild("ติดต่อ"));

    private final Locale language;
    private final boolean full;
    private final boolean preview;
    private final PageFrame frame;
    private final List<ThemeSample> all = new ArrayList<>();

    private ThemeSamples(Theme theme, Locale language, boolean full) {
        this.language = language;
        this.full = full;
        this.preview = full && language.equals(Locale.ENGLISH);
        Look look = new Look(language, null, full ? OTHER : null, full, preview);
        SiteSettings settings =
                new SiteSettings(Path.of("site"), Path.of("site-state"), BASE, false, false, Duration.ZERO, look, null);
        this.frame = new PageFrame(settings, theme, theme.texts(language), view());
    }

    /** All of them, in both languages. */
    static List<ThemeSample> of(Theme theme) {
        List<ThemeSample> all = new ArrayList<>();
        for (Locale language : List.of(Locale.forLanguageTag("th"), Locale.ENGLISH)) {
            for (boolean full : new boolean[] {true, false}) {
                ThemeSamples samples = new ThemeSamples(theme, language, full);
                samples.items();
                samples.lists();
                samples.info();
                all.addAll(samples.all);
            }
        }
        return all;
    }

    /** A text that is only a text. */
    static String wild(String text) {
        return "javascript:alert(1) <b onclick=\"x\" style='x'>" + text + "</b> & {{{agency}}}";
    }

    private SiteView view() {
        if (!full) {
            return new SiteView(wild("หน่วยงาน"), "", List.of(), List.of());
        }
        PrintedInstant updated =
                new PrintedInstant(Instant.parse("2026-11-22T02:00:00Z"), "วันปรับปรุง", "day of update");
        return new SiteView(
                wild("หน่วยงาน"),
                wild("Office"),
                List.of(
                        new SiteView.CategoryView(TOP, null, wild("กฎหมาย"), updated, wild("ผู้ปรับปรุง")),
                        new SiteView.CategoryView(BELOW, TOP, wild("แนวทาง"), updated, wild("ผู้ปรับปรุง")),
                        new SiteView.CategoryView("empty", null, wild("ว่าง"), null)),
                List.of(new SiteView.MatrixRow(
                        BELOW, List.of(new SiteView.DutyCell(wild("หน้าที่"), wild("Duty"), wild("กองหนึ่ง"))))));
    }

    private ItemState item() {
        ItemState.Printed published = new ItemState.Printed("2026-11-22T02:00:00Z", wild("วันเผยแพร่"));
        ItemState.Printed made = new ItemState.Printed("2026-11-21T02:00:00Z", wild("วันจัดทำ"));
        ItemState.Text text = full
                ? new ItemState.Text(
                        wild("ชื่อเรื่อง"),
                        wild("สรุป"),
                        List.of(wild("หน่วยหนึ่ง"), wild("หน่วยสอง")),
                        wild("หมายเหตุ"),
                        "https://www.example.go.th/more?a=1&b=2",
                        "th",
                        published,
                        new ItemState.Printed("2126-11-22T02:00:00Z", wild("วันสิ้นสุด")),
                        List.of(file(1), file(2)),
                        2,
                        HASH,
                        List.of(new ItemState.Made(2, made), new ItemState.Made(1, made)))
                : new ItemState.Text(
                        wild("A title"),
                        "",
                        List.of(),
                        null,
                        null,
                        "en",
                        published,
                        null,
                        List.of(),
                        1,
                        HASH,
                        List.of());
        List<ItemState.Step> way =
                List.of(new ItemState.Step(TOP, wild("กฎหมาย")), new ItemState.Step(BELOW, wild("แนวทาง")));
        return ItemState.shown(full ? FULL : BARE, full ? way : way.subList(0, 1), text);
    }

    private static ItemState.Attached file(int number) {
        String path = SitePath.folder(FULL) + "f/" + number + "-01234567.pdf";
        return new ItemState.Attached(path, wild("แฟ้ม" + number + ".pdf"), "application/pdf", 2048, HASH);
    }

    private void items() {
        ItemState item = item();
        ItemState.Text text = Objects.requireNonNull(item.text());
        ItemPages pages = new ItemPages(frame);
        String body = "<p>เนื้อหา<strong>ตัวอย่าง</strong></p><table><tr><td>ช่อง</td></tr></table>";
        content("an item", () -> pages.content(item, text, body, null), text).mark(item.marker());
        ItemState withdrawn = new ItemState(
                item.item(), "", 0, ItemState.Shown.WITHDRAWN, item.path(), text, null, NOTICE, null, new TreeMap<>());
        noticed(content("a withdrawn item", () -> pages.content(withdrawn, text, body, NOTICE), text))
                .mark(withdrawn.marker());
        ThemeSample gone = noticed(
                        page("notice", "the notice after a take-down", () -> pages.notice(item, NOTICE, full)))
                .link("the home page", BASE.toString())
                .mark(new Marker(item.item(), Marker.State.GONE, null));
        if (full) {
            gone.text("the former title", wild("ชื่อเดิม")).text("the period of publication", wild("ช่วงเวลา"));
        }
    }

    private ThemeSample content(String what, Supplier<byte[]> made, ItemState.Text text) {
        ThemeSample page = page("item", what, made)
                .text("the title", text.title())
                .text("the body", "เนื้อหาตัวอย่าง")
                .text("the date of publication", text.published().text());
        text.units().forEach(unit -> page.text("a unit", unit));
        if (text.expires() != null && text.remark() != null) {
            page.text("the end of publication", text.expires().text()).text("the remark", text.remark());
        }
        text.files()
                .forEach(file -> page.text("the name of an attachment", file.name())
                        .link("an attachment", SitePath.link(SitePath.page(FULL), file.path())));
        return page;
    }

    private static ThemeSample noticed(ThemeSample page) {
        return page.text("the heading of the notice", NOTICE.heading())
                .text("the text of the notice", NOTICE.text())
                .text("the contact of the notice", NOTICE.contact())
                .hide();
    }

    private void lists() {
        ItemState item = item();
        SiteLists lists = new SiteLists(new Nothing());
        Named named = new Named(new TreeMap<>());
        if (full) {
            lists.move(item.item(), Optional.empty(), Listed.of(item));
            named.update(Set.of(TOP, BELOW), lists, id -> item);
            lists.leaves(TOP, MONTH, List.of(new Leaf(MONTH, 1, 31, "")));
        }
        SiteIndex index = new SiteIndex(lists, id -> item, named.all(), frame.site());
        ListPages pages = new ListPages(frame, index);
        SiteIndex.Category category =
                full ? index.category(TOP).orElseThrow() : new SiteIndex.Category(TOP, null, wild("กฎหมาย"), null);
        ThemeSample home = page("home", "the home page", pages::home);
        String path = SitePath.category(TOP);
        ThemeSample list = page("category", "a category", () -> pages.category(category));
        if (!full) {
            return;
        }
        listing(home, SitePath.HOME, item).link("a category", "c/law/index.html");
        String month = SitePath.month(TOP, MONTH);
        listing(list, path, item)
                .link("a category below", SitePath.link(path, SitePath.category(BELOW)))
                .link("a month", SitePath.link(path, month));
        Leaf leaf = new Leaf(MONTH, 1, 31, "");
        listing(page("month", "a month", () -> pages.leaf(category, leaf)), month, item);
        page("parts", "a year", () -> pages.year(category, 2569))
                .text("the name of the category", category.label())
                .link("a month", SitePath.link(SitePath.year(TOP, 2569), month));
    }

    private static ThemeSample listing(ThemeSample page, String path, ItemState item) {
        return page.text("the title of an entry", wild("ชื่อเรื่อง"))
                .text("the date of an entry", wild("วันเผยแพร่"))
                .link("the item of an entry", SitePath.link(path, SitePath.page(item.item())))
                .listing(item.item());
    }

    private void info() {
        List<SiteIndex.Category> withPage = full
                ? List.of(
                        new SiteIndex.Category(TOP, null, wild("กฎหมาย"), null),
                        new SiteIndex.Category(BELOW, TOP, wild("แนวทาง"), null))
                : List.of();
        InfoPages pages = new InfoPages(frame, withPage);
        Texts texts = frame.texts();
        ThemeSample categories = page("categories", "all categories", pages::categories);
        ThemeSample transparency = page("transparency", "who answers for what", pages::transparency);
        ThemeSample search = page("search", "search", pages::search)
                .text("the text for readers without scripts", texts.get("searchOff"));
        page("accessibility", "accessibility", pages::accessibility)
                .text("the lead on accessibility", texts.get("accessibilityLead"));
        page("not-found", "the page for what is not there", pages::notFound)
                .text("the text on what is not there", texts.get("notFoundText"))
                .link("the home page", BASE.toString())
                .hide();
        if (full) {
            tree(categories).link("a category", "../c/law/index.html");
            tree(transparency)
                    .text("who holds a duty", wild("กองหนึ่ง"))
                    .text("who updated a category", wild("ผู้ปรับปรุง"))
                    .link("a category", "../c/law-guidelines/index.html");
            search.link("a category", "../c/law/index.html");
        }
    }

    private static ThemeSample tree(ThemeSample page) {
        return page.text("the name of a category", wild("กฎหมาย"))
                .text("the name of a category below", wild("แนวทาง"))
                .text("the name of an empty category", wild("ว่าง"));
    }

    /** Begins a page with what every page must have. */
    private ThemeSample page(String template, String what, Supplier<byte[]> made) {
        String described = what + (full ? " with everything, " : " with as little as can be, ") + language;
        ThemeSample page = new ThemeSample(template, described, made)
                .text("the agency's name", frame.agency())
                .text("the words of the link to the content", frame.texts().get("skip"));
        if (full) {
            page.text(
                    "the words of the link to the other language", frame.texts().get("otherLanguage"));
        }
        if (preview) {
            page.text("the words on every preview", frame.texts().get("preview"))
                    .hide();
        }
        all.add(page);
        return page;
    }

    /** Lists that are kept nowhere. */
    private static final class Nothing implements SiteLists.Source {
        @Override
        public <T> Optional<T> shard(String name, Class<T> type) throws IOException {
            return Optional.empty();
        }
    }
}
