package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured of the clock stands in every record, and no time is changed by it. */
@Tag("S001-R30")
class ClockTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({
        "0,1,true",
        "5000,1,true",
        "9900,2,true",
        "10100,1,false",
        "50000,1,false",
        "-200000,1,false",
        "0,16,false"
    })
    void anNtpServerSaysHowFarTheClockIsOff(long aheadMicros, int stratum, boolean synchronised) throws IOException {
        try (DatagramSocket server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answer(server, aheadMicros, stratum, 0));
            // Both clocks stand still, so that a slow machine measures no way there and back but the monotonic one.
            ClockReading reading =
                    new SntpClock("127.0.0.1", server.getLocalPort(), () -> TestLog.NOON, PATIENCE).measure();
            served.join();
            assertThat(reading.offsetMicros()).isBetween(aheadMicros - 1, aheadMicros + 1);
            assertThat(reading.stratum()).isEqualTo(stratum);
            if (!synchronised) {
                assertThat(reading.synchronised()).as("%s", reading).isFalse();
                assertThat(reading.why()).isNotEmpty();
            }
            assertThat(reading.errorMicros()).isGreaterThanOrEqualTo(Math.abs(reading.offsetMicros()));
        }
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() throws IOException {
        try (DatagramSocket server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answer(server, 0, 1, 1));
            ClockReading reading =
                    new SntpClock("127.0.0.1", server.getLocalPort(), () -> TestLog.NOON, PATIENCE).measure();
            served.join();
            assertThat(reading.synchronised()).isFalse();
            assertThat(reading.why()).contains("no answer to our question");
        }
    }

    @Test
    void theErrorIsOffsetAndUncertaintyTogether() {
        assertThat(ClockReading.of("x", 1, -4_000, 6_000).synchronised()).isTrue();
        assertThat(ClockReading.of("x", 1, -4_001, 6_000).synchronised()).isFalse();
        assertThat(ClockReading.of("x", 0, 0, 0).synchronised()).isFalse();
    }

    @Test
    void chronySaysWhatItKnows() {
        String good = "C0000201,192.0.2.1,2,1795000000.1,0.000123,0.00001,0.00002,1.1,0.0,0.02,0.004,0.001,64.0,Normal";
        ClockReading reading = ChronyClock.reading(good);
        assertThat(reading.synchronised()).as("%s", reading).isTrue();
        assertThat(reading.offsetMicros()).isEqualTo(123);
        assertThat(reading.errorMicros()).isEqualTo(3_123);
        assertThat(ChronyClock.reading(good.replace("Normal", "Not synchronised"))
                        .synchronised())
                .isFalse();
        assertThat(ChronyClock.reading("506 Cannot talk to daemon").why()).contains("expected 14 fields");
        assertThat(new ChronyClock("/no/such/chronyc", PATIENCE).measure().why())
                .contains("cannot be asked");
    }

    @Test
    void everyRecordSaysHowGoodItsTimeIsAndKeepsIt() {
        MemoryStorage storage = new MemoryStorage();
        ClockReading[] now = {ClockReading.of("sntp:time.example", 1, 1_500, 400)};
        TrafficLogSettings settings = TestLog.inMemory().withClockSource(() -> now[0]);
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
        }
        now[0] = ClockReading.unknown("sntp:time.example", "no answer");
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            assertThat(log.problems()).anyMatch(line -> line.contains("no answer"));
        }
        JsonNode first = StoredLog.records(storage).get(0);
        assertThat(first.get("kind").asText()).isEqualTo("clock");
        assertThat(first.get("clk").get("state").asText()).isEqualTo("sync");
        assertThat(first.get("clk").get("src").asText()).isEqualTo("sntp:time.example");
        assertThat(first.get("clk").get("off_us").asLong()).isEqualTo(1_500);
        assertThat(first.get("clk").get("err_us").asLong()).isEqualTo(1_900);
        assertThat(first.get("ts").asText()).as("never corrected").isEqualTo("2026-11-22T05:00:00.123456Z");
        JsonNode last = StoredLog.records(storage).get(5);
        assertThat(last.get("clk").get("state").asText()).isEqualTo("unsync");
        assertThat(last.get("clk").get("why").asText()).isEqualTo("no answer");
    }

    /** A server whose time is noon minus what our clock is ahead. */
    private static void answer(DatagramSocket server, long aheadMicros, int stratum, long wrong) {
        try {
            ByteBuffer packet = ByteBuffer.allocate(48);
            DatagramPacket asked = new DatagramPacket(packet.array(), 48);
            server.receive(asked);
            long nonce = packet.getLong(40);
            long stamp = stamp(TestLog.NOON.minusNanos(aheadMicros * 1_000));
            packet.put(0, (byte) 0x24).put(1, (byte) stratum).putInt(4, 0).putInt(8, 0);
            packet.putLong(24, nonce + wrong).putLong(32, stamp).putLong(40, stamp);
            server.send(new DatagramPacket(packet.array(), 48, asked.getSocketAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long stamp(Instant instant) {
        long fraction = (((long) instant.getNano() << 32) + 999_999_999L) / 1_000_000_000L;
        return ((instant.getEpochSecond() + 2_208_988_800L) << 32) | fraction;
    }
}
