package dev.prakat.staticsite;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at addresses as a stranger would: one GET without credentials, no redirect followed. Serves one observe call: once the
 * base address turned out not to answer, the rest is not tried.
 */
final class WebView {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long TOTAL_SECONDS = 5;
    /** A large attachment gets a second more for every so many bytes. */
    private static final long BYTES_A_SECOND = 2_000_000;

    private final HttpClient client;
    private final TrafficRecorder recorder;
    private @Nullable String silence;
    private boolean nobodyListens;

    WebView(HttpClient client, TrafficRecorder recorder) {
        this.client = client;
        this.recorder = recorder;
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * Looks at an address.
     *
     * @param expectedBytes how large the answer may honestly be
     * @return empty when nothing listens at the base address, so that the files alone decide
     */
    Optional<Sighting> look(ObserveRequest.Address asked, long expectedBytes) {
        if (nobodyListens) {
            return Optional.empty();
        }
        if (silence != null) {
            return Optional.of(Sighting.unknown("GET not tried again after " + silence));
        }
        LogReceipt intent = recorder.intent(entry(asked));
        try {
            HttpResponse<Body> response = fetch(asked.address(), TOTAL_SECONDS + expectedBytes / BYTES_A_SECOND);
            recorder.outcome(intent, outcome(response));
            return Optional.of(judge(asked, response));
        } catch (ConnectException e) {
            recorder.outcome(intent, failed(e));
            nobodyListens = true;
            return Optional.empty();
        } catch (IOException | TimeoutException e) {
            recorder.outcome(intent, failed(e));
            if (e instanceof HttpConnectTimeoutException || e instanceof TimeoutException) {
                silence = e.getClass().getSimpleName();
            }
            return Optional.of(Sighting.unknown("GET failed: " + e.getClass().getSimpleName()));
        }
    }

    private HttpResponse<Body> fetch(URI address, long seconds) throws IOException, TimeoutException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("User-Agent", "Prakat-proof")
                .GET()
                .build();
        CompletableFuture<HttpResponse<Body>> answer = client.sendAsync(request, info -> new BodyTaker());
        try {
            return answer.get(seconds, TimeUnit.SECONDS);
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

    private static Sighting judge(ObserveRequest.Address asked, HttpResponse<Body> response) {
        int status = response.statusCode();
        String where = "GET " + status;
        if (status == 404 || status == 410) {
            Sighting body = Sighting.of(asked, response.body(), where);
            return new Sighting(Observation.Answer.ABSENT, body.marker(), body.sha256(), null, false, where);
        }
        if (status == 200) {
            return Sighting.of(asked, response.body(), where);
        }
        URI redirect = response.headers()
                .firstValue("Location")
                .filter(l -> status >= 300 && status < 400)
                .flatMap(l -> resolve(asked.address(), l))
                .orElse(null);
        return new Sighting(Observation.Answer.UNKNOWN, null, null, redirect, false, where);
    }

    private static Optional<URI> resolve(URI address, String location) {
        try {
            return Optional.of(address.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a server may send anything
        }
    }

    private static TrafficEntry entry(ObserveRequest.Address asked) {
        URI address = asked.address();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return new TrafficEntry(
                TrafficEntry.Kind.HTTP_OUT,
                address.getScheme(),
                "GET",
                address.getHost() + port,
                address.getRawPath(),
                asked.item(),
                null,
                0,
                "proof");
    }

    private static TrafficOutcome outcome(HttpResponse<Body> response) {
        int status = response.statusCode();
        TrafficOutcome.Status kind = status == 401 || status == 403 || status == 429
                ? TrafficOutcome.Status.DENIED
                : status >= 500 ? TrafficOutcome.Status.FAILED : TrafficOutcome.Status.OK;
        return new TrafficOutcome(
                kind, Integer.toString(status), 0, response.body().bytes());
    }

    private static TrafficOutcome failed(Exception e) {
        return TrafficOutcome.of(TrafficOutcome.Status.FAILED, e.getClass().getSimpleName());
    }

    /** Takes the answer's bytes in bounded memory. */
    private static final class BodyTaker implements HttpResponse.BodySubscriber<Body> {
        private final CompletableFuture<Body> result = new CompletableFuture<>();
        private final Body.Reader reader = new Body.Reader();

        @Override
        public CompletableFuture<Body> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                reader.accept(bytes, bytes.length);
            }
        }

        @Override
        public void onError(Throwable problem) {
            result.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            result.complete(reader.body());
        }
    }
}
