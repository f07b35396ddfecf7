package dev.prakat.wordpress;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * An answer. Immutable.
 *
 * @param status the status
 * @param headers the head
 * @param body the body
 */
record Reply(int status, HttpHeaders headers, Body body) {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    /** The same head with other words: a part of what was said. */
    Reply saying(JsonNode words) {
        return new Reply(status, headers, Body.of(words.toString()));
    }

    /** One of the answers of a batch. It has the head of the whole and its own status; without one it has said nothing. */
    Reply part(JsonNode one) {
        return new Reply(
                one.path("status").asInt(), headers, Body.of(one.path("body").toString()));
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    boolean isOk() {
        return status >= 200 && status < 300;
    }

    /**
     * The JSON of the answer. A plugin that prints a notice before or after it does no harm: the one balanced value counts.
     *
     * @return empty when there is none, or when it was cut
     */
    Optional<JsonNode> json() {
        if (!body.isWhole()) {
            return Optional.empty();
        }
        Optional<JsonNode> plain = parse(body.text());
        return plain.isPresent() ? plain : JsonInNoise.find(body.text()).flatMap(Reply::parse);
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isContainerNode() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty(); // an answer may be anything
        }
    }

    /** WordPress's own code for what was wrong, or empty when the answer is none of WordPress's. */
    String code() {
        return json().map(node -> node.path("code").asText("")).orElse("");
    }

    /** How long it asks to be left alone, at the most an hour; empty when it does not say. */
    Optional<Duration> retryAfter(Instant now) {
        return header("Retry-After").flatMap(text -> seconds(text, now)).map(Duration::ofSeconds);
    }

    private static Optional<Long> seconds(String text, Instant now) {
        try {
            return Optional.of(Math.min(3600, Math.max(0, Long.parseLong(text.strip()))));
        } catch (NumberFormatException notANumber) {
            return instant(text)
                    .map(at ->
                            Math.min(3600, Math.max(0, Duration.between(now, at).toSeconds())));
        }
    }

    /** What the website's own clock says. */
    Optional<Instant> date() {
        return header("Date").flatMap(Reply::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty(); // as if it had not been said
        }
    }
}
