package dev.prakat.wordpress;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficOutcome.Status;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests, each with its intent before the first byte and its outcome after the last. Follows no redirect, sends no
 * cookie. Serves one call of the target; the client behind it serves them all.
 */
final class Calls {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final TrafficRecorder recorder;
    private final List<LogReceipt> records = new CopyOnWriteArrayList<>();

    Calls(HttpClient client, TrafficRecorder recorder) {
        this.client = client;
        this.recorder = recorder;
    }

    /**
     * A client for a site.
     *
     * @param trust which certificates to trust; null for those of the machine
     */
    static HttpClient client(@Nullable SSLContext trust) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1);
        return trust == null ? client.build() : client.sslContext(trust).build();
    }

    /** The records that were left in the log, in order. */
    List<LogReceipt> records() {
        return List.copyOf(records);
    }

    /** Sends the same way, and keeps its records apart. */
    Calls beside() {
        return new Calls(client, recorder);
    }

    /** Takes records as its own, because a request was sent for several. */
    void alsoOurs(List<LogReceipt> shared) {
        records.addAll(shared);
    }

    /**
     * Sends a request.
     *
     * @param authorization the value of the header of that name, or null to ask as a stranger
     * @return the answer, whatever it says
     * @throws Unanswered if there was none, or half of one
     */
    Reply send(Ask ask, @Nullable String authorization) throws Unanswered {
        LogReceipt intent = recorder.intent(entry(ask));
        records.add(intent);
        try {
            HttpResponse<Body> response = fetch(request(ask, authorization), ask.patience());
            Reply reply = new Reply(response.statusCode(), response.headers(), response.body());
            records.add(recorder.outcome(intent, outcome(ask, reply)));
            return reply;
        } catch (IOException | TimeoutException e) {
            boolean sent = !neverSent(e);
            boolean changes = ask.method().equals("POST");
            Status status = sent && changes ? Status.UNKNOWN : Status.FAILED;
            records.add(recorder.outcome(
                    intent, TrafficOutcome.of(status, e.getClass().getSimpleName())));
            throw new Unanswered(e, sent);
        }
    }

    private static HttpRequest request(Ask ask, @Nullable String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ask.address())
                .method(ask.method(), ask.body())
                .header("User-Agent", authorization == null ? "Prakat-proof" : "Prakat")
                .header("Accept-Encoding", "identity");
        if (ask.contentType() != null) {
            request.header("Content-Type", ask.contentType());
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private HttpResponse<Body> fetch(HttpRequest request, Duration patience) throws IOException, TimeoutException {
        CompletableFuture<HttpResponse<Body>> answer = client.sendAsync(request, head -> Body.taker());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(String.valueOf(e.getCause()), e);
        }
    }

    /** Whether not a byte of the request can have arrived. */
    private static boolean neverSent(Exception problem) {
        return problem instanceof ConnectException
                || problem instanceof HttpConnectTimeoutException
                || problem instanceof UnknownHostException
                || problem instanceof SSLHandshakeException;
    }

    private static TrafficEntry entry(Ask ask) {
        URI address = ask.address();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return new TrafficEntry(
                TrafficEntry.Kind.HTTP_OUT,
                address.getScheme(),
                ask.method(),
                address.getHost() + port,
                address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()),
                ask.subject(),
                ask.sha256(),
                ask.bytes(),
                ask.why());
    }

    private static TrafficOutcome outcome(Ask ask, Reply reply) {
        int status = reply.status();
        Status kind = Status.OK;
        if (status == 401 || status == 403 || status == 429) {
            kind = Status.DENIED;
        } else if (status >= 500) {
            // A page of WordPress that fails may have done what it was asked before it failed.
            kind = ask.method().equals("POST") ? Status.UNKNOWN : Status.FAILED;
        } else if (status >= 400) {
            kind = Status.FAILED;
        }
        return new TrafficOutcome(
                kind, Integer.toString(status), ask.bytes(), reply.body().bytes());
    }
}
