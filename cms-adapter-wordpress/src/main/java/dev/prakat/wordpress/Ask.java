package dev.prakat.wordpress;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent. Immutable.
 *
 * @param method the method that travels: {@code GET}, {@code POST} or {@code OPTIONS}; other methods are blocked by too many hosts
 * @param address the whole address
 * @param contentType the type of the body, or null without one
 * @param body the body
 * @param sha256 the hash of the body, or null when it is not known beforehand
 * @param bytes the length of the body, 0 without one
 * @param subject the item it is about, or null
 * @param why the reason, for the log
 * @param patience how long the whole answer may take
 * @param told what the REST interface is told with it, or null when it is told nothing, or gets a file
 */
record Ask(
        String method,
        URI address,
        @Nullable String contentType,
        BodyPublisher body,
        @Nullable String sha256,
        long bytes,
        @Nullable String subject,
        String why,
        Duration patience,
        @Nullable Told told) {

    private static final Duration USUAL = Duration.ofSeconds(30);

    static Ask get(URI address, @Nullable String subject, String why) {
        return new Ask("GET", address, null, BodyPublishers.noBody(), null, 0, subject, why, USUAL, null);
    }

    static Ask options(URI address, @Nullable String subject, String why) {
        return new Ask("OPTIONS", address, null, BodyPublishers.noBody(), null, 0, subject, why, USUAL, null);
    }

    static Ask post(URI address, String json, @Nullable String subject, String why) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Ask(
                "POST",
                address,
                "application/json; charset=UTF-8",
                BodyPublishers.ofByteArray(bytes),
                Hashes.sha256(bytes),
                bytes.length,
                subject,
                why,
                USUAL,
                null);
    }

    /** The same with another patience. */
    Ask within(Duration time) {
        return new Ask(method, address, contentType, body, sha256, bytes, subject, why, time, told);
    }

    /** The same, with what the REST interface is told. */
    Ask saying(Told what) {
        return new Ask(method, address, contentType, body, sha256, bytes, subject, why, patience, what);
    }

    /** The same, about other items. */
    Ask about(@Nullable String items) {
        return new Ask(method, address, contentType, body, sha256, bytes, items, why, patience, told);
    }
}
