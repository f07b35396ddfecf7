package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.SendingSink;
import dev.prakat.spi.TrafficOutcome.Status;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.testkit.RecordingTrafficRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sinks of a log send stands in the log, and is no reason to send again. */
@Tag("S001-R30")
class SentRecordsTest {

    @TempDir
    static Path certificates;

    @TempDir
    Path folder;

    private static Path keys;

    private final BlockingQueue<Long> sent = new LinkedBlockingQueue<>();
    private final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();

    @BeforeAll
    static void certificates() throws Exception {
        keys = TlsSyslogServer.keys(certificates, "right", "localhost");
        TlsSyslogServer.keys(certificates, "stranger", "localhost");
    }

    /** Signed at once, or only when it is asked for and at the end. */
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P1D"})
    void aCheckpointThatIsSentIsOnePairAndALogInWhichNothingHappensStaysAsItIs(Duration every) throws Exception {
        try (TlsSyslogServer server = new TlsSyslogServer(keys, 0)) {
            try (TrafficLog log = open(every, server.port())) {
                log.recorder(TestLog.OFFICER, "test").intent(TestLog.write("page.html"));
                log.checkpoint();
                assertThat(sent.poll(30, TimeUnit.SECONDS)).isEqualTo(1);
                for (int i = 0; i < 3; i++) {
                    log.checkpoint();
                }
            }
            assertThat(sent).as("sent again").isEmpty();
            List<JsonNode> records = StoredLog.records(new DiskStorage(log()));
            assertThat(records).hasSize(3);
            JsonNode intent = records.get(1);
            assertThat(text(intent, "kind", "ph", "svc", "cmd", "dst", "path", "out_b"))
                    .containsExactly(
                            "log.send",
                            "intent",
                            "syslog-tls",
                            "send",
                            "localhost:" + server.port(),
                            "checkpoint/1",
                            "na:not-yet");
            JsonNode outcome = records.get(2);
            assertThat(text(outcome, "kind", "ph", "ref", "st", "path"))
                    .containsExactly("log.send", "outcome", "1", "ok", "checkpoint/1");
            assertThat(outcome.get("actor").get("id").asText()).isEqualTo("system:trafficlog");
            assertThat(outcome.get("out_b").asLong()).isGreaterThan(1_000);
            assertThat(outcome.get("dur_us").asLong()).isPositive();
            VerificationReport report = TrafficLogVerifier.verify(log());
            assertThat(report.verdict()).isEqualTo(VerificationReport.Verdict.SOUND);
            assertThat(report.coveredSize()).isEqualTo(3);
        }
    }

    @Test
    void whatIsOwedWhenTheLogIsClosedIsAPairThatIsSignedAndGoesWithTheNextCheckpoint() throws Exception {
        try (TlsSyslogServer server = new TlsSyslogServer(keys, 0)) {
            for (int round = 0; round < 2; round++) {
                try (TrafficLog log = open(Duration.ofDays(1), server.port())) {
                    TestLog.files(log, 1);
                }
            }
            assertThat(sent).containsExactly(2L, 6L);
            VerificationReport report = TrafficLogVerifier.verify(log());
            assertThat(report.coveredSize()).isEqualTo(8);
            String next = "";
            while (!next.endsWith("checkpoint of 6 records")) {
                next = server.messages.poll(30, TimeUnit.SECONDS);
                assertThat(next).isNotNull();
                if (next.contains("\"kind\":\"log.send\"")) {
                    sent.add(Long.valueOf(next.replaceAll("(?s).* index=\"([0-9]+)\".*", "$1")));
                }
            }
            assertThat(sent).as("records 2 and 3 say what was sent first").containsExactly(2L, 6L, 2L, 3L);
        }
    }

