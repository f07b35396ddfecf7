package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.prakat.spi.Artefact.Kind;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Observation.Answer;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.testkit.RecordingTrafficRecorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a list may say of several items that were taken down, for lists as WordPress and what stands before it give them. */
final class ListsTest {

    private record Canned(int status, String body, Map<String, String> headers) {}

    private static final Canned NOBODY = list("[]", "0");

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
    private volatile Canned numbers = NOBODY;
    private volatile Canned search = NOBODY;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        assertThat(recorder.faults()).isEmpty();
        assertThat(recorder.actions()).hasSameSizeAs(requests);
    }

    private static Canned list(String body, String total) {
        return new Canned(200, body, Map.of("X-WP-Total", total, "Content-Type", "application/json"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        requests.add(target);
        Canned canned = new Canned(404, "{\"code\":\"rest_post_invalid_id\"}", Map.of());
        if (target.contains("include=")) {
            canned = numbers;
        } else if (target.contains("search=")) {
            canned = search;
        }
        byte[] bytes = canned.body().getBytes(StandardCharsets.UTF_8);
        canned.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(canned.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String item(int number) {
        return "261127-lists" + number;
    }

    private static String post(int id, int number) {
        return "{\"id\":" + id + ",\"link\":\"http://x/\",\"content\":{\"rendered\":\"<!-- "
                + Mark.presentHead(item(number)) + "0123456789abcdef".repeat(4) + " fence=1 -->\"}}";
    }

    /** The interface's address of each and the search for its mark, as they are captured when it is published. */
    private List<Observation> look(int items) {
        URI site = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        Endpoints endpoints = new Endpoints(site.resolve("wp-json/"));
        List<ObserveRequest.Address> addresses = new ArrayList<>();
        for (int n = 1; n <= items; n++) {
            URI mark = endpoints.at("wp/v2/posts", "search", Mark.presentHead(item(n)), "_fields", "id,link,content");
            addresses.add(address(n, endpoints.at("wp/v2/posts/" + n), Kind.ALTERNATIVE));
            addresses.add(address(n, mark, Kind.LISTING));
        }
        WordPressSite settings = new WordPressSite(site, "publisher", "test", name -> "secret".toCharArray());
        try (WordPressTarget target = WordPressTarget.of(settings)) {
            return target.observe(new ObserveRequest(addresses, recorder));
        }
    }

    private static ObserveRequest.Address address(int number, URI address, Kind kind) {
        return new ObserveRequest.Address("pl-" + number, item(number), address, kind, null);
    }

    private long requests(String part) {
        return requests.stream().filter(request -> request.contains(part)).count();
    }

    @Test
    void oneListAndOneSearchTakeThePlaceOfTheSecondLooks() {
        assertThat(look(4)).extracting(Observation::answer).containsOnly(Answer.ABSENT);
        assertThat(requests("include=1%2C2%2C3%2C4") + requests("include=1,2,3,4"))
                .isEqualTo(1);
        assertThat(requests("search=")).isEqualTo(1);
        assertThat(requests("search=" + Endpoints.encoded("prakat:1:261127-lists") + "&"))
                .isEqualTo(1);
        for (int n = 1; n <= 4; n++) {
            assertThat(requests("/posts/" + n)).as("the address itself").isEqualTo(1);
            assertThat(requests("?p=" + n)).isEqualTo(1);
        }
    }

    @Test
    void fewAreAskedForEach() {
        assertThat(look(2)).extracting(Observation::answer).containsOnly(Answer.ABSENT);
        assertThat(requests("include=")).isZero();
        assertThat(requests("search=")).isEqualTo(2);
        assertThat(requests("/posts/1")).isEqualTo(2);
    }

    /** A list is worth nothing that is cut, comes from a cache, has another length than it says, or is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | [] | 1 | x
            200 | [] | 200 | x
            200 | [] | many | x
            200 | {"code":"rest_cannot_access"} | 0 | x
            401 | {"code":"rest_not_logged_in"} | 0 | x
            500 | [] | 0 | x
            200 | [] | 0 | X-Cache
            200 | [] | 0 | Age
            """)
    void aListThatIsNotWholeForSureSaysNothing(int status, String body, String total, String header) {
        Canned doubtful = new Canned(
                status, body, Map.of("X-WP-Total", total, "Content-Type", "application/json", header, "HIT"));
        numbers = doubtful;
        search = doubtful;
        look(3);
        for (int n = 1; n <= 3; n++) {
            assertThat(requests("/posts/" + n)).as("two looks, as alone").isEqualTo(2);
            assertThat(requests(Endpoints.encoded(Mark.presentHead(item(n))) + "&"))
                    .as("its own search")
                    .isEqualTo(1);
        }
    }

    @Test
    void whatAListNamesIsAskedForByItself() {
        numbers = list("[{\"id\":2}]", "1");
        look(3);
        assertThat(requests("/posts/1")).isEqualTo(1);
        assertThat(requests("/posts/2")).isEqualTo(2);
        assertThat(requests("/posts/3")).isEqualTo(1);
    }

    @Test
    void aSearchForSeveralFindsWhoseMarkIsThereAndWhoWasCopied() {
        search = list("[" + post(7, 1) + "," + post(8, 3) + "," + post(9, 3) + "]", "3");
        List<Observation> seen = look(3);
        assertThat(requests("search=")).isEqualTo(1);
        assertThat(seen.get(1).answer()).isEqualTo(Answer.PRESENT);
        assertThat(seen.get(1).marker()).isNotNull();
        assertThat(seen.get(3).answer()).isEqualTo(Answer.ABSENT);
        assertThat(seen.get(5).answer()).isEqualTo(Answer.PRESENT);
        assertThat(seen.get(5).evidence()).contains("DUPLICATE");
    }

    /** Its content is hidden, and whose it is with it. */
    @Test
    void aPostThatNobodyCanPlaceMakesEachSearchItsOwn() {
        search = list("[{\"id\":7,\"link\":\"http://x/261127-lists2/\",\"content\":{\"rendered\":\"\"}}]", "1");
        assertThat(look(3).get(3).answer()).isEqualTo(Answer.PRESENT);
        assertThat(requests("search=")).isEqualTo(4);
    }
}
