package dev.prakat.staticsite;

import dev.prakat.spi.Artefact;
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
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at addresses as a stranger would: a GET without credentials, no redirect followed, first as everybody asks and, where it
 * matters, once more with something in the query that no cache has seen. Serves one observe call: once the base address turned
 * out not to answer, the rest is not tried.
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
    private boolean answered;

    /**
     * Makes one.
     *
     * @param answered whether the base address has ever answered: from then on nobody listening is a fault of the website
     */
    WebView(HttpClient client, TrafficRecorder recorder, boolean answered) {
        this.client = client;
        this.recorder = recorder;
        this.answered = answered;
    }

    boolean answered() {
        return answered;
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
     * @param file how large the file for this address is; empty when there is none
     * @param fresh whether to ask so that no cache can answer
     * @return empty when nothing listens at the base address and never has, so that the files alone decide
     */
    Optional<Sighting> look(ObserveRequest.Address asked, OptionalLong file, boolean fresh) {
        if (nobodyListens) {
            return Optional.empty();
        }
        if (silence != null) {
            return Optional.of(Sighting.unknown("GET not tried again after " + silence));
        }
        URI address = fresh ? fresh(asked.address()) : asked.address();
        LogReceipt intent = recorder.intent(entry(asked, address));
        try {
            HttpResponse<Body> response = fetch(address, TOTAL_SECONDS + file.orElse(0) / BYTES_A_SECOND);
            answered = true;
            recorder.outcome(intent, outcome(response));
            return Optional.of(judge(asked, response, file.isPresent()));
        } catch (IOException | TimeoutException e) {
            recorder.outcome(intent, failed(e));
            boolean refused = e instanceof ConnectException;
            if (refused && !answered) {
                nobodyListens = true;
                return Optional.empty();
            }
            if (refused || e instanceof HttpConnectTimeoutException || e instanceof TimeoutException) {
                silence = e.getClass().getSimpleName();
            }
            return Optional.of(Sighting.unknown("GET failed: " + e.getClass().getSimpleName()));
        }
    }

    private static URI fresh(URI address) {
        String query = "prakat-look=" + UUID.randomUUID();
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + query);
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

    private static Sighting judge(ObserveRequest.Address asked, HttpResponse<Body> response, boolean file) {
        int status = response.statusCode();
        String where = "GET " + status;
        if (status == 404 || status == 410) {
            return missing(asked, Sighting.of(asked, response.body(), where), where, file);
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

    /** A status that says "not here" is believed only where the body does not show the item, and a list not where it has a file. */
    private static Sighting missing(ObserveRequest.Address asked, Sighting body, String where, boolean file) {
        if (body.answer() == Observation.Answer.PRESENT) {
            String contradiction = where + " above the item itself";
            return new Sighting(Observation.Answer.UNKNOWN, body.marker(), body.sha256(), null, false, contradiction);
        }
        if (file && (asked.kind() == Artefact.Kind.LISTING || asked.kind() == Artefact.Kind.FEED)) {
            return Sighting.unknown(where + " for a list that has a file: this server does not show our folder");
        }
        return new Sighting(Observation.Answer.ABSENT, body.marker(), body.sha256(), null, false, where);
    }

    private static Optional<URI> resolve(URI address, String location) {
        try {
            return Optional.of(address.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a server may send anything
        }
    }

    private static TrafficEntry entry(ObserveRequest.Address asked, URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return new TrafficEntry(
                TrafficEntry.Kind.HTTP_OUT,
                address.getScheme(),
                "GET",
                address.getHost() + port,
                address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()),
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
