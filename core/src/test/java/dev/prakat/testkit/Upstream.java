package dev.prakat.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The honest website is another server: everything is passed on, whatever the method, and comes back unchanged. The host that was
 * asked for is said in {@code X-Forwarded-Host}, as a balancer says it. Thread-safe.
 */
public final class Upstream implements Origin {

    /** What belongs to a connection, and what the JDK's client and server set by themselves. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection", "content-length", "date", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI base;

    /**
     * Stands for a server.
     *
     * @param base its address; the host and port of it count
     */
    public Upstream(URI base) {
        this.base = base;
    }

    @Override
    public WebAnswer answer(WebRequest request) {
        HttpRequest.Builder passed = HttpRequest.newBuilder(base.resolve(request.target()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (!isOfTheConnection(name)) {
                passed.header(name, value);
            } else if (name.equalsIgnoreCase("host")) {
                passed.header("X-Forwarded-Host", value);
            }
        });
        try {
            HttpResponse<byte[]> response = client.send(passed.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>();
            response.headers().map().forEach((name, values) -> {
                if (!isOfTheConnection(name)) {
                    headers.put(name, values.get(0));
                }
            });
            return WebAnswer.of(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            return HostilePages.refusal(502, "the website behind does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HostilePages.refusal(502, "interrupted");
        }
    }

    private static boolean isOfTheConnection(String header) {
        return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }
}
