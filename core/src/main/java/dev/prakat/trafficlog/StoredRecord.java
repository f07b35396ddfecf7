package dev.prakat.trafficlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What recovery and verification want to know of a stored record's public part. One thread while it is read. */
final class StoredRecord {

    /** Of two equal keys nobody could say which counts, so a record with two is none. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern PRUNED = Pattern.compile("records/[0-9]{1,18}-([0-9]{1,18})");

    static final String PRUNING = "log.prune";

    @Nullable
    String kind;

    @Nullable
    String phase;

    @Nullable
    String correlation;

    @Nullable
    String service;

    @Nullable
    String command;

    @Nullable
    String destination;

    @Nullable
    String path;

    @Nullable
    String subject;

    @Nullable
    String status;

    @Nullable
    String sealedHash;

    @Nullable
    String why;

    @Nullable
    String id;

    /** The pseudonym of who acted. */
    @Nullable
    String actor;

    /** What an imported line is known by when it comes again. */
    @Nullable
    String repeat;

    private @Nullable String timestamp;

    /** The time of an imported request, with its zone. */
    private @Nullable String requested;

    /** The index of the intent that an outcome closes, -1 without one. */
    long ref = -1;

    private StoredRecord() {}

    /**
     * Reads a record.
     *
     * @return what it says, or null if it is not one JSON object
     */
    static @Nullable StoredRecord parse(RawRecord raw) {
        try (JsonParser parser = JSON.createParser(raw.buffer(), raw.pubAt(), raw.pubLength())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            StoredRecord found = new StoredRecord();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    found.text(name, parser);
                } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("ref")) {
                    found.ref = parser.getLongValue();
                } else if (value == JsonToken.START_OBJECT && name.equals("actor")) {
                    found.actor(parser);
                } else {
                    parser.skipChildren();
                }
            }
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null ? found : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** When it was made, or null if it does not say so. */
    @Nullable
    Instant at() {
        try {
            return timestamp == null ? null : Instant.parse(timestamp);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** When what it is about happened: for an imported request its own time, else when it was made. Null if it does not say so. */
    @Nullable
    Instant happened() {
        try {
            return requested == null ? at() : OffsetDateTime.parse(requested).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** For the record of a pruning the first record that was kept, else 0. */
    long prunedTo() {
        Matcher range = path == null || !PRUNING.equals(kind) || !"intent".equals(phase) ? null : PRUNED.matcher(path);
        return range != null && range.matches() ? Long.parseLong(range.group(1)) + 1 : 0;
    }

    private void actor(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
            if (text && name.equals("id")) {
                actor = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void text(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "kind" -> kind = parser.getText();
            case "ph" -> phase = parser.getText();
            case "corr" -> correlation = parser.getText();
            case "ts" -> timestamp = parser.getText();
            case "at" -> requested = parser.getText();
            case "rep" -> repeat = parser.getText();
            case "svc" -> service = parser.getText();
            case "cmd" -> command = parser.getText();
            case "dst" -> destination = parser.getText();
            case "path" -> path = parser.getText();
            case "obj" -> subject = parser.getText();
            case "st" -> status = parser.getText();
            case "id" -> id = parser.getText();
            case "why" -> why = parser.getText();
            case "sc" -> sealedHash = parser.getText();
            default -> {
                // Elements that neither recovery nor verification needs.
            }
        }
    }
}
