package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.TargetAmbiguous;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as WordPress, its plugins, its web servers and what stands in front of them give them. */
final class FailureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"code":"rest_not_logged_in","message":"x","data":{"status":401}}            | AUTH
            401 | {"code":"rest_cannot_create","data":{"status":401}}                          | AUTH
            401 | {"code":"rest_forbidden_context","data":{"status":401}}                      | AUTH
            401 | {"code":"invalid_username","data":null}                                      | AUTH
            401 | {"code":"incorrect_password","data":null}                                    | AUTH
            401 | {"code":"application_passwords_disabled","data":{"status":501}}              | AUTH
            401 | <html><h1>401 Authorization Required</h1></html>                             | AUTH
            403 | {"code":"rest_cannot_edit","data":{"status":403}}                            | FORBIDDEN
            403 | {"code":"rest_cannot_delete","data":{"status":403}}                          | FORBIDDEN
            403 | {"code":"rest_cannot_publish","data":{"status":403}}                         | FORBIDDEN
            403 | {"code":"rest_cannot_assign_term","data":{"status":403}}                     | FORBIDDEN
            403 | {"code":"rest_cookie_invalid_nonce","data":{"status":403}}                   | FORBIDDEN
            403 | <html><title>403 Forbidden</title>nginx</html>                               | BLOCKED
            403 | <html>Attention Required! Access denied</html>                               | BLOCKED
            403 | {"status":"blocked"}                                                         | BLOCKED
            406 | <html>Not Acceptable! mod_security</html>                                    | BLOCKED
            400 | <html>400 Bad Request</html>                                                 | BLOCKED
            405 | <html>405 Not Allowed</html>                                                 | BLOCKED
            404 | <html>404 Not Found</html>                                                   | BLOCKED
            400 | {"code":"rest_invalid_param","data":{"status":400,"params":{"date":"x"}}}    | INVALID
            400 | {"code":"rest_invalid_json","data":{"status":400}}                           | INVALID
            400 | {"code":"rest_missing_callback_param","data":{"status":400}}                 | INVALID
            400 | {"code":"empty_content","data":{"status":400}}                               | INVALID
            400 | {"code":"term_exists","data":{"status":400,"term_id":7}}                     | INVALID
            400 | {"code":"rest_post_exists","data":{"status":400}}                            | INVALID
            404 | {"code":"rest_no_route","data":{"status":404}}                               | INVALID
            409 | {"code":"prakat_exists","data":{"status":409,"post_id":3}}                   | INVALID
            501 | {"code":"rest_trash_not_supported","data":{"status":501}}                    | INVALID
            404 | {"code":"rest_post_invalid_id","data":{"status":404}}                        | GONE
            410 | {"code":"rest_already_trashed","data":{"status":410}}                        | GONE
            404 | {"code":"rest_term_invalid","data":{"status":404}}                           | GONE
            500 | {"code":"rest_upload_sideload_error","data":{"status":500}}                  | UPLOAD_REFUSED
            500 | {"code":"rest_upload_unknown_error","data":{"status":500}}                   | UPLOAD_REFUSED
            400 | {"code":"rest_upload_no_content_disposition","data":{"status":400}}          | UPLOAD_REFUSED
            412 | {"code":"rest_upload_hash_mismatch","data":{"status":412}}                   | UPLOAD_REFUSED
            400 | {"code":"rest_upload_no_data","data":{"status":400}}                         | UPLOAD_REFUSED
            413 | <html>413 Request Entity Too Large</html>                                    | UPLOAD_REFUSED
            500 | {"code":"db_insert_error","data":{"status":500}}                             | SERVER_PERMANENT
            500 | {"code":"internal_server_error","data":{"status":500}}                       | AMBIGUOUS
            500 | <html>500 Internal Server Error</html>                                       | AMBIGUOUS
            500 | ''                                                                           | AMBIGUOUS
            502 | <html>502 Bad Gateway</html>                                                 | AMBIGUOUS
            503 | <html>503 Service Unavailable</html>                                         | AMBIGUOUS
            504 | <html>504 Gateway Time-out</html>                                            | AMBIGUOUS
            520 | <html>Web server is returning an unknown error</html>                        | AMBIGUOUS
            200 | <html>log in</html>                                                          | AMBIGUOUS
            200 | {"id":1,"conten                                                              | AMBIGUOUS
            301 | ''                                                                           | REDIRECT
            302 | <html>wp-login.php</html>                                                    | REDIRECT
            308 | ''                                                                           | REDIRECT
            429 | <html>Too Many Requests</html>                                               | THROTTLED
            429 | {"code":"too_many","data":{"status":429}}                                    | THROTTLED
            """)
    void everyAnswerHasItsKind(int status, String body, Failure kind) {
        assertThat(Failure.of(reply(status, body, Map.of()))).isEqualTo(kind);
    }

    @Test
    void whoAsksForTimeGetsIt() {
        Map<String, List<String>> wait = Map.of("Retry-After", List.of("600"));
        assertThat(Failure.of(reply(503, "<html>", wait))).isEqualTo(Failure.MAINTENANCE);
        assertThat(Failure.of(reply(403, "<html>", wait))).isEqualTo(Failure.THROTTLED);
        assertThat(Failure.THROTTLED.exception("x", true, reply(429, "", wait), null))
                .isInstanceOfSatisfying(
                        TargetUnavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(600)));
        Map<String, List<String>> date = Map.of("Retry-After", List.of("Thu, 26 Nov 2026 10:00:30 GMT"));
        Instant now = Instant.parse("2026-11-26T10:00:00Z");
        assertThat(reply(503, "", date).retryAfter(now)).contains(Duration.ofSeconds(30));
        Map<String, List<String>> forEver = Map.of("Retry-After", List.of("99999999"));
        assertThat(reply(503, "", forEver).retryAfter(now)).contains(Duration.ofHours(1));
        Map<String, List<String>> nonsense = Map.of("Retry-After", List.of("soon"));
        assertThat(reply(503, "", nonsense).retryAfter(now)).isEmpty();
    }

    @Test
    void whatMayHaveBeenDoneIsFoundOutAndWhatWasOnlyLookedAtIsTriedAgain() {
        assertThat(Failure.AMBIGUOUS.exception("x", true, null, null)).isInstanceOf(TargetAmbiguous.class);
        assertThat(Failure.AMBIGUOUS.exception("x", false, null, null)).isInstanceOf(TargetUnavailable.class);
        assertThat(Failure.AUTH.exception("x", true, null, null)).isInstanceOf(TargetRefused.class);
        assertThat(Failure.CONNECT.exception("x", true, null, null)).isInstanceOf(TargetUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <br /><b>Notice</b>: Undefined [0] in x.php on line 3<br />{"id":7} | 7
            {"id":7}<!-- Page supported by a cache -->                          | 7
            warning {not json} {"id":7,"t":"a } \\" ]"}                          | 7
            {"id":7                                                             | 0
            nothing at all                                                      | 0
            """)
    void jsonIsFoundBetweenNoise(String body, int id) {
        assertThat(reply(200, body, Map.of())
                        .json()
                        .map(node -> node.path("id").asInt())
                        .orElse(0))
                .isEqualTo(id);
    }

    private static Reply reply(int status, String body, Map<String, List<String>> headers) {
        return new Reply(
                status,
                HttpHeaders.of(headers, (name, value) -> true),
                new Body(Hashes.sha256(body), body.length(), body, true));
    }
}
