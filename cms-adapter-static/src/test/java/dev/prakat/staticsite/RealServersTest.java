package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A take-down reaches readers through the servers that agencies run, which nobody tells to read their settings again. */
@ExtendWith(OneBrowser.class)
final class RealServersTest {

    private static final PublishableItem ITEM = SampleItems.item("261122-servers01");
    private static final PublishableItem OTHER = SampleItems.item("261122-servers02");
    private static final String FOLDER = "d/" + ITEM.id() + "/";

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "apache2"})
    void everyKindOfTakeDownIsSeenAtOnce(String name) throws Exception {
        Path docroot = folder.resolve("site");
        try (RealServer server = RealServer.start(name, folder, docroot)) {
            Site site = new Site(folder, server.address());
            site.target = StaticSiteTarget.builder(docroot, server.address())
                    .adopt(true)
                    .build();
            site.publish(OTHER, 1);
            Receipt live = site.publish(ITEM, 1);
            String file = attachment(live);
            assertThat(status(server, FOLDER)).isEqualTo(200);
            assertThat(status(server, file)).isEqualTo(200);

            site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
            isGone(server, file);
            assertThat(get(server, FOLDER).headers().firstValue("Location")).isEmpty();
            observedAbsent(site, live);

            live = site.publish(ITEM, 3);
            assertThat(status(server, FOLDER)).isEqualTo(200);
            site.takeDown(ITEM, TakeDownKind.WITHDRAWN, 4, live.artefacts());
            assertThat(get(server, FOLDER).body()).contains(ITEM.title(), "prakat:1:" + ITEM.id() + ":withdrawn");
            assertThat(status(server, file)).isEqualTo(200);

            site.takeDown(ITEM, TakeDownKind.VANISH, 5, live.artefacts());
            isGone(server, file);
            assertThat(get(server, FOLDER).body()).doesNotContain(ITEM.title());
            observedAbsent(site, live);
            assertThat(status(server, "d/" + OTHER.id() + "/")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "apache2"})
    void anItemThatMovedLeadsToItsNewAddressAndItsFilesAreGone(String name) throws Exception {
        Path docroot = folder.resolve("site");
        try (RealServer server = RealServer.start(name, folder, docroot)) {
            Site site = new Site(folder, server.address());
            site.target = StaticSiteTarget.builder(docroot, server.address())
                    .adopt(true)
                    .build();
            Receipt live = site.publish(ITEM, 1);
            site.takeDown(ITEM, TakeDownKind.REDIRECT, 2, live.artefacts());

            for (String page : new String[] {FOLDER, FOLDER + "index.html", FOLDER + "?x=1"}) {
                assertThat(status(server, page)).as(page).isEqualTo(301);
                assertThat(get(server, page).headers().firstValue("Location"))
                        .hasValue(SampleItems.ELSEWHERE.toString());
            }
            assertThat(status(server, attachment(live))).isEqualTo(410);
            for (Artefact artefact : live.artefacts()) {
                Observation seen = site.target
                        .observe(SampleItems.observe(ITEM.id(), java.util.List.of(artefact), site.recorder))
                        .get(0);
                boolean page = artefact.kind() == Artefact.Kind.PAGE || artefact.kind() == Artefact.Kind.ALTERNATIVE;
                assertThat(seen.redirect()).as(seen.toString()).isEqualTo(page ? SampleItems.ELSEWHERE : null);
            }
            site.publish(ITEM, 3);
            assertThat(status(server, FOLDER)).isEqualTo(200);
            assertThat(docroot.resolve(FOLDER + ".to")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "apache2"})
    void aBrowserSearchesThroughTheirPolicyAndAsksAgain(String name, Browser browser) throws Exception {
        Path docroot = folder.resolve("site");
        try (RealServer server = RealServer.start(name, folder, docroot)) {
            Site site = new Site(folder, server.address());
            site.target = StaticSiteTarget.builder(docroot, server.address())
                    .adopt(true)
                    .build();
            Receipt live = site.publish(ITEM, 1);
            site.publish(OTHER, 1);
            String found =
                    "return [...document.querySelectorAll('#search-found li a')].map(a => a.getAttribute('href'))";
            URI search = server.address().resolve("search/?q=%E0%B8%81");
            browser.open(search);
            assertThat(browser.texts(found)).hasSize(2);
            site.takeDown(ITEM, TakeDownKind.VANISH, 2, live.artefacts());
            browser.open(search);
            assertThat(browser.texts(found)).containsExactly("../d/" + OTHER.id() + "/index.html");
            assertThat(browser.problems()).allMatch(p -> p.contains("/favicon.ico"));

            HttpResponse<String> part = get(server, "search/2569-11.json");
            assertThat(part.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("application/json");
            assertThat(part.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(part.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            for (String page : new String[] {"", "index.html", "c/", FOLDER}) {
                assertThat(get(server, page).headers().allValues("Content-Security-Policy"))
                        .as(page)
                        .singleElement()
                        .asString()
                        .contains("form-action 'self'")
                        .doesNotContain("script-src");
            }
            for (String page : new String[] {"search/", "search/index.html", "search/?q=x"}) {
                assertThat(get(server, page).headers().allValues("Content-Security-Policy"))
                        .as(page)
                        .singleElement()
                        .asString()
                        .contains("script-src 'self'; connect-src 'self'", "frame-ancestors 'none'");
            }
        }
    }

    private void isGone(RealServer server, String file) throws IOException, InterruptedException {
        for (String path : new String[] {FOLDER, FOLDER + "index.html", file, FOLDER + "never-there.txt"}) {
            assertThat(status(server, path)).as(path).isEqualTo(410);
        }
        assertThat(status(server, FOLDER + ".gone")).isIn(404, 410);
        assertThat(status(server, FOLDER + "%2egone")).isIn(404, 410);
    }

    private static void observedAbsent(Site site, Receipt live) {
        assertThat(site.target.observe(SampleItems.observe(ITEM.id(), live.artefacts(), site.recorder)))
                .allSatisfy(o -> assertThat(o.answer()).as(o.evidence()).isEqualTo(Observation.Answer.ABSENT));
    }

    private static String attachment(Receipt live) {
        return live.artefacts().stream()
                .filter(a -> a.kind() == Artefact.Kind.ATTACHMENT)
                .map(Artefact::remotePath)
                .findFirst()
                .orElseThrow();
    }

    private int status(RealServer server, String path) throws IOException, InterruptedException {
        return get(server, path).statusCode();
    }

    private HttpResponse<String> get(RealServer server, String path) throws IOException, InterruptedException {
        URI address = URI.create(server.address() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
