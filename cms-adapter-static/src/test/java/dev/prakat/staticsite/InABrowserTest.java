package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every type of page in a real browser, at three widths, in light and dark, in both languages. */
@ExtendWith(OneBrowser.class)
@Tag("one-jdk")
final class InABrowserTest {

    private static final int[] WIDTHS = {320, 768, 1280};

    /** Times whose text lies on more than one line, unless it alone is wider than what it stands in. */
    private static final String BROKEN_DATES = """
            return [...document.querySelectorAll('time')].filter(t => t.getClientRects().length > 1)
                .map(t => t.textContent);
            """;

    /** Whether a word that browsers do not find in their dictionary lies on one line, wherever it stands. */
    private static final String BROKEN_WORDS = """
            const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let text = walker.nextNode(); text; text = walker.nextNode())
                for (const word of text.data.matchAll(/ข่าวสาร\\u2060?ฯ/g)) {
                    const range = new Range();
                    range.setStart(text, word.index);
                    range.setEnd(text, word.index + word[0].length);
                    found.push([...new Set([...range.getClientRects()].map(r => Math.round(r.top)))].length);
                }
            return found.map(String);
            """;

    private static final String LINES_OF_WORDS = """
            return [...document.querySelectorAll('.whole')].filter(e => e.getClientRects().length)
                .map(e => e.getClientRects().length + ' ' + e.textContent);
            """;

    private static final String CATEGORIES = """
            const box = id => document.getElementById(id).closest('section').getBoundingClientRect();
            const categories = box('categories'), newest = box('newest');
            return [categories.bottom <= newest.top ? 'above'
                : categories.left >= newest.right && categories.top === newest.top ? 'beside' : 'elsewhere'];
            """;

    private static final String MENU_LINES = """
            return [...new Set([...document.querySelectorAll('.menu li')].map(e => Math.round(e.getBoundingClientRect().top)))];
            """;

    /** What a page asked for and did not get, and fonts that could not be read. */
    private static final String NOT_LOADED = """
            return performance.getEntriesByType('resource').filter(r => r.responseStatus !== 200)
                .map(r => r.responseStatus + ' ' + r.name)
                .concat([...document.fonts].filter(f => f.status === 'error').map(f => 'font ' + f.family + ' ' + f.weight));
            """;

    /** What is wider than the window; a frame that scrolls by itself may hold more. */
    private static final String TOO_WIDE = """
            const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
            return wide.concat([...document.querySelectorAll('body *:not(.skip)')]
                .filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth + 0.5)
                .map(e => e.tagName + '.' + e.className));
            """;

    /** Text that its own box cuts off. */
    private static final String CLIPPED = """
            return [...document.querySelectorAll('body *')].filter(e => e.childNodes.length
                && ['hidden', 'clip'].includes(getComputedStyle(e).overflowY) && e.scrollHeight > e.clientHeight + 1
                && !e.closest('thead')).map(e => e.tagName + '.' + e.className);
            """;

    /** What WCAG 1.4.12 lets a reader set. */
    private static final String SPACING = """
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; '
                + 'word-spacing: .16em !important } p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [sheet];
            return [];
            """;

    @TempDir(factory = MemoryFolder.class)
    static Path folder;

    private static Gallery gallery;

    @BeforeAll
    static void aSiteWithEveryPage() {
        gallery = new Gallery(folder);
    }

    @AfterAll
    static void close() {
        gallery.close();
    }

    @Test
    void axeFindsNothingOnAnyPageAtAnyWidthInLightAndDark(Browser browser) {
        List<String> found = new ArrayList<>();
        int looks = 0;
        for (Map.Entry<String, String> page : Gallery.pages().entrySet()) {
            browser.open(gallery.thai.resolve(page.getValue()));
            for (int width : WIDTHS) {
                for (boolean dark : new boolean[] {false, true}) {
                    browser.look(width, dark);
                    add(found, page.getKey() + " " + width + (dark ? " dark" : " light"), browser.axe());
                    looks++;
                }
            }
            browser.open(gallery.english.resolve(page.getValue()));
            browser.look(320, true);
            add(found, "English " + page.getKey(), browser.axe());
        }
        assertThat(found).isEmpty();
        assertThat(looks).isEqualTo(Gallery.pages().size() * WIDTHS.length * 2);
    }

    @Test
    void axeDoesFindWhatIsWrong(Browser browser) {
        browser.open(gallery.thai);
        browser.look(1280, false);
        browser.texts(
                "document.querySelector('h1').style.color = '#eee'; document.documentElement.lang = ''; return []");

        assertThat(browser.axe())
                .anyMatch(v -> v.startsWith("color-contrast"))
                .anyMatch(v -> v.startsWith("html-has-lang"));
    }

