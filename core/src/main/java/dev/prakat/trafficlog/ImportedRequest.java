package dev.prakat.trafficlog;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/**
 * A request of a web server's access log on its way into a record. What says who it was is sealed, the line itself too: under the key
 * of the request's own day, so that it goes when that day's retention ends, whenever it was imported. The line is not copied.
 */
final class ImportedRequest {

    /** The kind of its record. */
    static final String KIND = Draft.kind(TrafficEntry.Kind.HTTP_IN);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final AccessLine request;
    private final byte[] line;
    private final String repeat;

    /**
     * @param line the line that the request was read from
     * @param repeat what the line is known by when it comes again
     */
    ImportedRequest(AccessLine request, byte[] line, String repeat) {
        this.request = request;
        this.line = line;
        this.repeat = repeat;
    }

    /** The day in Bangkok whose key seals it. */
    LocalDate day() {
        return request.day();
    }

    /** When it was, with the zone of the server. */
    String time() {
        return TIME.format(request.at());
    }

    String repeat() {
        return repeat;
    }

    /** What the record says of it in public. */
    TrafficEntry entry(String site) {
        String service = site.startsWith("https://") ? "https" : "http";
        return new TrafficEntry(
                TrafficEntry.Kind.HTTP_IN, service, request.method(), site, request.path(), null, null, -1, null);
    }

    /** How it ended. */
    TrafficOutcome outcome() {
        return request.outcome();
    }

    /** Writes what is sealed: one JSON object. */
    void personal(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("src");
        out.writeStringField("addr", RecordText.fit(request.client()));
        out.writeStringField("fwd", RecordText.fit(request.forwarded()));
        out.writeStringField("agent", RecordText.fit(request.agent()));
        out.writeEndObject();
        out.writeObjectFieldStart("who");
        out.writeStringField("id", RecordText.fit(request.user()));
        out.writeStringField("name", NaCode.NOT_HELD);
        out.writeStringField("mail", NaCode.NOT_HELD);
        out.writeStringField("sess", NaCode.NOT_GIVEN);
        out.writeEndObject();
        String text = LogText.plain(line);
        if (text != null) {
            out.writeStringField("line", text);
        } else {
            out.writeStringField("line64", Base64.getEncoder().encodeToString(line));
        }
        out.writeEndObject();
    }
}
