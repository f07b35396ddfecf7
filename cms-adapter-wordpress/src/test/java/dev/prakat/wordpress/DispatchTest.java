package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.wordpress.CannedSite.Canned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of each of several requests that were sent as one, for answers as WordPress and what stands before it give them. */
final class DispatchTest {

    private final Batching batching = new Batching();
    private final CannedSite site = new CannedSite();

    @AfterEach
    void end() {
        site.close();
    }

    /** Everything but a batch is done; null for a connection that ends. */
    private void batchIsAnswered(Canned canned) {
        site.set(request -> request.contains("/batch/v1") ? canned : new Canned(201, "{\"id\":7}", Map.of()));
    }

    private List<Wanted> send(List<Ask> asks) {
        List<Wanted> wants = asks.stream()
                .map(ask -> new Wanted(ask, false, new Calls(Calls.client(null), site.recorder)))
                .toList();
        new Dispatch(site.endpoints(), new Account(site.settings()), batching).send(wants);
        return wants;
    }

    private List<Ask> drafts(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(n -> Told.post("wp/v2/posts", Map.of("title", "เรื่องที่ " + n), "_fields", "id")
                        .ask(site.endpoints(), "item-" + n, "create"))
                .toList();
    }

    private static List<String> outcomes(List<Wanted> wants) {
        return wants.stream().map(want -> outcome(want.answer())).toList();
    }

    private static String outcome(Answer answer) {
        if (answer.reply() == null) {
            return answer.none() == null
                    ? String.valueOf(answer.fault())
                    : Failure.of(answer.none()).name();
        }
        return answer.reply().isOk() ? "DONE" : Failure.of(answer.reply()).name();
    }

