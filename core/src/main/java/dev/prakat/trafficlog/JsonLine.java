package dev.prakat.trafficlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A record as one line of JSON; the record itself stands in it as it was signed. No state. */
final class JsonLine {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonLine() {}

    static String of(LogRecord record) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("log", record.origin());
            out.writeNumberField("index", record.index());
            out.writeFieldName("record");
            out.writeRawValue(record.text());
            String personal = record.personal();
            if (personal != null) {
                out.writeFieldName("personal");
                out.writeRawValue(personal);
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a line in memory cannot be written", e);
        }
        return text + "\n";
    }
}
