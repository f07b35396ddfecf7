package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every page promises to people and to browsers. */
final class PagesTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final PublishableItem ITEM = SampleItems.item("261122-pages01");
    private static final PublishableItem GONE = SampleItems.item("261122-pages02");
    private static final PublishableItem WITHDRAWN = SampleItems.item("261122-pages03");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Site site;

    @BeforeEach
    void oneOfEachKind() {
        site = new Site(folder);
        site.publish(ITEM, 1);
        site.publish(GONE, 1);
        site.publish(WITHDRAWN, 1);
        site.takeDown(GONE, TakeDownKind.GONE, 2, List.of());
        site.takeDown(WITHDRAWN, TakeDownKind.WITHDRAWN, 2, List.of());
    }

    @Test
    void noLinkIsDeadAndEveryLinkOpensWithoutAServer() {
        List<String> dead = new ArrayList<>();
        pages().forEach((path, html) -> {
            Matcher link = LINK.matcher(html);
            while (link.find()) {
                String href = link.group(1);
                boolean outside = href.startsWith("#")
                        || href.startsWith("https://")
                        || href.startsWith("/")
                        || href.startsWith("data:image/");
                Path target = site.docroot.resolve(path).resolveSibling(href).normalize();
                if (!outside && !Files.isRegularFile(target)) {
                    dead.add(path + " -> " + href);
                }
            }
        });
        assertThat(dead).isEmpty();
    }

    @Test
    void onlyPagesThatAServerShowsElsewhereLinkFromTheRoot() {
        pages().forEach((path, html) -> {
            if (!path.equals("404.html") && !path.equals("410.html") && !html.contains(":gone\"")) {
                assertThat(html).as(path).doesNotContain("href=\"/");
            }
        });
    }

    @Test
    void everyPageButTheOneForSearchingHasABoxThatLeadsThere() {
        pages().forEach((path, html) -> {
            Elements boxes = Jsoup.parse(html).select("header form.ask");
            boolean anywhere = path.equals("404.html") || path.equals("410.html") || html.contains(":gone\"");
            String there = anywhere ? "/search/index.html" : SitePath.link(path, SitePath.SEARCH);
            assertThat(boxes.eachAttr("action"))
                    .as(path)
                    .isEqualTo(path.equals(SitePath.SEARCH) ? List.of() : List.of(there));
            assertThat(boxes.select("input[name=q]")).as(path).hasSameSizeAs(boxes);
        });
    }

    @Test
    void theFirstAttachmentsStandAboveTheTextAndAllOfThemBelow() {
        List<AttachmentContent> files = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> SampleItems.attachment("261122-pages09", number))
                .toList();
        site.publish(SampleItems.item("261122-pages09", 1, "ประกาศที่มีเอกสารแนบมาก", files), 1);
        Document page = Jsoup.parse(site.text("d/261122-pages09/index.html"));

        List<String> all = page.select("main .files a[download]").eachAttr("href");
        assertThat(all).hasSize(5);
        assertThat(page.select(".item-head .papers a[download]").eachAttr("href"))
                .isEqualTo(all.subList(0, 3));
        assertThat(page.select(".item-head .papers a[href=#attachments]").text())
                .isEqualTo("5 ไฟล์ พร้อมรหัสตรวจสอบ");
        site.publish(SampleItems.item("261122-pages10", 1, "ประกาศที่ไม่มีเอกสารแนบ", List.of()), 1);
        assertThat(site.text("d/261122-pages10/index.html")).doesNotContain("class=\"papers");
    }

    @Test
    void everyPageForbidsEverythingThatItDoesNotNeed() {
        pages().forEach((path, html) -> {
            boolean search = path.equals(SitePath.SEARCH);
            assertThat(html)
                    .as(path)
                    .contains("<html lang=\"th\">", "default-src 'none'", "base-uri 'none'")
                    .contains("form-action 'self'")
                    .contains("<a class=\"skip\" href=\"#main\">", "id=\"main\"", "<h1", "<title>")
                    .doesNotContain("<style", " style=", " onclick", "javascript:");
            assertThat(html.split("<script", -1)).as(path).hasSize(search ? 2 : 1);
            assertThat(html.contains("script-src")).as(path).isEqualTo(search);
        });
        assertThat(site.text(SitePath.SEARCH))
                .containsPattern("<script src=\"\\.\\./_a/search\\.[0-9a-f]{12}\\.js\" defer></script>");
    }

    @Test
    void anItemShowsWhoAnswersAndUntilWhen() {
        assertThat(site.text("d/" + ITEM.id() + "/index.html"))
                .contains(
                        ITEM.title(),
                        ITEM.summary(),
                        ITEM.bodyHtml(),
                        "กองตัวอย่าง",
                        "22 พฤศจิกายน 2569",
                        "1 มกราคม 2670")
                .contains("unavailable_after: 2126-12-31T17:00:00Z", "เอกสารแนบ ฉบับที่ 1.pdf", "PDF")
                .contains(
                        ITEM.attachments().get(0).sha256(),
                        "prakat:1:" + ITEM.id() + ":present:" + ITEM.revisionHash());
    }

    @Test
    void theNoticeSaysWhatWasHereAndIsNotIndexed() {
        assertThat(site.text("d/" + GONE.id() + "/index.html").replace('\u00A0', ' '))
                .contains(GONE.title(), "สิ้นสุดระยะเวลาเผยแพร่", "31 ธันวาคม 2669", "noindex", ":gone\"")
                .doesNotContain(GONE.bodyHtml(), GONE.revisionHash());
        assertThat(site.text("d/" + GONE.id() + "/.gone")).isEqualTo("prakat:1:" + GONE.id() + ":gone\n");
    }

    @Test
    void aWithdrawnItemStaysReadableUnderABanner() {
        assertThat(site.text("d/" + WITHDRAWN.id() + "/index.html"))
                .contains(
                        WITHDRAWN.bodyHtml(), "class=\"banner\"", "noindex", ":withdrawn:" + WITHDRAWN.revisionHash());
        assertThat(site.text("index.html")).doesNotContain(WITHDRAWN.title()).contains(ITEM.title());
    }

    @Test
    void aHostileTextIsText() {
        String attack = "\"><script>alert(1)</script>{{{agency}}}' onload='x";
        PublishableItem hostile =
                Site.linking(SampleItems.item("261122-pages04", 1, attack), URI.create("javascript:alert(1)"));
        site.publish(hostile, 1);

        pages().forEach((path, html) ->
                assertThat(html).as(path).doesNotContain("<script>", "onload='", "javascript:"));
        assertThat(site.text("d/261122-pages04/index.html")).contains("&lt;script&gt;", "{{{agency}}}");
    }

    @Test
    void aTextCannotForgeTheMarkOfAnotherItem() {
        String forged = "data-prakat=\"prakat:1:261122-victim1:present:" + "0".repeat(64) + "\"";
        PublishableItem liar =
                Site.body(SampleItems.item("261122-pages05", 1, "<li " + forged), "<p>&lt;li " + forged + "</p>");
        site.publish(liar, 1);

        assertThat(Marks.inList(site.text("index.html"), "261122-victim1")).isEmpty();
        assertThat(Marks.inList(site.text("feed.atom"), "261122-victim1")).isEmpty();
        assertThat(Marks.ofPage(site.text("d/261122-pages05/index.html"), "261122-victim1"))
                .isEmpty();
        assertThat(Marks.inList(site.text("index.html"), "261122-pages05")).isPresent();
    }

    @Test
    void aSiteCanSpeakEnglish() {
        StaticSiteTarget english = StaticSiteTarget.builder(folder.resolve("en"), Site.BASE)
                .language(Locale.ENGLISH)
                .build();
        english.publish(SampleItems.publish(ITEM, 1, site.recorder));

        assertThat(Tree.text(folder.resolve("en/index.html"))).contains("<html lang=\"en\">", "Latest announcements");
        assertThat(Tree.text(folder.resolve("en/c/news/index.html"))).contains("November 2569");
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(Texts.of(Locale.ENGLISH).all().keySet())
                .isEqualTo(Texts.of(Locale.forLanguageTag("th")).all().keySet());
    }

    private Map<String, String> pages() {
        Map<String, String> pages = site.tree();
        pages.keySet().removeIf(path -> !path.endsWith(".html"));
        assertThat(pages).hasSizeGreaterThan(6);
        return pages;
    }
}
