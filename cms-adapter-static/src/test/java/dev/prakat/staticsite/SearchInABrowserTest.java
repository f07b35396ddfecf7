package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page on which readers search. */
@ExtendWith(OneBrowser.class)
@Tag("one-jdk")
final class SearchInABrowserTest {

    private static final String STATE = """
            const area = document.getElementById('search-found');
            return [area.dataset.state || '', document.getElementById('search-status').textContent];
            """;

    private static final String RESULTS =
            "return [...document.querySelectorAll('#search-found li')].map(e => e.innerText)";

    /** The box in the head of every other page. */
    private static final String HEAD = ".ask input";

    private static final String MARKED = "return [...document.querySelectorAll('mark')].map(e => e.textContent)";

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Site site;
    private StaticSiteServer server;
    private URI page;

    @BeforeEach
    void aSite() {
        server = StaticSiteServer.start(folder.resolve("site"), 0);
        site = new Site(folder, server.address());
        page = server.address().resolve("search/");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void bothSidesAgreeOnEveryExample(Browser browser) {
        site.publish(SampleItems.item(id(1)), 1);
        browser.open(page);

        SearchExamples.PLAIN.forEach(
                (text, plain) -> assertThat(browser.later("arguments[1]([prakatSearch.plain(arguments[0])])", text))
                        .as(text)
                        .containsExactly(plain));
        SearchExamples.MATCHES.forEach(m -> assertThat(browser.later(
                        "arguments[2]([prakatSearch.matches(arguments[0], arguments[1])])", m.text(), m.typed()))
                .as(m.toString())
                .containsExactly(Boolean.toString(m.found())));
    }

    @Test
    void aReaderTypesAndSeesTitleDateCategoryAndTheMatchMarked(Browser browser) {
        site.publish(
                Site.body(
                        SampleItems.item(id(1), 1, "ประกาศน้ำประปา ปี ๒๕๗๐"),
                        "<p>" + "ก ".repeat(200) + "ท่อเมนแตก</p>"),
                1);
        browser.open(page);
        browser.enter("#search-query", "2570");

        assertThat(browser.texts(STATE)).containsExactly("done", "พบ 1 รายการที่มีข้อความ “2570”");
        assertThat(browser.texts(RESULTS))
                .singleElement()
                .asString()
                .contains("ประกาศน้ำประปา ปี ๒๕๗๐", "22 พฤศจิกายน 2569", "ประกาศทั่วไป");
        assertThat(browser.texts(MARKED)).containsExactly("๒๕๗๐");
        assertThat(browser.texts("return [location.search, document.title, document.activeElement.id]"))
                .containsExactly("?q=2570", "2570 – ค้นหา – สำนักงานตัวอย่าง", "search-query");

        browser.enter("#search-query", "เมน");
        assertThat(browser.texts(MARKED)).containsExactly("เมน");
        assertThat(
                        browser.texts(
                                "return [...document.querySelectorAll('#search-texts .entry-summary')].map(e => e.textContent)"))
                .singleElement()
                .asString()
                .startsWith("…")
                .endsWith("ท่อเมนแตก")
                .hasSizeLessThan(100);
        browser.texts("history.back(); return []");
        browser.later(
                "const done = arguments[0]; const look = () => document.querySelector('mark')?.textContent === '๒๕๗๐'"
                        + " ? done([]) : setTimeout(look, 5); look()");
        browser.open(URI.create(page + "?q=%E0%B8%99%E0%B8%B3%E0%B9%89"));
        assertThat(browser.texts(STATE)).element(0).isEqualTo("none");
        browser.open(URI.create(page + "?q=%E0%B8%99%E0%B9%89%E0%B8%B3"));
        assertThat(browser.texts(MARKED)).containsExactly("น้ำ");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void aMarkNeverTearsALetterFromItsMarks(Browser browser) {
        site.publish(SampleItems.item(id(1), 1, "ที่นี่ น\u0E4D\u0E49\u0E32ใส"), 1);
        browser.open(page);
        browser.enter("#search-query", "ท");
        assertThat(browser.texts(MARKED)).startsWith("ที่");
        browser.enter("#search-query", "\u0E48นี");
        assertThat(browser.texts(MARKED)).containsExactly("ที่นี่");
        browser.enter("#search-query", "น้ำ");
        assertThat(browser.texts(MARKED)).containsExactly("น\u0E4D\u0E49\u0E32");
    }

    @Test
    void whatWasTakenDownIsNotFoundAnyMore(Browser browser) {
        PublishableItem item = SampleItems.item(id(1), 1, "เรื่องที่ต้องนำลง");
        site.publish(item, 1);
        browser.open(URI.create(page + "?q=%E0%B8%99%E0%B8%B3%E0%B8%A5%E0%B8%87"));
        assertThat(browser.texts(STATE)).element(0).isEqualTo("done");
        site.takeDown(item, TakeDownKind.VANISH, 2, List.of());
        browser.open(URI.create(page + "?q=%E0%B8%99%E0%B8%B3%E0%B8%A5%E0%B8%87"));
        assertThat(browser.texts(STATE)).element(0).isEqualTo("none");
    }

    @Test
    void manyResultsComeInStepsAndTheFocusGoesOn(Browser browser) {
        for (int i = 0; i < 120; i++) {
            PublishableItem item = SampleItems.item(id(i), 1, "ประกาศลำดับที่ " + i);
            site.publish(Site.published(item, SampleItems.NOW.minus(Duration.ofDays(i * 9L))), 1);
        }
        browser.open(page);
        browser.enter("#search-query", "ลำดับ");
        assertThat(browser.texts(STATE))
                .containsExactly("paused", "พบแล้ว 50 รายการที่มีข้อความ “ลำดับ” แต่ยังค้นไม่ครบทุกเรื่อง");
        assertThat(browser.axe()).isEmpty();
        List<String> first = browser.texts(RESULTS);
        assertThat(first).hasSize(50);
        assertThat(first.get(0)).startsWith("ประกาศลำดับที่ 0\n");

        browser.press("#search-more");
        assertThat(browser.texts("return [document.activeElement.textContent]")).containsExactly("ประกาศลำดับที่ 50");
        assertThat(browser.texts(RESULTS))
                .as("a step ends with a part")
                .hasSizeBetween(100, 110)
                .startsWith(first.toArray(new String[0]));
        browser.press("#search-more");
        assertThat(browser.texts(STATE)).containsExactly("done", "พบ 120 รายการที่มีข้อความ “ลำดับ”");
        assertThat(browser.texts("return [String(document.getElementById('search-more').hidden)]"))
                .containsExactly("true");
    }

    @Test
    void aNewQueryEndsTheOneBefore(Browser browser) {
        site.publish(SampleItems.item(id(1), 1, "เรื่องแรก"), 1);
        site.publish(SampleItems.item(id(2), 1, "เรื่องหลัง"), 1);
        browser.open(page);
        browser.texts("""
                const input = document.getElementById('search-query'), form = document.getElementById('search-form');
                for (const typed of ['เรื่อง', 'แรก', 'หลัง']) { input.value = typed; form.requestSubmit(); }
                return [];
                """);
        browser.settle();

        assertThat(browser.texts(RESULTS)).singleElement().asString().startsWith("เรื่องหลัง");
        assertThat(browser.texts(STATE)).containsExactly("done", "พบ 1 รายการที่มีข้อความ “หลัง”");
        browser.texts(
                "document.getElementById('search-query').value = ''; document.getElementById('search-form').requestSubmit(); return []");
        assertThat(browser.texts(STATE)).containsExactly("", "");
        assertThat(browser.texts(RESULTS)).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerIsToldInWords(Browser browser) {
        site.publish(SampleItems.item(id(1)), 1);
        browser.open(page);
        server.close();
        browser.enter("#search-query", "ประกาศ");

        assertThat(browser.texts(STATE)).element(0).isEqualTo("failed");
        assertThat(browser.texts(STATE)).element(1).asString().startsWith("ค้นหาไม่สำเร็จ");
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void aPartThatWasPartedAnewMeanwhileIsLookedForAgain(Browser browser) {
        site.publish(SampleItems.item(id(1), 1, "เรื่องเดียว"), 1);
        browser.open(page);
        browser.texts("""
                const real = window.fetch;
                window.lost = 0;
                window.fetch = (address, more) => String(address).endsWith('/text-2569-11.json') && window.lost++ === 0
                    ? Promise.resolve(new Response('', {status: 404})) : real(address, more);
                return [];
                """);
        browser.enter("#search-query", "เรื่อง");

        assertThat(browser.texts("return [String(window.lost)]")).containsExactly("2");
        assertThat(browser.texts(STATE)).containsExactly("done", "พบ 1 รายการที่มีข้อความ “เรื่อง”");
        assertThat(browser.texts(RESULTS)).hasSize(1);
    }

    @Test
    void withoutScriptsThePageSaysSoAndLeadsToTheCategories(Browser browser) {
        site.publish(SampleItems.item(id(1)), 1);
        browser.scripts(false);
        try {
            browser.open(page);
            String read = browser.texts("return [document.body.innerText]").get(0);
            assertThat(read)
                    .contains("การค้นหาต้องใช้ JavaScript", "ข่าวและประกาศ", "หมวดหมู่ข้อมูลทั้งหมด")
                    .doesNotContain("คำหรือข้อความ");
            assertThat(browser.texts(
                            "return [...document.querySelectorAll('main a')].map(a => a.getAttribute('href'))"))
                    .containsExactly("../c/news/index.html", "../c/index.html");
        } finally {
            browser.scripts(true);
        }
        assertThat(browser.axe())
                .as("the page as it was loaded without scripts")
                .isEmpty();
        browser.open(page);
        assertThat(browser.texts("return [document.querySelector('main').innerText]")
                        .get(0))
                .doesNotContain("ต้องใช้ JavaScript")
                .contains("คำหรือข้อความ");
    }

    @Test
    void theBoxInTheHeadOfEveryPageSearches(Browser browser) {
        PublishableItem item = SampleItems.item(id(1), 1, "ค้นจากหัวของหน้า");
        PublishableItem gone = SampleItems.item(id(2), 1, "ค้นจากหน้าที่นำลง");
        site.publish(item, 1);
        site.publish(gone, 1);
        site.takeDown(gone, TakeDownKind.GONE, 2, List.of());
        for (String path : List.of("", "d/" + item.id() + "/", "d/" + gone.id() + "/", "d/nobody/never/was.html")) {
            browser.open(server.address().resolve(path));
            browser.look(768, false);
            browser.enter(HEAD, "ค้นจาก");

            assertThat(browser.texts("return [location.pathname]")).as(path).containsExactly("/search/index.html");
            assertThat(browser.texts(STATE)).as(path).containsExactly("done", "พบ 1 รายการที่มีข้อความ “ค้นจาก”");
            assertThat(browser.texts("return [document.getElementById('search-query').value]"))
                    .containsExactly("ค้นจาก");
            assertThat(browser.problems()).noneMatch(p -> p.contains("policy") || p.contains("Policy"));
        }
        browser.open(server.address());
        for (int width : new int[] {320, 576, 768, 1280}) {
            browser.look(width, false);
            assertThat(browser.texts("return ['.find', '.ask'].filter(e => document.querySelector(e).offsetParent)"))
                    .as("at " + width)
                    .containsExactly(width < 576 ? ".find" : ".ask");
        }
    }

    @Test
    void fromAFolderTheBoxLeadsToThePageThatSaysWhyItCannotSearch(Browser browser) {
        site.publish(SampleItems.item(id(1)), 1);
        browser.open(site.docroot.resolve("index.html").toUri());
        browser.look(1280, false);
        browser.enter(HEAD, "ประกาศ");

        assertThat(browser.texts("return [location.href]"))
                .containsExactly(site.docroot.resolve("search/index.html").toUri()
                        + "?q=%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8");
        assertThat(browser.texts(STATE)).element(0).isEqualTo("failed");
    }

    @Test
    void withoutScriptsTheBoxLeadsToThePageThatSaysSo(Browser browser) {
        site.publish(SampleItems.item(id(1)), 1);
        browser.scripts(false);
        try {
            browser.open(server.address());
            browser.look(1280, false);
            browser.enter(HEAD, "ประกาศ");
            assertThat(browser.texts("return [location.pathname, document.querySelector('main').innerText]"))
                    .satisfiesExactly(
                            path -> assertThat(path).isEqualTo("/search/index.html"),
                            text -> assertThat(text).contains("การค้นหาต้องใช้ JavaScript"));
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void aSiteBelowAPathIsSearchedToo(Browser browser) throws IOException {
        Path root = folder.resolve("server");
        HttpServer plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plain.createContext("/", exchange -> {
            String asked = exchange.getRequestURI().getPath().substring(1);
            Path file = root.resolve(asked.endsWith("/") ? asked + "index.html" : asked);
            byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", MediaTypes.ofPath(file.toString()));
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        plain.start();
        try {
            URI base = URI.create("http://127.0.0.1:" + plain.getAddress().getPort() + "/dept/x/");
            StaticSiteTarget target = StaticSiteTarget.builder(root.resolve("dept/x"), base)
                    .httpProof(false)
                    .build();
            PublishableItem item = SampleItems.item(id(1), 1, "ใต้ทางย่อย");
            target.publish(SampleItems.publish(item, 1, site.recorder));
            browser.open(base.resolve("search/?q=%E0%B8%A2%E0%B9%88%E0%B8%AD%E0%B8%A2"));
            assertThat(browser.texts("return [document.querySelector('#search-found a').href]"))
                    .containsExactly(base + "d/" + item.id() + "/index.html");
            assertThat(browser.problems()).allMatch(p -> p.contains("/favicon.ico"));
            browser.open(base.resolve("d/" + item.id() + "/"));
            browser.look(1280, false);
            browser.enter(HEAD, "ย่อย");
            assertThat(browser.texts("return [location.pathname, document.querySelector('#search-found a').href]"))
                    .containsExactly("/dept/x/search/index.html", base + "d/" + item.id() + "/index.html");
        } finally {
            plain.stop(0);
        }
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "261122-look%04d", number);
    }
}