    @Test
    void anAuthorityThatIsAskedIsOnePairAndOneThatIsNotDueIsNone() throws Exception {
        try (TestAuthority authority = new TestAuthority(Instant.parse("2026-11-22T05:00:00Z"))) {
            Path pem = authority.pem(folder.resolve("root.pem"));
            TimeStampSink sink = stamps(authority.address(), pem);
            sink.recordWith(recorder);
            sink.accept("any", 4, "a note");
            sink.accept("any", 5, "a note");
        }
        assertThat(recorder.actions()).hasSize(1);
        RecordingTrafficRecorder.Recorded pair = recorder.actions().get(0);
        assertThat(pair.entry().service() + " " + pair.entry().command() + " "
                        + pair.entry().path())
                .isEqualTo("http POST /tsa");
        assertThat(pair.outcome().status()).isEqualTo(Status.OK);
        assertThat(pair.outcome().code()).isEqualTo("200");
        assertThat(pair.outcome().bytesOut()).isEqualTo(pair.entry().bytes());
        assertThat(pair.outcome().bytesIn()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(value = TestAuthority.Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anAnswerThatProvesNothingIsAFailure(TestAuthority.Fault fault) throws Exception {
        try (TestAuthority authority = new TestAuthority(Instant.parse("2026-11-22T05:00:00Z"))) {
            authority.fault = fault;
            failed(stamps(authority.address(), authority.pem(folder.resolve("root.pem"))), Status.FAILED);
        }
        assertThat(recorder.actions().get(0).outcome().code())
                .isEqualTo(fault == TestAuthority.Fault.SAYS_500 ? "500" : "200");
    }

    @Test
    void whereNobodyListensNothingWasSent() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        failed(syslog(port, "right"), Status.FAILED);
        failed(
                stamps(URI.create("http://localhost:" + port + "/tsa"), certificates.resolve("right.pem")),
                Status.FAILED);
    }

    @Test
    void aServerWithAnotherCertificateGetsNothing() throws Exception {
        try (TlsSyslogServer server = new TlsSyslogServer(keys, 0)) {
            failed(syslog(server.port(), "stranger"), Status.FAILED);
        }
    }

    @Test
    void ofARequestWithoutAnAnswerNobodyKnowsWhetherItCame() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> hangUpOn(silent), "silent-authority");
            thread.setDaemon(true);
            thread.start();
            failed(
                    stamps(
                            URI.create("http://localhost:" + silent.getLocalPort() + "/tsa"),
                            certificates.resolve("right.pem")),
                    Status.UNKNOWN);
        }
    }

    /** One that cannot be recorded is not sent. */
    @Test
    void withoutItsIntentNothingIsSent() throws Exception {
        recorder.failAt(1);
        try (TestAuthority authority = new TestAuthority(Instant.parse("2026-11-22T05:00:00Z"))) {
            TimeStampSink sink = stamps(authority.address(), authority.pem(folder.resolve("root.pem")));
            sink.recordWith(recorder);
            assertThatThrownBy(() -> sink.accept("any", 4, "a note")).isInstanceOf(RuntimeException.class);
            assertThat(authority.asked).isZero();
        }
    }

    private void failed(SendingSink sink, Status status) throws IOException {
        try (TrafficLog log = TestLog.open(TestLog.settings(log()), new DiskStorage(log()))) {
            log.checkpoint();
        }
        recorder.clear();
        sink.recordWith(recorder);
        assertThatThrownBy(() -> sink.accept("any", 0, "a note")).isInstanceOf(IOException.class);
        assertThat(recorder.actions()).hasSize(1);
        assertThat(recorder.actions().get(0).outcome().status()).isEqualTo(status);
        assertThat(recorder.faults()).isEmpty();
    }

    private TrafficLog open(Duration every, int port) {
        SyslogSink syslog = syslog(port, "right");
        SendingSink told = new SendingSink() {
            @Override
            public void recordWith(TrafficRecorder own) {
                syslog.recordWith(own);
            }

            @Override
            public void accept(String origin, long size, String note) throws IOException {
                syslog.accept(origin, size, note);
                sent.add(size);
            }
        };
        return TrafficLog.open(TestLog.settings(log()).withSinks(List.of(told)), new DiskStorage(log()), every);
    }

    private SyslogSink syslog(int port, String certificate) {
        SyslogServer server = SyslogServer.pinned("localhost", port, certificates.resolve(certificate + ".pem"));
        return new SyslogSink(server, log(), new TestLog.ManualClock());
    }

    private TimeStampSink stamps(URI address, Path pem) {
        return new TimeStampSink(
                TimeStampAuthority.of(address, pem), log(), TimeStampSink.HOURLY, new TestLog.ManualClock());
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static List<String> text(JsonNode record, String... keys) {
        return Arrays.stream(keys).map(key -> record.get(key).asText()).toList();
    }

    /** Takes what comes, and says nothing. */
    private static void hangUpOn(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket open = server.accept()) {
                assertThat(open.getInputStream().read(new byte[8_192])).isPositive();
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
