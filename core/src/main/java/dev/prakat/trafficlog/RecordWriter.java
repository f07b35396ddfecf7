package dev.prakat.trafficlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.RequestContext;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes records: one JSON object with its keys in a fixed order, and the personal part sealed. The bytes are hashed as they
 * stand and never made anew. Thread-safe; runs in the callers' threads, so that the log's own thread only writes.
 */
final class RecordWriter {

    /** The longest public and the longest sealed part, in bytes. */
    static final int MAX_PART = 65_535;

    /** The days of keys and segments are those of Bangkok. */
    static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String origin;
    private final InstantSource clock;
    private final Sealer sealer;
    private final Pseudonyms pseudonyms;
    private final String boot;
    private final ClockWatch watch;
    private final long started = System.nanoTime();
    private final long process = ProcessHandle.current().pid();

    RecordWriter(String origin, InstantSource clock, LogKeys keys, ClockWatch watch) throws IOException {
        this.origin = origin;
        this.clock = clock;
        this.watch = watch;
        this.sealer = new Sealer(origin, keys);
        this.pseudonyms = new Pseudonyms(keys.agency());
        this.boot = HexFormat.of().formatHex(keys.random(Long.BYTES));
    }

    /**
     * Writes a record with the present time.
     *
     * @throws PrakatException {@link ProblemCode#INVALID_INPUT} if it would be longer than 65,535 bytes
     */
    SealedRecord write(Draft draft) {
        return write(draft, null);
    }

