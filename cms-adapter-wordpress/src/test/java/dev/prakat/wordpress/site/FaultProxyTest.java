package dev.prakat.wordpress.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault does what its name says, before a server that remembers what it was asked. */
class FaultProxyTest {

    private static final String ANSWER = "ก".repeat(3_000);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    201, exchange.getRequestURI().getPath().contains("chunked") ? 0 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"NONE,201,1", "BAD_GATEWAY_AFTER,502,1", "UNAVAILABLE_BEFORE,503,0", "TOO_MANY,429,0"})
    void someAreToldInAnAnswer(Fault fault, int status, int carriedOut) throws Exception {
        try (FaultProxy proxy = proxy(fault)) {
            HttpResponse<String> answer = post(proxy, "a?b=c");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Retry-After").isPresent())
                    .isEqualTo(status == 503 || status == 429);
            assertThat(heard).hasSize(carriedOut).allMatch(line -> line.equals("POST /a?b=c สวัสดี"));
            assertThat(proxy.passed()).containsExactly(new Passed(1, "POST", "/a?b=c", fault));
            assertThat(post(proxy, "again").body()).isEqualTo(ANSWER);
        }
    }

    @ParameterizedTest
    @CsvSource({"RESET_BEFORE,0", "ANSWER_DROPPED,1", "HALF_ANSWER,1", "LATE,0"})
    void othersEndTheConnection(Fault fault, int carriedOut) throws Exception {
        try (FaultProxy proxy = proxy(fault, fault)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> post(proxy, "a"));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> post(proxy, "chunked"));
            assertThat(heard).hasSize(2 * carriedOut);
        }
    }

    @Test
    void aLateRequestReachesTheSiteWhenItIsToldTo() throws Exception {
        try (FaultProxy proxy = proxy(Fault.LATE)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> post(proxy, "late"));
            post(proxy, "second");
            assertThat(heard).containsExactly("POST /second สวัสดี");
            assertThat(proxy.deliverLate()).isEqualTo(1);
            assertThat(heard).last().isEqualTo("POST /late สวัสดี");
            assertThat(proxy.deliverLate()).isZero();
        }
    }

    @Test
    void orAfterSoManyOthers() throws Exception {
        try (FaultProxy proxy = new FaultProxy(upstream(), FaultPlan.next("POST", "late", Fault.LATE), 2)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> post(proxy, "late"));
            post(proxy, "second");
            assertThat(heard).hasSize(1);
            post(proxy, "third");
            assertThat(heard).map(line -> line.split(" ")[1]).containsExactly("/second", "/late", "/third");
        }
    }

    @Test
    void aBodyInChunksIsForwardedWhole() throws Exception {
        try (FaultProxy proxy = proxy()) {
            byte[] body = "ก".repeat(40_000).getBytes(StandardCharsets.UTF_8);
            HttpRequest request = HttpRequest.newBuilder(proxy.baseUri())
                    .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo(ANSWER);
            assertThat(heard).singleElement().satisfies(line -> assertThat(line).hasSize("POST / ".length() + 40_000));
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aRandomPlanHasEveryFaultAndIsTheSameForTheSameSeed(Fault fault) {
        List<Fault> fates = fates(7);
        assertThat(fates).isEqualTo(fates(7)).isNotEqualTo(fates(8)).contains(fault);
        assertThat(fates.stream().filter(f -> f != Fault.NONE).count()).isBetween(250L, 350L);
    }

    private static List<Fault> fates(long seed) {
        FaultPlan plan = FaultPlan.random(seed, 30);
        return IntStream.rangeClosed(1, 1_000)
                .mapToObj(n -> plan.fate(n, "GET", "/"))
                .toList();
    }

    private FaultProxy proxy(Fault... fates) throws IOException {
        return new FaultProxy(upstream(), FaultPlan.next("POST", "", fates), 0);
    }

    private URI upstream() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private HttpResponse<String> post(FaultProxy proxy, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(proxy.baseUri().resolve(path))
                .POST(BodyPublishers.ofString("สวัสดี", StandardCharsets.UTF_8))
                .build();
        return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