    @Test
    void noPageIsWiderThanItsWindowAndNoDateBreaks(Browser browser) {
        List<String> found = new ArrayList<>();
        everyPage((name, address) -> {
            browser.open(address);
            for (int width : WIDTHS) {
                browser.look(width, false);
                add(found, name + " " + width + " wide", browser.texts(TOO_WIDE));
                add(found, name + " " + width + " date", browser.texts(BROKEN_DATES));
                assertThat(browser.texts(MENU_LINES))
                        .as(name + " menu at " + width)
                        .hasSize(1);
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void aShortenedNameIsNotBrokenWithinASyllable(Browser browser) {
        browser.open(gallery.thai.resolve("transparency/"));
        for (int width = 320; width <= 1280; width += 40) {
            browser.look(width, false);
            assertThat(browser.texts(BROKEN_WORDS))
                    .as("at " + width)
                    .isNotEmpty()
                    .containsOnly("1");
        }
    }

    @Test
    void ourOwnTextsAreNotBrokenWithinAWord(Browser browser) {
        List<String> found = new ArrayList<>();
        int words = 0;
        for (String path : List.of("", "c/", "transparency/", "accessibility/", "search/", "410.html")) {
            browser.open(gallery.thai.resolve(path));
            for (int width = 320; width <= 560; width += 40) {
                browser.look(width, false);
                List<String> lines = browser.texts(LINES_OF_WORDS);
                words += lines.size();
                lines.removeIf(line -> line.startsWith("1 "));
                add(found, path + " " + width, lines);
            }
        }
        assertThat(found).isEmpty();
        assertThat(words).isGreaterThan(100);
    }

    @Test
    void onAPhoneCategoriesStandBeforeTheNewestAndBesideThemWhereThereIsRoom(Browser browser) {
        for (String path : List.of("", "c/procurement/")) {
            browser.open(gallery.thai.resolve(path));
            for (int width : WIDTHS) {
                browser.look(width, false);
                assertThat(browser.texts(CATEGORIES))
                        .as(path + " at " + width)
                        .containsExactly(width < 1000 ? "above" : "beside");
            }
        }
    }

    @Test
    void aReaderMaySpaceTheTextAndNothingIsCutOff(Browser browser) {
        List<String> found = new ArrayList<>();
        everyPage((name, address) -> {
            browser.open(address);
            browser.look(320, false);
            browser.texts(SPACING);
            add(found, name + " wide", browser.texts(TOO_WIDE));
            add(found, name + " cut", browser.texts(CLIPPED));
        });
        assertThat(found).isEmpty();
    }

    @Test
    void noPageBreaksItsPolicyOrAsksAnotherServer(Browser browser) {
        List<String> found = new ArrayList<>();
        everyPage((name, address) -> {
            browser.open(address);
            browser.look(1280, false);
            // A page that is not there or gone says so of itself in the console too.
            List<String> problems = new ArrayList<>(browser.problems());
            problems.removeIf(p -> p.startsWith(address + " - ") && p.contains("responded with a status of 4"));
            add(found, name, problems);
            String own = address.getScheme() + "://" + address.getAuthority() + "/";
            List<String> loaded = browser.texts("return performance.getEntriesByType('resource').map(r => r.name)");
            assertThat(loaded)
                    .as(name)
                    .anyMatch(r -> r.endsWith(".css"))
                    .anyMatch(r -> r.endsWith(".woff2"))
                    .allMatch(r -> r.startsWith(own));
            add(found, name, browser.texts(NOT_LOADED));
        });
        assertThat(found).isEmpty();
    }

    @Test
    void aFontThatIsNotThereIsNoticed(Browser browser) {
        browser.open(gallery.thai);
        browser.later("""
                const done = arguments[0], font = new FontFace('Lost', 'url(/_a/lost.woff2)');
                document.fonts.add(font);
                font.load().catch(() => {}).finally(() => done([]));
                """);

        assertThat(browser.texts(NOT_LOADED))
                .anyMatch(lost -> lost.startsWith("404 ") && lost.endsWith("/_a/lost.woff2"))
                .anyMatch(lost -> lost.startsWith("font Lost "));
    }

    @Test
    void everyPageReadsTheSameWithoutScripts(Browser browser) {
        browser.scripts(false);
        try {
            browser.open(
                    URI.create("data:text/html,%3Ctitle%3Ea%3C/title%3E%3Cscript%3Edocument.title='b'%3C/script%3E"));
            assertThat(browser.texts("return [document.title]")).containsExactly("a");
        } finally {
            browser.scripts(true);
        }
        String read = "return [document.body.innerText, getComputedStyle(document.body).fontFamily]";
        everyPage((name, address) -> {
            if (address.getPath().equals("/search/")) {
                return; // SearchInABrowserTest says what it shows without
            }
            browser.open(address);
            List<String> with = browser.texts(read);
            browser.scripts(false);
            try {
                browser.open(address);
                assertThat(browser.texts(read)).as(name).isEqualTo(with);
            } finally {
                browser.scripts(true);
            }
            assertThat(with.get(0)).as(name).hasSizeGreaterThan(100);
            assertThat(with.get(1)).as(name).startsWith("Sarabun");
        });
    }

    @Test
    void theFirstTabSkipsToTheContentAndTheFocusIsSeen(Browser browser) {
        everyPage((name, address) -> {
            browser.open(address);
            browser.look(320, false);
            assertThat(browser.afterTab()).as(name).containsExactly("skip", "#main", "seen");
        });
    }

    private interface Look {
        void at(String name, URI address);
    }

    private static void everyPage(Look look) {
        Gallery.pages().forEach((name, path) -> {
            look.at(name, gallery.thai.resolve(path));
            look.at("English " + name, gallery.english.resolve(path));
        });
    }

    private static void add(List<String> found, String where, List<String> what) {
        what.forEach(w -> found.add(where + ": " + w));
    }
}
