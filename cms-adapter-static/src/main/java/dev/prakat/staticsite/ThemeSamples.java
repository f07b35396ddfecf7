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
import org.jspecify.annotations.Nullable;

/**
 * A page of every type, full and bare, as a theme renders it: what a theme is tried on before it is used. Everything in them is
 * invented, and every text is one that would like to be run. Stateless.
 */
final class ThemeSamples {

    /**
     * A page.
     *
     * @param template the template that makes it
     * @param what what is on it, for a finding
     * @param page renders it; throws what the template is to blame for
     * @param texts what a reader must find on it
     * @param links what it must link to
     * @param mark the mark that it must carry, or null for none
     * @param listed the item that it must list, or empty
     * @param hidden whether search engines stay away
     */
    record Sample(
            String template,
            String what,
            Supplier<byte[]> page,
            List<String> texts,
            List<String> links,
            @Nullable Marker mark,
            String listed,
            boolean hidden) {}

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
    private final List<Sample> all = new ArrayList<>();

    private ThemeSamples(Theme theme, Locale language, boolean full) {
        this.language = language;
        this.full = full;
        this.preview = full && language.equals(Locale.ENGLISH);
        Look look = new Look(language, null, full ? OTHER : null, full, preview);
        SiteSettings settings =
                new SiteSettings(Path.of("site"), Path.of("site-state"), BASE, false, false, Duration.ZERO, look);
        this.frame = new PageFrame(settings, theme, theme.texts(language), view());
    }

    /** All of them, in both languages. */
    static List<Sample> of(Theme theme) {
        List<Sample> all = new ArrayList<>();
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
        List<String> texts = new ArrayList<>(
                List.of(text.title(), "เนื้อหาตัวอย่าง", text.published().text()));
        List<String> links = new ArrayList<>();
        texts.addAll(text.units());
        if (text.expires() != null && text.remark() != null) {
            texts.addAll(List.of(text.expires().text(), text.remark()));
        }
        text.files().forEach(file -> {
            texts.add(file.name());
            links.add(SitePath.link(SitePath.page(FULL), file.path()));
        });
        add("item", "an item", () -> pages.content(item, text, body, null), texts, links, item.marker(), "", false);
        ItemState withdrawn = new ItemState(
                item.item(), "", 0, ItemState.Shown.WITHDRAWN, item.path(), text, null, NOTICE, null, new TreeMap<>());
        List<String> under = new ArrayList<>(texts);
        under.addAll(List.of(NOTICE.heading(), NOTICE.text(), NOTICE.contact()));
        add(
                "item",
                "a withdrawn item",
                () -> pages.content(withdrawn, text, body, NOTICE),
                under,
                links,
                withdrawn.marker(),
                "",
                true);
        List<String> gone = new ArrayList<>(List.of(NOTICE.heading(), NOTICE.text(), NOTICE.contact()));
        if (full) {
            gone.addAll(List.of(wild("ชื่อเดิม"), wild("ช่วงเวลา")));
        }
        Marker mark = new Marker(item.item(), Marker.State.GONE, null);
        add(
                "notice",
                "the notice after a take-down",
                () -> pages.notice(item, NOTICE, full),
                gone,
                List.of(BASE.toString()),
                mark,
                "",
                true);
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
        String listed = full ? item.item() : "";
        List<String> entry = full ? List.of(wild("ชื่อเรื่อง"), wild("วันเผยแพร่")) : List.of();
        SiteIndex.Category category =
                full ? index.category(TOP).orElseThrow() : new SiteIndex.Category(TOP, null, wild("กฎหมาย"), null);
        String home = SitePath.link(SitePath.HOME, SitePath.page(item.item()));
        add(
                "home",
                "the home page",
                pages::home,
                entry,
                full ? List.of(home, "c/law/index.html") : List.of(),
                null,
                listed,
                false);
        String path = SitePath.category(TOP);
        List<String> links = full
                ? List.of(
                        SitePath.link(path, SitePath.page(item.item())),
                        SitePath.link(path, SitePath.category(BELOW)),
                        SitePath.link(path, SitePath.month(TOP, MONTH)))
                : List.of();
        add("category", "a category", () -> pages.category(category), entry, links, null, listed, false);
        if (full) {
            Leaf leaf = new Leaf(MONTH, 1, 31, "");
            String month = SitePath.month(TOP, MONTH);
            add(
                    "month",
                    "a month",
                    () -> pages.leaf(category, leaf),
                    entry,
                    List.of(SitePath.link(month, SitePath.page(item.item()))),
                    null,
                    listed,
                    false);
            String year = SitePath.year(TOP, 2569);
            add(
                    "parts",
                    "a year",
                    () -> pages.year(category, 2569),
                    List.of(category.label()),
                    List.of(SitePath.link(year, month)),
                    null,
                    "",
                    false);
        }
    }

    private void info() {
        List<SiteIndex.Category> withPage = full
                ? List.of(
                        new SiteIndex.Category(TOP, null, wild("กฎหมาย"), null),
                        new SiteIndex.Category(BELOW, TOP, wild("แนวทาง"), null))
                : List.of();
        InfoPages pages = new InfoPages(frame, withPage);
        List<String> tree = full ? List.of(wild("กฎหมาย"), wild("แนวทาง"), wild("ว่าง")) : List.of();
        List<String> matrix = new ArrayList<>(tree);
        if (full) {
            matrix.addAll(List.of(wild("กองหนึ่ง"), wild("ผู้ปรับปรุง")));
        }
        Texts texts = frame.texts();
        List<String> up = full ? List.of("../c/law/index.html") : List.of();
        List<String> row = full ? List.of("../c/law-guidelines/index.html") : List.of();
        add("categories", "all categories", pages::categories, tree, up, null, "", false);
        add("transparency", "who answers for what", pages::transparency, matrix, row, null, "", false);
        add("search", "search", pages::search, List.of(texts.get("searchOff")), up, null, "", false);
        add(
                "accessibility",
                "accessibility",
                pages::accessibility,
                List.of(texts.get("accessibilityLead")),
                List.of(),
                null,
                "",
                false);
        add(
                "not-found",
                "the page for what is not there",
                pages::notFound,
                List.of(texts.get("notFoundText")),
                List.of(BASE.toString()),
                null,
                "",
                true);
    }

    private void add(
            String template,
            String what,
            Supplier<byte[]> page,
            List<String> texts,
            List<String> links,
            @Nullable Marker mark,
            String listed,
            boolean hidden) {
        List<String> more = new ArrayList<>(texts);
        more.addAll(List.of(frame.agency(), frame.texts().get("skip")));
        if (full) {
            more.add(frame.texts().get("otherLanguage"));
        }
        if (preview) {
            more.add(frame.texts().get("preview"));
        }
        String described = what + (full ? " with everything, " : " with as little as can be, ") + language;
        all.add(new Sample(template, described, page, more, links, mark, listed, hidden || preview));
    }

    /** Lists that are kept nowhere. */
    private static final class Nothing implements SiteLists.Source {
        @Override
        public <T> Optional<T> shard(String name, Class<T> type) throws IOException {
            return Optional.empty();
        }
    }
}