    /** Three changes; what is answered to the batch, what becomes of each, how many are sent again by themselves. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            207 | {"responses":[{"body":{"id":1},"status":201,"headers":[]},{"body":{"id":2},"status":201},{"body":{"id":3},"status":200}]} | DONE,DONE,DONE | 0
            207 | {"responses":[{"body":{"id":1},"status":201},{"body":{"code":"rest_invalid_param"},"status":400},{"body":{"code":"internal_server_error"},"status":500}]} | DONE,INVALID,AMBIGUOUS | 0
            207 | {"responses":[{"body":{"code":"rest_post_invalid_id"},"status":404},{"body":{"code":"rest_cannot_edit"},"status":403},{"body":{"code":"db_insert_error"},"status":500}]} | GONE,FORBIDDEN,SERVER_PERMANENT | 0
            207 | {"responses":[{"body":{"id":1},"status":201},{"body":{"code":"rest_batch_not_allowed"},"status":400},{"body":{"id":3},"status":201}]} | DONE,DONE,DONE | 1
            207 | <b>Notice</b>: x in y.php<br />{"responses":[{"body":{"id":1},"status":201},{"body":{"id":2},"status":201},{"body":{"id":3},"status":201}]} | DONE,DONE,DONE | 0
            207 | {"responses":[{"body":{"id":1},"status":201},null,{"body":{"id":3}}]} | DONE,AMBIGUOUS,AMBIGUOUS | 0
            207 | {"responses":[{"body":{"id":1},"status":201},{"body":{"id":2},"status":201}]} | AMBIGUOUS,AMBIGUOUS,AMBIGUOUS | 0
            207 | {"responses":[{"body":{"id":1},"status":201},{"body":{"id":2},"sta | AMBIGUOUS,AMBIGUOUS,AMBIGUOUS | 0
            200 | <html>Please wait while we check your browser</html> | AMBIGUOUS,AMBIGUOUS,AMBIGUOUS | 0
            500 | {"code":"internal_server_error","data":{"status":500}} | AMBIGUOUS,AMBIGUOUS,AMBIGUOUS | 0
            502 | <html>502 Bad Gateway</html> | AMBIGUOUS,AMBIGUOUS,AMBIGUOUS | 0
            503 | <html>Briefly unavailable for scheduled maintenance</html> | MAINTENANCE,MAINTENANCE,MAINTENANCE | 0
            504 | <html>504 Gateway Time-out</html> | AMBIGUOUS,AMBIGUOUS,AMBIGUOUS | 0
            429 | <html>429 Too Many Requests</html> | THROTTLED,THROTTLED,THROTTLED | 0
            401 | {"code":"incorrect_password","data":null} | AUTH,AUTH,AUTH | 0
            302 | <html>moved</html> | REDIRECT,REDIRECT,REDIRECT | 0
            403 | <html><title>403 Forbidden</title>nginx</html> | DONE,DONE,DONE | 3
            403 | {"code":"rest_forbidden","data":{"status":403}} | DONE,DONE,DONE | 3
            404 | {"code":"rest_no_route","data":{"status":404}} | DONE,DONE,DONE | 3
            404 | <html>404 Not Found</html> | DONE,DONE,DONE | 3
            405 | <html>405 Not Allowed</html> | DONE,DONE,DONE | 3
            406 | <html>Not Acceptable! mod_security</html> | DONE,DONE,DONE | 3
            400 | {"code":"rest_invalid_param","data":{"status":400,"params":{"requests":"x"}}} | DONE,DONE,DONE | 3
            """)
    void eachIsJudgedAsIfItHadBeenSentAlone(int status, String body, String expected, int alone) {
        Map<String, String> headers = status == 503 || status == 429 ? Map.of("Retry-After", "1") : Map.of();
        batchIsAnswered(new Canned(status, body, headers));
        List<Wanted> wants = send(drafts(3));

        assertThat(outcomes(wants)).containsExactlyElementsOf(Arrays.asList(expected.split(",", -1)));
        assertThat(site.requests("/batch/v1")).isEqualTo(1);
        assertThat(site.requests("POST /wp-json/wp/v2/posts?")).isEqualTo(alone);
        assertThat(site.recorder.actions().get(0).entry().subject()).isEqualTo("item-1,item-2,item-3");
        wants.forEach(want -> assertThat(want.calls().records()).isNotEmpty().doesNotHaveDuplicates());
    }

    @Test
    void aConnectionThatEndsLeavesAllInDoubtAndTheNextAreSmaller() {
        batchIsAnswered(null);
        List<Integer> sizes = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            assertThat(outcomes(send(drafts(3)))).containsOnly("AMBIGUOUS");
            sizes.add(batching.size());
            site.forget();
            batchIsAnswered(null);
            if (batching.size() == 1) {
                break;
            }
        }
        assertThat(sizes).containsExactly(12, 6, 1);
        send(drafts(3));
        assertThat(site.requests("/batch/v1")).isZero();
    }

    @Test
    void whatIsTooLongIsSentInSmallerParts() {
        batchIsAnswered(new Canned(413, "<html>413 Request Entity Too Large</html>", Map.of()));
        assertThat(outcomes(send(drafts(8)))).containsOnly("DONE").hasSize(8);
        assertThat(site.requests("POST /wp-json/wp/v2/posts?")).isEqualTo(8);
        assertThat(batching.size()).isEqualTo(1);
    }

    @Test
    void aSiteThatTakesNoBatchesIsNotAskedAgain() {
        batchIsAnswered(new Canned(403, "<html>403</html>", Map.of()));
        send(drafts(3));
        send(drafts(3));
        assertThat(site.requests("/batch/v1")).isEqualTo(1);
    }

    @Test
    void manyGoOverTwoConnectionsAndFilesAndAutosavesNeverInABatch() {
        site.set(request -> request.contains("/batch/v1")
                ? new Canned(
                        207,
                        "{\"responses\":[" + "{\"body\":{\"id\":1},\"status\":201},".repeat(12)
                                + "{\"status\":200,\"body\":{}}]}",
                        Map.of())
                : new Canned(200, "{}", Map.of()));
        List<Ask> asks = new ArrayList<>(drafts(26));
        asks.add(
                Told.post("wp/v2/posts/7/autosaves", Map.of("content", "x")).ask(site.endpoints(), "item-27", "stage"));
        asks.add(Told.delete("wp/v2/media/8", "force", "true").ask(site.endpoints(), "item-27", "delete-file"));
        assertThat(outcomes(send(asks))).containsOnly("DONE").hasSize(28);
        assertThat(site.requests("/batch/v1?prakat=create&part=1 ")).isEqualTo(1);
        assertThat(site.requests("/batch/v1?prakat=create&part=2 ")).isEqualTo(1);
        assertThat(site.requests()).hasSize(4);
    }

    /** Of two files of one name that arrive together WordPress would store one over the other. */
    @Test
    void filesGoOneAfterTheOther() {
        AtomicInteger together = new AtomicInteger();
        site.set(request -> {
            long open = site.recorder.actions().stream()
                    .filter(action -> action.outcome() == null)
                    .count();
            together.accumulateAndGet((int) open, Math::max);
            return new Canned(201, "{\"id\":1}", Map.of());
        });
        List<Ask> files = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> Ask.post(site.endpoints().at("wp/v2/media"), "bytes", "item-" + n, "upload"))
                .toList();
        assertThat(outcomes(send(files))).containsOnly("DONE").hasSize(40);
        assertThat(together).hasValue(1);
    }

    @Test
    void theSameIsAskedOnceForAllWhoWantIt() {
        site.set(request -> new Canned(200, "[]", Map.of("X-WP-Total", "0")));
        Ask category =
                Told.get("wp/v2/categories", "slug", "prakat-news").ask(site.endpoints(), "item-1", "category-news");
        List<Wanted> wants = send(List.of(category, category.about("item-2"), category.about("item-3")));
        assertThat(outcomes(wants)).containsExactly("DONE", "DONE", "DONE");
        assertThat(site.requests()).hasSize(1);
        assertThat(site.recorder.actions().get(0).entry().subject()).isEqualTo("item-1,item-2,item-3");
    }

    @Test
    void oneListAnswersSeveralAndEachGetsItsOwn() {
        site.set(request -> new Canned(
                200,
                "[{\"id\":1,\"slug\":\"261122-a\"},{\"id\":2,\"slug\":\"261122-ab\"},{\"id\":3,\"slug\":\"draft-261122-c\"}]",
                Map.of("X-WP-Total", "3")));
        List<Wanted> wants =
                send(looks("slug", "261122-a,draft-261122-a", "261122-ab,draft-261122-ab", "draft-261122-c"));
        assertThat(numbers(wants)).containsExactly("1", "2", "3");
        assertThat(site.requests()).hasSize(1);
    }

    @Test
    void marksOfOneDayAreLookedForTogether() {
        site.set(request -> new Canned(
                200,
                "[{\"id\":1,\"content\":{\"raw\":\"x prakat:1:261122-a:gone\"}},{\"id\":2,\"content\":{\"raw\":\"prakat:1:261122-ab:gone\"}},"
                        + "{\"id\":4,\"content\":{\"raw\":\"prakat:1:261122-other:gone\"}}]",
                Map.of("X-WP-Total", "3")));
        List<Wanted> wants = send(looks(
                "search", "prakat:1:261122-a:", "prakat:1:261122-ab:", "prakat:1:261122-c:", "prakat:1:250101-d:"));
        assertThat(numbers(wants)).containsExactly("1", "2", "", "1,2,4");
        assertThat(site.requests()).as("the one of another day by itself").hasSize(2);
        assertThat(site.requests("search=prakat%3A1%3A261122-&")).isEqualTo(1);
    }

    /** A list that is not whole might hide a post of the item, and then a second one would be made. */
    @ParameterizedTest
    @CsvSource({"4", "900", "''", "no"})
    void aListThatIsNotWholeAnswersNobody(String total) {
        site.set(request -> new Canned(
                200, "[{\"id\":1,\"slug\":\"261122-a\"}]", total.isEmpty() ? Map.of() : Map.of("X-WP-Total", total)));
        send(looks("slug", "261122-a", "261122-b", "261122-c"));
        assertThat(site.requests("slug=261122-a%2C261122-b")).isPositive();
        assertThat(site.requests("slug=261122-a&")).isEqualTo(1);
        assertThat(site.requests("slug=261122-b&")).isEqualTo(1);
        assertThat(site.requests("slug=261122-c&")).isEqualTo(1);
    }

    @Test
    void anAddressThatIsTooLongForSomethingOnTheWayIsAskedForEach() {
        site.set(request -> request.contains("%2C")
                ? new Canned(414, "<html>414 Request-URI Too Large</html>", Map.of())
                : new Canned(200, "[]", Map.of("X-WP-Total", "0")));
        assertThat(outcomes(send(looks("slug", "261122-a", "261122-b", "261122-c"))))
                .containsOnly("DONE");
        assertThat(site.requests()).hasSize(4);
    }

    private List<Ask> looks(String key, String... values) {
        return Arrays.stream(values)
                .map(value -> Told.get("wp/v2/posts", key, value, "per_page", "100")
                        .ask(site.endpoints(), "item-" + value, "find"))
                .toList();
    }

    private static List<String> numbers(List<Wanted> wants) {
        return wants.stream()
                .map(want -> want.answer().reply().json().stream()
                        .flatMap(list -> IntStream.range(0, list.size()).mapToObj(list::get))
                        .map(node -> node.path("id").asText())
                        .collect(Collectors.joining(",")))
                .toList();
    }
}
