package dev.prakat.wordpress;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * What came back, in bounded memory. Immutable.
 *
 * @param sha256 the hash of all of it
 * @param bytes how much there was
 * @param text the first part as UTF-8
 * @param isWhole whether the text has everything: what is not in half a text may be in the other half
 */
record Body(String sha256, long bytes, String text, boolean isWhole) {

    /** A hundred posts with their bodies fit; a page of a website does easily. */
    private static final int KEPT = 32 << 20;

    static Body of(String text) {
        return new Body(Hashes.sha256(text), text.getBytes(StandardCharsets.UTF_8).length, text, true);
    }

    static HttpResponse.BodySubscriber<Body> taker() {
        return new Taker();
    }

    /** Takes the bytes as they come. */
    private static final class Taker implements HttpResponse.BodySubscriber<Body> {
        private final CompletableFuture<Body> result = new CompletableFuture<>();
        private final MessageDigest digest = Hashes.sha256();
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long bytes;

        @Override
        public CompletionStage<Body> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                digest.update(part);
                kept.write(part, 0, Math.min(part.length, KEPT - kept.size()));
                bytes += part.length;
            }
        }

        @Override
        public void onError(Throwable problem) {
            result.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            result.complete(new Body(Hashes.hex(digest), bytes, kept.toString(StandardCharsets.UTF_8), bytes <= KEPT));
        }
    }
}