    /**
     * Writes a record with the present time, of a request that somebody else saw before.
     *
     * @throws PrakatException as {@link #write(Draft)}
     */
    SealedRecord write(Draft draft, @Nullable ImportedRequest imported) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, BANGKOK);
        String id = UUID.randomUUID().toString();
        Sealer.Sealed sealed = imported == null
                ? sealer.seal(day, id, json(out -> personal(out, draft.actor())))
                : sealer.seal(imported.day(), id, json(imported::personal));
        byte[] pub = json(out -> {
            out.writeStartObject();
            head(out, draft, id, now, imported);
            communication(out, draft);
            tail(out, draft, imported);
            out.writeStringField("pc", sealed.commitment());
            out.writeStringField("sc", sealed.hash());
            out.writeEndObject();
        });
        if (pub.length > MAX_PART || sealed.bytes().length > MAX_PART) {
            throw new PrakatException(
                    ProblemCode.INVALID_INPUT,
                    "traffic log: the record of " + draft.kind() + " would have "
                            + Math.max(pub.length, sealed.bytes().length) + " bytes, expected at most " + MAX_PART
                            + "; shorten its path, subject or reason.");
        }
        return new SealedRecord(
                pub, sealed.bytes(), day, draft.urgent(), draft.kind().equals(Draft.SEND));
    }

    /** The name that an officer has in public parts. */
    String pseudonym(String officer) {
        return pseudonyms.of(officer);
    }

    private void head(JsonGenerator out, Draft draft, String id, Instant now, @Nullable ImportedRequest imported)
            throws IOException {
        out.writeNumberField("v", 1);
        out.writeStringField("kind", draft.kind());
        out.writeStringField("ph", draft.phase());
        out.writeStringField("id", id);
        text(out, "corr", draft.correlation());
        if (draft.ref() != null) {
            out.writeNumberField("ref", draft.ref());
        }
        out.writeStringField("ts", MICROS.format(now));
        if (imported != null) {
            out.writeStringField("at", imported.time());
        }
        out.writeNumberField("mono", System.nanoTime() - started);
        out.writeStringField("boot", boot);
        out.writeObjectFieldStart("clk");
        clock(out, watch.reading());
        out.writeEndObject();
    }

    private void clock(JsonGenerator out, ClockReading reading) throws IOException {
        out.writeStringField("state", reading.synchronised() ? "sync" : "unsync");
        if (!reading.synchronised()) {
            text(out, "why", reading.why());
        }
        if (!reading.equals(ClockReading.NOT_MEASURED)) {
            text(out, "src", reading.source());
        }
        if (reading.errorMicros() >= 0) {
            out.writeNumberField("strat", reading.stratum());
            out.writeNumberField("off_us", reading.offsetMicros());
            out.writeNumberField("err_us", reading.errorMicros());
            out.writeNumberField("age_s", watch.ageSeconds());
        }
    }

    private void communication(JsonGenerator out, Draft draft) throws IOException {
        TrafficEntry entry = draft.entry();
        TrafficOutcome outcome = draft.outcome();
        boolean intent = outcome == null;
        number(out, "dur_us", draft.micros(), intent ? NaCode.NOT_YET : NaCode.UNKNOWN);
        text(out, "svc", entry.service());
        out.writeObjectFieldStart("org");
        out.writeStringField("log", origin);
        out.writeStringField("svc", "prakat");
        out.writeNumberField("pid", process);
        out.writeEndObject();
        text(out, "dst", entry.destination());
        out.writeStringField("route", route(entry.kind()));
        number(
                out,
                "out_b",
                outcome == null ? entry.bytes() : outcome.bytesOut(),
                intent ? NaCode.NOT_YET : NaCode.UNKNOWN);
        number(out, "in_b", outcome == null ? -1 : outcome.bytesIn(), intent ? NaCode.NOT_YET : NaCode.UNKNOWN);
        text(out, "cmd", entry.command());
        text(out, "path", entry.path());
    }

    private void tail(JsonGenerator out, Draft draft, @Nullable ImportedRequest imported) throws IOException {
        TrafficEntry entry = draft.entry();
        optional(out, "obj", entry.subject());
        optional(out, "sha256", entry.sha256());
        if (draft.outcome() != null) {
            out.writeStringField("st", draft.outcome().status().name().toLowerCase(Locale.ROOT));
            optional(out, "err", draft.outcome().code());
        }
        out.writeObjectFieldStart("actor");
        actor(out, draft.actor(), imported != null);
        out.writeEndObject();
        optional(out, "why", entry.why());
        if (imported != null) {
            out.writeStringField("rep", imported.repeat());
        }
    }

    /** A visitor has no pseudonym: it would be left of him when the key of his day is destroyed. */
    private void actor(JsonGenerator out, Actor actor, boolean visitor) throws IOException {
        text(
                out,
                "id",
                visitor ? NaCode.NOT_GIVEN : pseudonyms.of(actor.officer().value()));
        out.writeStringField("role", NaCode.NOT_HELD);
        text(out, "auth", visitor ? NaCode.NOT_GIVEN : actor.context().authentication());
    }

    private static void personal(JsonGenerator out, Actor actor) throws IOException {
        RequestContext context = actor.context();
        out.writeStartObject();
        out.writeObjectFieldStart("src");
        text(out, "addr", context.clientAddress());
        text(out, "fwd", context.forwardedFor());
        out.writeStringField("agent", NaCode.NOT_GIVEN);
        out.writeEndObject();
        out.writeObjectFieldStart("who");
        text(out, "id", actor.officer().value());
        out.writeStringField("name", NaCode.NOT_HELD);
        out.writeStringField("mail", NaCode.NOT_HELD);
        text(out, "sess", context.sessionHash());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static String route(TrafficEntry.Kind kind) {
        return switch (kind) {
            case COMMAND -> NaCode.IN_PROCESS;
            case FILE_WRITE, FILE_REMOVE -> NaCode.LOCAL_FILE;
            case HTTP_OUT, HTTP_IN -> NaCode.NOT_GIVEN;
        };
    }

    private static void text(JsonGenerator out, String name, String value) throws IOException {
        out.writeStringField(name, RecordText.fit(value));
    }

    private static void optional(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            text(out, name, value);
        }
    }

    private static void number(JsonGenerator out, String name, long value, String code) throws IOException {
        if (value < 0) {
            out.writeStringField(name, code);
        } else {
            out.writeNumberField(name, value);
        }
    }

    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private static byte[] json(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a record in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
