package dev.prakat.trafficlog;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Holds a clock against an NTP server by SNTP (RFC 4330, RFC 5905): one question, one answer. It measures and sets nothing.
 * Thread-safe.
 */
public final class SntpClock implements ClockSource {

    /** The port of NTP. */
    public static final int PORT = 123;

    private static final int PACKET = 48;
    private static final int VERSION_4_CLIENT = 0x23;
    private static final int SERVER = 4;
    private static final int NO_LEAP_INFORMATION = 3;
    private static final int ROOT_DELAY = 4;
    private static final int ROOT_DISPERSION = 8;
    private static final int ORIGINATE = 24;
    private static final int RECEIVE = 32;
    private static final int TRANSMIT = 40;
    private static final long NTP_EPOCH = 2_208_988_800L;
    private static final long MILLION = 1_000_000;

    private final String host;
    private final int port;
    private final InstantSource clock;
    private final Duration patience;
    private final SecureRandom random = new SecureRandom();

    /**
     * A server.
     *
     * @param host its name or address; an agency's own, or the one that the ministry names
     * @param port its port, {@link #PORT} as a rule
     * @param clock the clock that is measured: the one the log has
     * @param patience how long to wait for an answer
     */
    public SntpClock(String host, int port, InstantSource clock, Duration patience) {
        this.host = host;
        this.port = port;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public ClockReading measure() {
        String source = "sntp:" + host;
        try (DatagramSocket socket = new DatagramSocket()) {
            SocketAddress server = new InetSocketAddress(InetAddress.getByName(host), port);
            socket.connect(server);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return ask(socket, source);
        } catch (IOException e) {
            return ClockReading.unknown(source, "no answer (" + e + ")");
        }
    }

    private ClockReading ask(DatagramSocket socket, String source) throws IOException {
        ByteBuffer question = ByteBuffer.allocate(PACKET).put(0, (byte) VERSION_4_CLIENT);
        // A random number in the place of our time: only who saw the question can answer it.
        long nonce = random.nextLong();
        question.putLong(TRANSMIT, nonce);
        Instant sent = clock.instant();
        long before = System.nanoTime();
        socket.send(new DatagramPacket(question.array(), PACKET));
        ByteBuffer answer = ByteBuffer.allocate(PACKET);
        DatagramPacket packet = new DatagramPacket(answer.array(), PACKET);
        socket.receive(packet);
        long there = (System.nanoTime() - before) / 1_000;
        Instant received = clock.instant();
        int head = answer.get(0) & 0xFF;
        if (packet.getLength() < PACKET || (head & 7) != SERVER || answer.getLong(ORIGINATE) != nonce) {
            return ClockReading.unknown(source, "found no answer to our question");
        }
        int stratum = head >>> 6 == NO_LEAP_INFORMATION ? ClockReading.UNSYNCHRONISED_STRATUM : answer.get(1) & 0xFF;
        Instant arrived = instant(answer.getLong(RECEIVE));
        Instant left = instant(answer.getLong(TRANSMIT));
        long ahead = (micros(arrived, sent) + micros(left, received)) / 2;
        long way = Math.max(0, there - micros(arrived, left));
        long uncertainty = way / 2 + seconds(answer.getInt(ROOT_DELAY)) / 2 + seconds(answer.getInt(ROOT_DISPERSION));
        return ClockReading.of(source, stratum, ahead, uncertainty);
    }

    private static long micros(Instant from, Instant to) {
        return ChronoUnit.MICROS.between(from, to);
    }

    /** Seconds with 16 bits behind the point, in microseconds. */
    private static long seconds(int fixed) {
        return (Integer.toUnsignedLong(fixed) * MILLION) >>> 16;
    }

    /** Seconds since 1900 with 32 bits behind the point; from 2036 on the first bit is 0 again. */
    private static Instant instant(long stamp) {
        long seconds = stamp >>> 32;
        long era = seconds < 1L << 31 ? 1L << 32 : 0;
        long nanos = ((stamp & 0xFFFF_FFFFL) * 1_000_000_000L) >>> 32;
        return Instant.ofEpochSecond(seconds + era - NTP_EPOCH, nanos);
    }
}
