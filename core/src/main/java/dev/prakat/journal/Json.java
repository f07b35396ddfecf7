package dev.prakat.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Maps and lists of texts as the journal's columns hold them. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, List<String>>> LISTS = new TypeReference<>() {};

    private Json() {}

    static String of(Map<String, ?> values) {
        try {
            return MAPPER.writeValueAsString(new TreeMap<>(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts could not be written as JSON", e);
        }
    }

    static SortedMap<String, String> texts(String json) {
        return read(json, TEXTS);
    }

    static SortedMap<String, List<String>> lists(String json) {
        return read(json, LISTS);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UnreadableRow("found a column that is not the JSON object that was written", e);
        }
    }

    /** A row that somebody else than the journal wrote. */
    static final class UnreadableRow extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        UnreadableRow(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
