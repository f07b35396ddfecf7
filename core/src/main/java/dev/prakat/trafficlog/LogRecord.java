package dev.prakat.trafficlog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is shown and exported. Immutable.
 *
 * @param origin the log that it is in
 * @param index its index there, from 0
 * @param at its time, as the clock had it
 * @param text its public part, character for character what is hashed: one JSON object in one line
 * @param personal its personal part, one JSON object, or null when it was not asked for or its key is destroyed
 * @param salt what was hashed before the personal part, in base64, so that the commitment in the public part can be checked; null
 *     without {@code personal}
 */
public record LogRecord(
        String origin,
        long index,
        Instant at,
        String text,
        @Nullable String personal,
        @Nullable String salt) {

    /**
     * When what it is about happened.
     *
     * @return for an imported request the time that the web server wrote down, else the time of the record
     */
    public Instant happened() {
        String own = elements().get("at");
        try {
            return own == null ? at : OffsetDateTime.parse(own).toInstant();
        } catch (DateTimeParseException e) {
            return at;
        }
    }

    /**
     * The elements of the public part, in its order. An element within an object is named by both, as in {@code actor.id}.
     *
     * @return texts and numbers by name
     */
    public Map<String, String> elements() {
        return RecordElements.of(text);
    }

    /**
     * The elements of the personal part.
     *
     * @return texts by name, as in {@code src.addr} and {@code who.id}; empty when it is not open
     */
    public Map<String, String> personalElements() {
        return personal == null ? Map.of() : RecordElements.of(personal);
    }
}
