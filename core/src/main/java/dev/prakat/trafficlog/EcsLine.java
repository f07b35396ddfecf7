package dev.prakat.trafficlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A record as a line of JSON with the fields of the Elastic Common Schema. What is unknown is left out; {@code event.original} is
 * the record as it was signed, so that nothing is lost and its hash can be made. No state.
 */
final class EcsLine {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String VERSION = "8.11.0";

    private EcsLine() {}

    /** A line with its line feed. */
    static String of(LogRecord record) {
        Map<String, String> elements = record.elements();
        Map<String, String> personal = record.personalElements();
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("@timestamp", DateTimeFormatter.ISO_INSTANT.format(record.happened()));
            object(out, "ecs", "version", VERSION);
            out.writeStringField(
                    "message", elements.getOrDefault("kind", "-") + " " + elements.getOrDefault("cmd", "-"));
            event(out, record, elements);
            object(out, "trace", "id", given(elements.get("corr")));
            object(out, "observer", "name", record.origin(), "product", "prakat");
            out.writeObjectFieldStart("process");
            number(out, "pid", elements.get("org.pid"), 1);
            out.writeEndObject();
            object(out, "network", "protocol", given(elements.get("svc")));
            object(out, "destination", "address", given(elements.get("dst")));
            path(out, elements);
            object(out, "user", "id", given(elements.get("actor.id")), "name", given(personal.get("who.id")));
            source(out, personal);
            object(out, "user_agent", "original", given(personal.get("src.agent")));
            labels(out, record, elements);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a line in memory cannot be written", e);
        }
        return text + "\n";
    }

    private static void event(JsonGenerator out, LogRecord record, Map<String, String> elements) throws IOException {
        out.writeObjectFieldStart("event");
        out.writeStringField("kind", "event");
        out.writeStringField("dataset", "prakat.trafficlog");
        out.writeStringField("created", DateTimeFormatter.ISO_INSTANT.format(record.at()));
        text(out, "action", elements.get("cmd"));
        text(out, "id", elements.get("id"));
        out.writeNumberField("sequence", record.index());
        text(out, "reason", elements.get("why"));
        text(out, "code", elements.get("err"));
        number(out, "duration", elements.get("dur_us"), TimeUnit.MICROSECONDS.toNanos(1));
        String status = elements.get("st");
        if (status != null) {
            out.writeStringField(
                    "outcome",
                    switch (status) {
                        case "ok" -> "success";
                        case "denied", "failed" -> "failure";
                        default -> "unknown";
                    });
        }
        out.writeStringField("original", record.text());
        out.writeEndObject();
    }

    private static void path(JsonGenerator out, Map<String, String> elements) throws IOException {
        String path = given(elements.get("path"));
        String hash = elements.get("sha256");
        if (elements.getOrDefault("kind", "").startsWith("file.")) {
            out.writeObjectFieldStart("file");
            text(out, "path", path);
            object(out, "hash", "sha256", hash);
            out.writeEndObject();
        } else {
            object(out, "url", "original", path);
        }
    }

    private static void source(JsonGenerator out, Map<String, String> personal) throws IOException {
        String address = given(personal.get("src.addr"));
        ClientAddress client = ClientAddress.of(address);
        if (address != null) {
            out.writeObjectFieldStart("source");
            text(out, "address", address);
            text(out, "ip", client.ip());
            number(out, "port", client.port(), 1);
            out.writeEndObject();
        }
    }

    /** What the schema has no field for. */
    private static void labels(JsonGenerator out, LogRecord record, Map<String, String> elements) throws IOException {
        object(
                out,
                "labels",
                "log",
                record.origin(),
                "phase",
                elements.get("ph"),
                "ref",
                elements.get("ref"),
                "object",
                elements.get("obj"),
                "status",
                elements.get("st"),
                "bytes_out",
                given(elements.get("out_b")),
                "bytes_in",
                given(elements.get("in_b")),
                "route",
                given(elements.get("route")),
                "forwarded_for",
                given(record.personalElements().get("src.fwd")));
    }

    /** An object of texts, names and values by turns; none when no value is known. */
    private static void object(JsonGenerator out, String name, @Nullable String... members) throws IOException {
        boolean begun = false;
        for (int i = 0; i < members.length; i += 2) {
            String value = members[i + 1];
            if (value != null) {
                if (!begun) {
                    out.writeObjectFieldStart(name);
                    begun = true;
                }
                out.writeStringField(String.valueOf(members[i]), value);
            }
        }
        if (begun) {
            out.writeEndObject();
        }
    }

    private static void text(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    private static void number(JsonGenerator out, String name, @Nullable String value, long times) throws IOException {
        if (value != null && value.matches("[0-9]{1,15}")) {
            out.writeNumberField(name, Long.parseLong(value) * times);
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.startsWith("na:") ? null : text;
    }
}
