package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.prakat.testkit.RecordingTrafficRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A website on the loopback address that says what a test wants, and remembers what it was asked. */
final class CannedSite implements AutoCloseable {

    /** What is said to a request. */
    record Canned(int status, String body, Map<String, String> headers) {}

    final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private volatile Function<String, @Nullable Canned> answers = request -> null;

    CannedSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** From now on says this to a request, given as method and target; null ends the connection. */
    void set(Function<String, @Nullable Canned> all) {
        answers = all;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    Endpoints endpoints() {
        return new Endpoints(address().resolve("wp-json/"));
    }

    WordPressSite settings() {
        return new WordPressSite(address(), "publisher", "test", name -> "secret".toCharArray());
    }

    /** What was asked: method, target and body, with blanks between them. */
    List<String> requests() {
        return requests;
    }

    /** How many requests had this in them. */
    long requests(String part) {
        return requests.stream().filter(request -> request.contains(part)).count();
    }

    /** Forgets what was asked and recorded. */
    void forget() {
        requests.clear();
        recorder.clear();
    }

    /** Ends it; every request must stand in the traffic log, with how it ended. */
    @Override
    public void close() {
        server.stop(0);
        assertThat(recorder.faults()).isEmpty();
        assertThat(recorder.actions())
                .allMatch(action -> action.outcome() != null)
                .hasSameSizeAs(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(request + " " + sent);
        Canned canned = answers.apply(request);
        if (canned != null) {
            byte[] bytes = canned.body().getBytes(StandardCharsets.UTF_8);
            canned.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.sendResponseHeaders(canned.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
