package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server for a first look behaves as the shipped snippets do. */
final class StaticSiteServerTest {

    private static final PublishableItem ITEM = SampleItems.item("261122-server01");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Site site;
    private StaticSiteServer server;
    private Receipt live;

    @BeforeEach
    void start() {
        site = new Site(folder);
        live = site.publish(ITEM, 1);
        server = StaticSiteServer.start(site.docroot, 0);
    }

    @AfterEach
    void stop() {
        server.close();
        server.close();
    }

    @Test
    void pagesComeInUtf8WithAStrictPolicy() throws Exception {
        HttpResponse<String> home = get("");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).isEqualTo(site.text("index.html"));
        assertThat(home.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(home.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("frame-ancestors 'none'");
        assertThat(get("feed.atom").headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/atom+xml");
        assertThat(get("nothing/here").statusCode()).isEqualTo(404);
        assertThat(get("nothing/here").body()).contains("ไม่พบหน้าที่ต้องการ");
    }

    @Test
    void searchMayRunItsScriptAndNothingOfItIsKeptTooLong() throws Exception {
        String policy =
                get("search/").headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(site.text("search/index.html"))
                .contains("\"" + policy.replace("; frame-ancestors 'none'", "") + "\"");
        assertThat(policy).contains("script-src 'self'; connect-src 'self'").doesNotContain("unsafe");
        assertThat(get("").headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .doesNotContain("script-src", "connect-src");
        HttpResponse<String> part = get("search/2569-11.json");
        assertThat(part.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(part.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String script = site.tree().keySet().stream()
                .filter(p -> p.endsWith(".js"))
                .findFirst()
                .orElseThrow();
        assertThat(get(script).headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(get(script).headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("immutable");
    }

    @Test
    void everythingBelowAnItemThatIsGoneAnswers410WithTheNotice() throws Exception {
        String attachment = live.artefacts().stream()
                .map(a -> a.remotePath())
                .filter(p -> p.endsWith(".pdf"))
                .findFirst()
                .orElseThrow();
        assertThat(get(attachment).statusCode()).isEqualTo(200);
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());

        for (String path : List.of(
                "d/" + ITEM.id() + "/",
                "d/" + ITEM.id() + "/index.html",
                "d/" + ITEM.id(),
                attachment,
                "d/" + ITEM.id() + "/x/y")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(410);
            assertThat(get(path).body()).as(path).contains("สิ้นสุดระยะเวลาเผยแพร่");
        }
        assertThat(get("d/" + ITEM.id() + "/.gone").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../site-state/site.json",
                "/%2e%2e/site-state/site.json",
                "/d/../../site-state/site.json",
                "/.git/config",
                "//etc/passwd",
                "/..%5csite-state",
                "/%00",
                "/c/%2e%2e/%2e%2e/site-state/site.json"
            })
    void nothingOutsideTheDocrootIsServed(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.0\r\n\r\n"))
                .doesNotStartWith("HTTP/1.1 200")
                .doesNotContain("\"format\"");
    }

    @Test
    void aLinkOutOfTheDocrootIsNotFollowed() throws Exception {
        Files.createSymbolicLink(site.docroot.resolve("out"), site.state);
        assertThat(get("out/site.json").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyReadingIsAllowedAndAFolderLeadsToItsPage() throws Exception {
        assertThat(send(HttpRequest.newBuilder(at("")).POST(HttpRequest.BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(405);
        HttpResponse<String> head =
                send(HttpRequest.newBuilder(at("")).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        HttpResponse<String> folderOnly = get("c/news");
        assertThat(folderOnly.statusCode()).isEqualTo(301);
        assertThat(folderOnly.headers().firstValue("Location")).hasValue("/c/news/");
    }

    private URI at(String path) {
        return server.address().resolve(path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                        new Socket(server.address().getHost(), server.address().getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
