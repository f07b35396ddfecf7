package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.staticsite.SearchCorpus.Announcement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** In a real browser, the page finds what looking through every text finds, and nothing else. */
@ExtendWith(OneBrowser.class)
@Tag("one-jdk")
final class SearchRecallTest {

    private static final int ITEMS = Integer.getInteger("prakat.searchItems", 300);
    private static final int QUERIES = Integer.getInteger("prakat.searchQueries", 500);

    /** Searches for each text to the end; for each a line with the keys of the results in order. */
    private static final String SEARCH = """
            const done = arguments[arguments.length - 1], lines = [];
            const area = document.getElementById('search-found');
            history.pushState = () => {};
            (async () => {
                for (const typed of arguments[0]) {
                    document.getElementById('search-query').value = typed;
                    document.getElementById('search-form').requestSubmit();
                    while (area.dataset.state === 'running' || area.dataset.state === 'paused') {
                        if (area.dataset.state === 'paused') document.getElementById('search-more').click();
                        await new Promise(go => setTimeout(go));
                    }
                    lines.push(area.dataset.state + ' ' + [...area.querySelectorAll('h3 a')]
                        .map(a => a.getAttribute('href').split('/')[2]).join(' '));
                }
                done(lines);
            })();
            """;

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void findsEveryItemThatHasTheTextAndNoOther(Browser browser) {
        long seed = Long.getLong("prakat.seed", 2569_1127L);
        SearchCorpus corpus = new SearchCorpus(seed);
        List<Announcement> all = corpus.announcements(ITEMS);
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            typed.add(i % 20 == 19 ? corpus.scrambled() : corpus.cut(all));
        }
        int expected = 0;
        int nowhere = 0;
        try (StaticSiteServer server = StaticSiteServer.start(folder.resolve("site"), 0)) {
            Site site = new Site(folder, server.address());
            all.forEach(one -> site.publish(one.item(), 1));
            assertThat(site.tree().keySet().stream().filter(p -> p.startsWith("search/")))
                    .as("parts, so that more than one is read")
                    .hasSizeGreaterThan(20)
                    .anyMatch(p -> p.startsWith("search/long-"));
            browser.open(server.address().resolve("search/"));
            List<String> lines = browser.later(SEARCH, typed);
            for (int i = 0; i < QUERIES; i++) {
                String query = typed.get(i);
                TreeSet<String> wanted = new TreeSet<>();
                all.stream()
                        .filter(one -> one.has(query))
                        .forEach(one -> wanted.add(one.item().id()));
                List<String> found = List.of(lines.get(i).split(" "));
                String as = "seed " + seed + ", query " + i + " '" + query + "'";
                assertThat(found.get(0)).as(as).isEqualTo(wanted.isEmpty() ? "none" : "done");
                assertThat(found.subList(1, found.size())).as(as).doesNotHaveDuplicates();
                assertThat(new TreeSet<>(found.subList(1, found.size()))).as(as).isEqualTo(wanted);
                all.stream()
                        .filter(one -> one.seen().stream().anyMatch(text -> text.contains(query)))
                        .forEach(one ->
                                assertThat(found).as(as).contains(one.item().id()));
                expected += wanted.size();
                nowhere += wanted.isEmpty() ? 1 : 0;
            }
            assertThat(browser.problems()).allMatch(problem -> problem.contains("/favicon.ico"));
        }
        assertThat(nowhere).isLessThan(QUERIES / 4);
        System.out.println("search: " + QUERIES + " texts in " + ITEMS + " items, " + expected + " hits, " + nowhere
                + " texts nowhere, 0 missed, 0 false, seed " + seed);
    }
}
