package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Actor;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.trafficlog.TrafficLog;
import dev.prakat.trafficlog.TrafficLogProver;
import dev.prakat.trafficlog.TrafficLogSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However an outgoing call fails, the traffic log has its intent once and its outcome once. */
@Tag("S001-R30")
class OutgoingFailuresTest {

    private static final String CLOSE = "Connection: close\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void twentyKindsOfFailureAreEachOneIntentAndOneOutcome() throws Exception {
        try (TrafficLog log = TrafficLog.open(TrafficLogSettings.of(
                        folder.resolve("log"), "www.example.go.th", () -> Instant.parse("2026-11-22T05:00:00Z"))
                .withReserve(0))) {
            Map<String, String> answers = answers();
            assertThat(answers).hasSize(18);
            for (Map.Entry<String, String> each : answers.entrySet()) {
                try (Server server = new Server(each.getValue())) {
                    pair(log, each.getKey(), server.address("http"));
                }
            }
            try (Server server = new Server("HTTP/1.1 200 OK\r\n" + CLOSE)) {
                pair(log, "TLS against a server that speaks none", server.address("https"));
            }
            int closed;
            try (Server server = new Server("")) {
                closed = server.socket.getLocalPort();
            }
            pair(log, "nobody listens", URI.create("http://localhost:" + closed + "/a.html"));
            pair(log, "no such host", URI.create("http://none.invalid/a.html"));
        }
    }

    private static Map<String, String> answers() {
        Map<String, String> all = new LinkedHashMap<>();
        for (int status : new int[] {301, 400, 401, 403, 404, 410, 429, 500, 502, 503}) {
            all.put("status " + status, "HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n" + CLOSE);
        }
        all.put("a redirect to nonsense", "HTTP/1.1 302 X\r\nLocation: ht tp://\r\nContent-Length: 0\r\n" + CLOSE);
        all.put("no answer at all", "");
        all.put("a cut head", "HTTP/1.1 200 OK\r\nContent-Le");
        all.put("a cut body", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n" + CLOSE + "short");
        all.put(
                "a body cut between chunks",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + CLOSE + "5\r\nhello\r\n");
        all.put(
                "chunks that are none",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + CLOSE + "zz\r\nhello\r\n");
        all.put("no HTTP", "SSH-2.0-none\r\n\r\n");
        all.put("a length that is no number", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n" + CLOSE);
        return all;
    }

    private void pair(TrafficLog log, String what, URI address) {
        long before = log.size();
        ObserveRequest.Address asked =
                new ObserveRequest.Address("placement-1", "item-1", address, Artefact.Kind.PAGE, null);
        new WebView(WebView.client(), log.recorder(Actor.system("proof"), "test"), true)
                .look(asked, OptionalLong.empty(), false);
        assertThat(log.size() - before).as("records of %s", what).isEqualTo(2);
        String intent = record(before);
        assertThat(intent).as(what).contains("\"kind\":\"http.out\",\"ph\":\"intent\"");
        assertThat(record(before + 1))
                .as(what)
                .contains("\"kind\":\"http.out\",\"ph\":\"outcome\"")
                .contains("\"ref\":" + before + ",")
                .containsPattern("\"st\":\"(ok|denied|failed)\",\"err\":\"[0-9A-Za-z]+\"");
    }

    private String record(long index) {
        return new String(TrafficLogProver.record(folder.resolve("log"), index), StandardCharsets.UTF_8);
    }

    /** Says one thing to everybody, and hangs up. */
    private static final class Server implements AutoCloseable {
        private final ServerSocket socket;

        Server(String answer) throws IOException {
            socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> serve(answer), "failing-website");
            thread.setDaemon(true);
            thread.start();
        }

        URI address(String scheme) {
            return URI.create(scheme + "://localhost:" + socket.getLocalPort() + "/a.html");
        }

        private void serve(String answer) {
            while (!socket.isClosed()) {
                try (Socket open = socket.accept()) {
                    InputStream in = open.getInputStream();
                    // The head of the request, or what a TLS client says first.
                    assertThat(in.read(new byte[8_192])).isPositive();
                    open.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // The client may hang up first; the next one is served all the same.
                    continue;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
