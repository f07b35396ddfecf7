package dev.prakat.trafficlog;

import dev.prakat.spi.SendingSink;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sends every record and every checkpoint to a central log server: RFC 5424 messages over TLS (RFC 5425). Records go with their
 * personal parts sealed. The log itself is the queue: what the server did not take stays there, health says how many records that
 * are, and the next try, later and later up to a minute, sends them in order. So nothing waits in memory beyond 64 KiB.
 *
 * <p>The protocol has no acknowledgement. What was sent over a connection that then broke is sent once more, so a server may get a
 * record twice; {@code log} and {@code index} of its structured data tell. Each checkpoint that is sent is recorded before and after
 * it; {@code ok} says that a standing connection took it. Give it to one log only, which closes it with itself. Called by one thread at a time.
 * Source: S001-R30
 */
public final class SyslogSink implements SendingSink, AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final SyslogServer server;
    private final Path log;
    private final InstantSource clock;
    private @Nullable SyslogConnection connection;
    private @Nullable TrafficRecorder recorder;

    /** Behind the last record that was sent before the last message but one: what came after it may have been lost. */
    private long surelySent = -1;

    private long sent;

    /**
     * Makes a sink; connects when there is something to send.
     *
     * @param server where to
     * @param log the folder of the log whose records are sent; how far that came is kept in its file {@code sent/<host>-<port>}
     * @param clock gives the time of the messages about checkpoints
     */
    public SyslogSink(SyslogServer server, Path log, InstantSource clock) {
        this.server = server;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public synchronized void recordWith(TrafficRecorder own) {
        recorder = own;
    }

    @Override
    public synchronized void accept(String origin, long size, String signedNote) throws IOException {
        if (surelySent < 0) {
            surelySent = kept();
            sent = surelySent;
        }
        SyslogConnection open = connection;
        if (open != null && open.isGone()) {
            hangUp();
            open = null;
        }
        long from = open == null ? surelySent : sent;
        Sending sending = Sending.begin(
                recorder,
                "syslog-tls",
                "send",
                server.place(),
                "checkpoint/" + size,
                null,
                -1,
                from < size ? "records " + from + " to " + (size - 1) : "no record");
        boolean connected = open != null;
        long bytes;
        try {
            if (open == null) {
                open = SyslogConnection.to(server);
                connected = true;
                connection = open;
                // What the last connection took may never have arrived.
                sent = surelySent;
            }
            long before = sent;
            bytes = -open.bytes();
            records(open, origin, size);
            open.send(SyslogLine.checkpoint(origin, size, signedNote, TIME.format(clock.instant())));
            open.flush();
            bytes += open.bytes();
            surelySent = before;
            sent = size;
            keep(before);
        } catch (IOException | RuntimeException e) {
            hangUp();
            sending.broken(connected, e);
            throw new IOException(
                    "central log server " + server.place() + " has not got " + (size - surelySent) + " records of "
                            + origin + " (" + e
                            + "); they are sent when it answers and its certificate is the right one",
                    e);
        }
        sending.ended(TrafficOutcome.Status.OK, null, bytes, 0);
    }

    /**
     * Hangs up; what was sent over a connection that still stood counts as arrived. A later checkpoint connects again.
     *
     * @throws IOException if how far it came cannot be kept; the next process then sends some records once more
     */
    @Override
    public synchronized void close() throws IOException {
        SyslogConnection open = connection;
        boolean arrived = open != null && !open.isGone();
        hangUp();
        if (arrived && sent > surelySent) {
            surelySent = sent;
            keep(sent);
        }
    }

    private void records(SyslogConnection open, String origin, long size) throws IOException {
        Storage storage = new DiskStorage(log);
        try (LogCursor cursor = new LogCursor(storage, sent, size)) {
            for (RawRecord raw = cursor.next(); raw != null; raw = cursor.next()) {
                StoredRecord record = StoredRecord.parse(raw);
                String text = new String(raw.buffer(), raw.pubAt(), raw.pubLength(), StandardCharsets.UTF_8);
                var at = record == null ? null : record.at();
                open.send(SyslogLine.of(
                        new LogRecord(origin, raw.index(), at == null ? clock.instant() : at, text, null, null)));
            }
        }
    }

    private void hangUp() {
        SyslogConnection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is given up either way.
                connection = null;
            }
        }
    }

    private long kept() throws IOException {
        Path file = position();
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private void keep(long position) throws IOException {
        Storage storage = new DiskStorage(log);
        storage.createFolder("sent");
        storage.replace(name(), (position + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Path position() {
        return log.resolve(name());
    }

    private String name() {
        return "sent/" + server.host() + "-" + server.port();
    }
}
