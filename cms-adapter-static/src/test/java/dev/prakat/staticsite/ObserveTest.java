package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Observation.Answer;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a strange, broken or lying server makes of an observation. */
final class ObserveTest {

    private static final PublishableItem ITEM = SampleItems.item("261122-observe01");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final RecordingTrafficRecorder probes = new RecordingTrafficRecorder();
    private HttpServer server;
    private Site site;
    private Receipt live;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile String index;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean other = exchange.getRequestURI().getPath().endsWith("index.html");
                byte[] bytes = (other && index != null ? index : body).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Location", "/login?next=x");
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        site = new Site(folder, base);
        live = site.publish(ITEM, 1);
        site.target = StaticSiteTarget.at(site.docroot, base);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 502, 503})
    void aRefusalOrAFaultIsNeverAbsent(int refused) {
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        status = refused;
        assertThat(page().answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(page().evidence()).contains("GET " + refused, "our notice");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsUnknownAndNamed(int moved) {
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        status = moved;
        assertThat(page().answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(page().redirect())
                .isEqualTo(site.target
                        .inventory(null, new RecordingTrafficRecorder())
                        .entries()
                        .get(0)
                        .address()
                        .resolve("/login?next=x"));
    }

    @ParameterizedTest
    @CsvSource({"404", "410"})
    void notFoundAndGoneAreAbsent(int gone) {
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        status = gone;
        assertThat(page().answer()).isEqualTo(Answer.ABSENT);
        assertThat(page().soft()).isFalse();
    }

    @Test
    void aStrangersSoft404IsUnknown() {
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        body = "<html><title>Page not found</title></html>";
        assertThat(page().answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void ourNoticeWithStatus200IsAbsentButSoft() {
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        body = site.text("d/" + ITEM.id() + "/index.html");
        assertThat(page().answer()).isEqualTo(Answer.ABSENT);
        assertThat(page().soft()).isTrue();
    }

    @Test
    void aCacheThatStillShowsThePageIsPresentAlthoughTheFilesSayOtherwise() {
        body = site.text("d/" + ITEM.id() + "/index.html");
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        Observation seen = page();
        assertThat(seen.answer()).isEqualTo(Answer.PRESENT);
        assertThat(seen.evidence()).contains("GET 200", "our notice");
    }

    @Test
    void aFileThatCameBackIsPresentAlthoughTheServerSaysNot() throws Exception {
        String page = site.text("d/" + ITEM.id() + "/index.html");
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        java.nio.file.Files.writeString(site.docroot.resolve("d/" + ITEM.id() + "/index.html"), page);
        status = 410;
        assertThat(page().answer()).isEqualTo(Answer.PRESENT);
    }

    @Test
    void whatWouldProveATakeDownIsLookedAtOnceMorePastEveryCache() {
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        status = 410;
        assertThat(page().evidence()).contains("GET 410; past every cache GET 410");
        String path = "/d/" + ITEM.id() + "/";
        assertThat(probes.actions())
                .extracting(a -> a.entry().path())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(path),
                        second -> assertThat(second).matches(path + "\\?prakat-look=[0-9a-f-]{36}"));
    }

    @Test
    void aStatusThatSaysGoneIsNotBelievedAboveTheItemItself() {
        body = site.text("d/" + ITEM.id() + "/index.html");
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        status = 410;
        assertThat(page().answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(page().evidence()).contains("GET 410 above the item itself");
    }

    @Test
    void aWebsiteThatHasAnsweredAndThenDoesNotListenIsUnknown() {
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        status = 410;
        assertThat(page().answer()).isEqualTo(Answer.ABSENT);
        server.stop(0);
        assertThat(page().answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aListThatACacheHasUnderItsOtherNameStillNamesTheItem() {
        Artefact home = live.artefacts().stream()
                .filter(a -> a.remotePath().equals("index.html"))
                .findFirst()
                .orElseThrow();
        String before = site.text("index.html");
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        body = site.text("index.html");
        assertThat(look(home).answer()).isEqualTo(Answer.ABSENT);
        index = before;
        assertThat(look(home).answer()).isEqualTo(Answer.PRESENT);
        assertThat(look(home).evidence()).contains("as index.html GET 200");
    }

    @Test
    void aLiveItemThatTheServerDoesNotShowIsNotPresent() {
        status = 404;
        assertThat(page().answer()).isEqualTo(Answer.ABSENT);
        status = 503;
        assertThat(page().answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void everyRequestIsRecordedWithItsOutcome() {
        status = 403;
        page();
        assertThat(probes.actions()).singleElement().satisfies(a -> {
            assertThat(a.entry().kind()).isEqualTo(TrafficEntry.Kind.HTTP_OUT);
            assertThat(a.entry().path()).isEqualTo("/d/" + ITEM.id() + "/");
            assertThat(a.outcome().status()).isEqualTo(TrafficOutcome.Status.DENIED);
            assertThat(a.outcome().code()).isEqualTo("403");
        });
    }

    @Test
    void whenNothingListensTheFilesDecideAndTheAddressIsAskedOnce() throws Exception {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }
        Site quiet = new Site(folder.resolve("quiet"), nobody);
        Receipt receipt = quiet.publish(ITEM, 1);
        List<Observation> seen = StaticSiteTarget.at(quiet.docroot, nobody)
                .observe(SampleItems.observe(ITEM.id(), receipt.artefacts(), probes));

        assertThat(seen).hasSizeGreaterThan(5).allSatisfy(o -> {
            assertThat(o.answer()).isEqualTo(Answer.PRESENT);
            assertThat(o.evidence()).startsWith("files only");
        });
        assertThat(probes.actions()).hasSize(1);
        assertThat(probes.actions().get(0).outcome().status()).isEqualTo(TrafficOutcome.Status.FAILED);
    }

    @Test
    void aListTooLongToReadWholeIsNeverAbsent() {
        site.takeDown(ITEM, TakeDownKind.GONE, 2, live.artefacts());
        Artefact home = live.artefacts().stream()
                .filter(a -> a.remotePath().equals("index.html"))
                .findFirst()
                .orElseThrow();
        body = site.text("index.html");
        assertThat(look(home).answer()).isEqualTo(Answer.ABSENT);
        body = body + " ".repeat(5 << 20);
        assertThat(look(home).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void anAddressOfAnotherHostIsNeverAsked() {
        ObserveRequest.Address elsewhere = new ObserveRequest.Address(
                "pl", ITEM.id(), URI.create("http://127.0.0.1:1/d/x/"), Artefact.Kind.PAGE, null);
        Observation seen = site.target
                .observe(new ObserveRequest(List.of(elsewhere), probes))
                .get(0);
        assertThat(seen.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(probes.actions()).isEmpty();
    }

    @Test
    void anAttachmentWithOtherBytesIsUnknown() {
        Artefact file = live.artefacts().stream()
                .filter(a -> a.kind() == Artefact.Kind.ATTACHMENT)
                .findFirst()
                .orElseThrow();
        body = "other bytes";
        Observation seen = site.target
                .observe(SampleItems.observe(ITEM.id(), List.of(file), probes))
                .get(0);
        assertThat(seen.answer()).isEqualTo(Answer.UNKNOWN);
    }

    private Observation page() {
        return look(live.artefacts().get(0));
    }

    private Observation look(Artefact artefact) {
        probes.clear();
        return site.target
                .observe(SampleItems.observe(ITEM.id(), List.of(artefact), probes))
                .get(0);
    }
}
