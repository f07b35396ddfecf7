package dev.prakat.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Machine output: one JSON value, indented, keys in the order of the record, an absent value as {@code null}. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException("the answer has no JSON form: " + e.getMessage(), e);
        }
    }

    /** An instant in ISO 8601, UTC. */
    static @Nullable String instant(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** Any value by its text. */
    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
