package dev.prakat.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the REST interface is told, apart from where it stands and how that gets there. Immutable.
 *
 * @param method the method that is meant: {@code GET}, {@code POST}, {@code DELETE}
 * @param route for example {@code wp/v2/posts/12}
 * @param query names and values, not encoded
 * @param body what is sent along, or null for nothing
 */
record Told(
        String method,
        String route,
        Map<String, String> query,
        @Nullable Map<String, ?> body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    Told {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /** {@code GET} with pairs of names and values. */
    static Told get(String route, String... query) {
        return new Told("GET", route, pairs(query), null);
    }

    /** {@code POST} with pairs of names and values. */
    static Told post(String route, Map<String, ?> body, String... query) {
        return new Told("POST", route, pairs(query), body);
    }

    /** {@code DELETE} with pairs of names and values. */
    static Told delete(String route, String... query) {
        return new Told("DELETE", route, pairs(query), null);
    }

    private static Map<String, String> pairs(String... query) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < query.length; i += 2) {
            pairs.put(query[i], query[i + 1]);
        }
        return pairs;
    }

    /** The request that says so alone. {@code DELETE} travels as {@code POST}, because hosts block it. */
    Ask ask(Endpoints endpoints, @Nullable String subject, String step) {
        List<String> all = new ArrayList<>();
        query.forEach((name, value) -> all.addAll(List.of(name, value)));
        if (method.equals("DELETE")) {
            all.addAll(List.of("_method", method));
        }
        all.addAll(List.of("prakat", step));
        String[] pairs = all.toArray(String[]::new);
        Ask ask = method.equals("GET")
                ? Ask.get(endpoints.at(route, pairs), subject, step)
                : Ask.post(endpoints.at(route, pairs), json(body == null ? Map.of() : body), subject, step);
        return ask.saying(this);
    }

    /** The same as one of the requests in a batch. */
    Map<String, Object> inBatch() {
        StringBuilder path = new StringBuilder("/").append(route);
        query.forEach((name, value) -> path.append(path.indexOf("?") < 0 ? '?' : '&')
                .append(Endpoints.encoded(name))
                .append('=')
                .append(Endpoints.encoded(value)));
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("method", method);
        part.put("path", path.toString());
        if (body != null) {
            part.put("body", body);
        }
        return part;
    }

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers could not be written as JSON", e);
        }
    }
}
