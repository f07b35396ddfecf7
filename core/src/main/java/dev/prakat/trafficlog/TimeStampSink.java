package dev.prakat.trafficlog;

import dev.prakat.spi.SendingSink;
import dev.prakat.spi.TrafficOutcome.Status;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has checkpoints of a log time-stamped by an authority (RFC 3161), so that not even who holds all keys can write anew later what was
 * there before. At most one in a while; the next checkpoint after that gets the next. An answer is checked before it is kept, with
 * its checkpoint, and one that proves nothing is reported by health and asked for again. Needs Bouncy Castle
 * ({@code org.bouncycastle:bcpkix-jdk18on}) on the class path. Thread-safe. Source: S001-R30
 */
public final class TimeStampSink implements SendingSink {

    /** How long there is between two time-stamps unless something else is said: an hour. */
    public static final Duration HOURLY = Duration.ofHours(1);

    private static final int NONCE_BITS = 64;

    private final TimeStampAuthority authority;
    private final Storage storage;
    private final Duration every;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Instant last;
    private @Nullable TrafficRecorder recorder;

    /**
     * Makes the sink; touches no file and asks nobody.
     *
     * @param authority who is asked
     * @param log the folder of the log; the time-stamps are kept in its folder {@code anchors}
     * @param every how long there is at least between two time-stamps
     * @param clock tells when the next one is due; not what is stamped
     */
    public TimeStampSink(TimeStampAuthority authority, Path log, Duration every, InstantSource clock) {
        this.authority = authority;
        this.storage = new DiskStorage(log);
        this.every = every;
        this.clock = clock;
    }

    @Override
    public synchronized void recordWith(TrafficRecorder own) {
        recorder = own;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException if the authority did not answer with a time-stamp that its certificates prove, or it could not be kept
     */
    @Override
    public synchronized void accept(String origin, long size, String signedNote) throws IOException {
        Instant now = clock.instant();
        Instant before = last != null ? last : newest();
        // A clock that was set back must not end it for as long.
        if (before != null && !now.isBefore(before) && now.isBefore(before.plus(every))) {
            return;
        }
        byte[] note = signedNote.getBytes(StandardCharsets.UTF_8);
        byte[] hash = Hashes.sha256().digest(note);
        BigInteger nonce = new BigInteger(NONCE_BITS, random);
        Rfc3161 check = new Rfc3161(TimeStampAuthority.certificates(authority.certificates()));
        byte[] answer = asked(Rfc3161.request(hash, nonce), size, stamp -> check.check(stamp, hash, nonce));
        storage.createFolder(TimeStamps.FOLDER);
        storage.replace(TimeStamps.note(size), note);
        storage.replace(TimeStamps.answer(size), answer);
        last = now;
    }

    /** Looks whether an answer proves what was asked. */
    private interface Proof {
        void check(byte[] stamp) throws IOException;
    }

    /** The authority's answer, which proves something; the request stands in the log before and after it. */
    private byte[] asked(byte[] request, long size, Proof proof) throws IOException {
        URI address = authority.address();
        Sending sending = Sending.begin(
                recorder,
                String.valueOf(address.getScheme()),
                "POST",
                authority.place(),
                address.getRawPath().isEmpty() ? "/" : address.getRawPath(),
                HexFormat.of().formatHex(Hashes.sha256().digest(request)),
                request.length,
                "checkpoint " + size);
        TimeStampAuthority.Answer answer;
        try {
            answer = authority.ask(request);
        } catch (IOException | RuntimeException e) {
            sending.broken(!Sending.neverSent(e), e);
            throw e;
        }
        Status status = Status.FAILED;
        try {
            byte[] stamp = authority.stamp(answer);
            proof.check(stamp);
            status = Status.OK;
            return stamp;
        } finally {
            sending.ended(status, Integer.toString(answer.status()), request.length, answer.length());
        }
    }

    /** When the last one was made in an earlier life, or null. One that cannot be read is none. */
    private @Nullable Instant newest() {
        try {
            List<String> names = TimeStamps.answers(storage);
            return names.isEmpty() ? null : Rfc3161.time(storage.readAll(names.get(names.size() - 1)));
        } catch (IOException e) {
            return null;
        }
    }
}
