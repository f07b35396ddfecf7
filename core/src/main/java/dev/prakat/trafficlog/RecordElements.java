package dev.prakat.trafficlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object laid flat: what is in an inner object is named by both keys with a dot between. No state. */
final class RecordElements {

    private static final JsonFactory JSON = new JsonFactory();

    private RecordElements() {}

    /** The elements in their order; none when the text is not one JSON object. */
    static Map<String, String> of(String json) {
        Map<String, String> found = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                object(parser, "", found);
            }
        } catch (IOException e) {
            return Map.of();
        }
        return Collections.unmodifiableMap(found);
    }

    private static void object(JsonParser parser, String before, Map<String, String> found) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && before.isEmpty()) {
                object(parser, name + ".", found);
            } else if (value.isScalarValue()) {
                found.put(before + name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
    }
}
