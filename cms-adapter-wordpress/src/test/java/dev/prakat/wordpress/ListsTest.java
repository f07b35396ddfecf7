package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact.Kind;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Observation.Answer;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.wordpress.CannedSite.Canned;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a list may say of several items that were taken down, for lists as WordPress and what stands before it give them. */
final class ListsTest {

    private static final Canned NOBODY = list("[]", "0");

    private volatile Canned numbers = NOBODY;
    private volatile Canned search = NOBODY;
    private final CannedSite site = new CannedSite();

    @BeforeEach
    void begin() {
        site.set(this::answer);
    }

    @AfterEach
    void end() {
        site.close();
    }

    private static Canned list(String body, String total) {
        return new Canned(200, body, Map.of("X-WP-Total", total, "Content-Type", "application/json"));
    }

    private Canned answer(String request) {
        if (request.contains("include=")) {
            return numbers;
        }
        return request.contains("search=") ? search : new Canned(404, "{\"code\":\"rest_post_invalid_id\"}", Map.of());
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
        Endpoints endpoints = site.endpoints();
        List<ObserveRequest.Address> addresses = new ArrayList<>();
        for (int n = 1; n <= items; n++) {
            URI mark = endpoints.at("wp/v2/posts", "search", Mark.presentHead(item(n)), "_fields", "id,link,content");
            addresses.add(address(n, endpoints.at("wp/v2/posts/" + n), Kind.ALTERNATIVE));
            addresses.add(address(n, mark, Kind.LISTING));
        }
        try (WordPressTarget target = WordPressTarget.of(site.settings())) {
            return target.observe(new ObserveRequest(addresses, site.recorder));
        }
    }

    private static ObserveRequest.Address address(int number, URI address, Kind kind) {
        return new ObserveRequest.Address("pl-" + number, item(number), address, kind, null);
    }

    @Test
    void oneListAndOneSearchTakeThePlaceOfTheSecondLooks() {
        assertThat(look(4)).extracting(Observation::answer).containsOnly(Answer.ABSENT);
        assertThat(site.requests("include=1%2C2%2C3%2C4") + site.requests("include=1,2,3,4"))
                .isEqualTo(1);
        assertThat(site.requests("search=")).isEqualTo(1);
        assertThat(site.requests("search=" + Endpoints.encoded("prakat:1:261127-lists") + "&"))
                .isEqualTo(1);
        for (int n = 1; n <= 4; n++) {
            assertThat(site.requests("/posts/" + n)).as("the address itself").isEqualTo(1);
            assertThat(site.requests("?p=" + n)).isEqualTo(1);
        }
    }

    @Test
    void fewAreAskedForEach() {
        assertThat(look(2)).extracting(Observation::answer).containsOnly(Answer.ABSENT);
        assertThat(site.requests("include=")).isZero();
        assertThat(site.requests("search=")).isEqualTo(2);
        assertThat(site.requests("/posts/1")).isEqualTo(2);
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
            assertThat(site.requests("/posts/" + n)).as("two looks, as alone").isEqualTo(2);
            assertThat(site.requests(Endpoints.encoded(Mark.presentHead(item(n))) + "&"))
                    .as("its own search")
                    .isEqualTo(1);
        }
    }

    @Test
    void whatAListNamesIsAskedForByItself() {
        numbers = list("[{\"id\":2}]", "1");
        look(3);
        assertThat(site.requests("/posts/1")).isEqualTo(1);
        assertThat(site.requests("/posts/2")).isEqualTo(2);
        assertThat(site.requests("/posts/3")).isEqualTo(1);
    }

    @Test
    void aSearchForSeveralFindsWhoseMarkIsThereAndWhoWasCopied() {
        search = list("[" + post(7, 1) + "," + post(8, 3) + "," + post(9, 3) + "]", "3");
        List<Observation> seen = look(3);
        assertThat(site.requests("search=")).isEqualTo(1);
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
        assertThat(site.requests("search=")).isEqualTo(4);
    }
}
