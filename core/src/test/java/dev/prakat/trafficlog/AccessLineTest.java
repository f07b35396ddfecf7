package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.spi.TrafficOutcome.Status;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as nginx and Apache write them. */
class AccessLineTest {

    private static final String PLAIN =
            "203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"GET /news/?q=1 HTTP/1.1\" 200 5120";

    @Test
    void theCommonFormatOfApache() throws Exception {
        AccessLine line = parse(PLAIN);
        assertThat(line.client()).isEqualTo("203.0.113.7");
        assertThat(line.user()).isEqualTo("na:not-given");
        assertThat(line.at()).hasToString("2026-11-22T12:00:01+07:00");
        assertThat(line.method()).isEqualTo("GET");
        assertThat(line.path()).as("without the query").isEqualTo("/news/");
        assertThat(line.bytes()).isEqualTo(5120);
        assertThat(line.agent()).isEqualTo("na:not-given");
        assertThat(line.outcome().status()).isEqualTo(Status.OK);
        assertThat(line.outcome().code()).isEqualTo("200");
    }

    @Test
    void theCombinedFormatOfNginxWithIpv6AndThaiBytesInTheAgent() throws Exception {
        AccessLine line = parse(
                "2001:db8::42 - somsri [22/Nov/2026:23:59:59 +0000] \"POST /%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/ HTTP/2.0\""
                        + " 403 162 \"https://www.example.go.th/\" \"Mozilla/5.0 (\\xE0\\xB9\\x84\\xE0\\xB8\\x97\\xE0\\xB8\\xA2)\"");
        assertThat(line.client()).isEqualTo("2001:db8::42");
        assertThat(line.user()).isEqualTo("somsri");
        assertThat(line.path()).as("as it was sent").isEqualTo("/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/");
        assertThat(line.agent()).isEqualTo("Mozilla/5.0 (ไทย)");
        assertThat(line.outcome().status()).isEqualTo(Status.DENIED);
        assertThat(line.day()).as("in Bangkok").isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void quotationMarksThatApacheEscapes() throws Exception {
        AccessLine line = parse(PLAIN + " \"-\" \"a \\\"quoted\\\" agent \\\\ \\t\"");
        assertThat(line.agent()).as("a tab stays spelled").isEqualTo("a \\\"quoted\\\" agent \\\\ \\t");
        assertThat(parse(PLAIN + " \"-\" \"a \\\"quoted\\\" agent \\\\\"").agent())
                .isEqualTo("a \"quoted\" agent \\");
    }

    @Test
    void nginxsOwnMainFormatHasTheProxiesToo() throws Exception {
        AccessLine line = parse(PLAIN + " \"-\" \"curl/8.5\" \"198.51.100.1, 198.51.100.2\"");
        assertThat(line.forwarded()).isEqualTo("198.51.100.1, 198.51.100.2");
        assertThat(parse(PLAIN + " \"-\" \"curl/8.5\" \"-\"").forwarded()).isEqualTo("na:not-given");
    }

    @Test
    void whatWasNoRequestIsARecordAllTheSame() throws Exception {
        AccessLine tls =
                parse("203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"\\x16\\x03\\x01\\x02\" 400 150 \"-\" \"-\"");
        assertThat(tls.method()).isEqualTo("na:unknown");
        assertThat(tls.path()).isEqualTo("na:unknown");
        assertThat(tls.outcome().status()).isEqualTo(Status.FAILED);
        AccessLine silent = parse("203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"-\" 408 - \"-\" \"-\"");
        assertThat(silent.method()).isEqualTo("na:not-given");
        assertThat(silent.bytes()).isZero();
    }

    @Test
    void aPathHasNoHostNoPasswordAndNoQuery() throws Exception {
        assertThat(path("GET http://somsri:secret@www.example.go.th/a?id=1 HTTP/1.1"))
                .isEqualTo("/a");
        assertThat(path("GET http://somsri:secret@www.example.go.th?id=1 HTTP/1.1"))
                .isEqualTo("/");
        assertThat(path("CONNECT somsri:secret@www.example.go.th:443 HTTP/1.1")).isEqualTo("na:unknown");
        assertThat(path("OPTIONS * HTTP/1.1")).isEqualTo("*");
        assertThat(path("GET /a b?id=1 HTTP/1.1")).isEqualTo("/a b");
        assertThat(path("GET /a#b")).isEqualTo("/a");
        assertThat(path("GET /\\xE0\\xB8\\x81?\\xC2\\x85=1 HTTP/1.1")).isEqualTo("/ก");
    }

    @Test
    void aUserMayHaveSpacesAndBracketsInHisName() throws Exception {
        AccessLine line = parse("203.0.113.7 - som sri [a] [22/Nov/2026:12:00:01 +0700] \"GET / HTTP/1.1\" 401 12");
        assertThat(line.user()).isEqualTo("som sri [a]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not an access log",
                "203.0.113.7 - - [31/Feb/2026:12:00:01 +0700] \"GET / HTTP/1.1\" 200 12",
                "203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"GET / HTTP/1.1\" 2000 12",
                "203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"GET / HTTP/1.1\" 200 -12",
                "203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"GET / HTTP/1.1\" 200",
                "203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"GET / HTTP/1.1",
                "203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"GET / HTTP/1.1\\\" 200 12",
                "203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"GET / HTTP/1.1\" 200 12 \"-\"",
                "203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"GET / HTTP/1.1\" 200 12 \"-\" \"a\" \"b\" \"c\"",
                "www.example.go.th:443 203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] GET",
                "203.0.113.7 - [22/Nov/2026:12:00:01 +0700] x"
            })
    void aLineInNeitherFormatIsRefusedWithoutRepeatingIt(String line) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(MalformedLine.class)
                .hasMessageStartingWith("found ")
                .message()
                .doesNotContain("203.0.113.7");
    }

    /** Whatever the line, it is read or refused, and nothing else is thrown. */
    @Test
    void noLineThrowsAnythingElse() {
        Random random = new Random(20261122);
        byte[] good = (PLAIN + " \"-\" \"agent \\x41\"").getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] line = good.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            }
            try {
                AccessLine.parse(line);
            } catch (MalformedLine e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_000);
    }

    private static String path(String request) throws MalformedLine {
        return parse("203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"" + request + "\" 200 12")
                .path();
    }

    private static AccessLine parse(String line) throws MalformedLine {
        return AccessLine.parse(line.getBytes(StandardCharsets.UTF_8));
    }
}
