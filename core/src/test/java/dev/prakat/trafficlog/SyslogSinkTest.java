package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.problem.PrakatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records and checkpoints reach a central log server over verified TLS, also after it was away. */
@Tag("S001-R30")
class SyslogSinkTest {

    @TempDir
    static Path certificates;

    @TempDir
    Path folder;

    private static Path keys;

    @BeforeAll
    static void certificates() throws Exception {
        keys = TlsSyslogServer.keys(certificates, "right", "localhost");
        TlsSyslogServer.keys(certificates, "stranger", "localhost");
        TlsSyslogServer.keys(certificates, "other-name", "log.example.go.th");
    }

    @Test
    void everyRecordAndTheCheckpointArrive() throws Exception {
        try (TlsSyslogServer server = new TlsSyslogServer(keys, 0)) {
            try (TrafficLog log = open(sink(server.port(), "right"))) {
                TestLog.files(log, 20);
            }
            List<String> got = until(server, "checkpoint of 40 records");
            assertThat(got).filteredOn(each -> each.contains(" file.write ")).hasSize(40);
            assertThat(got.get(0))
                    .startsWith("<110>1 2026-11-22T05:00:00.123456Z www.example.go.th prakat ")
                    .contains("index=\"0\"] \uFEFF{\"v\":1,");
            assertThat(got.get(got.size() - 1))
                    .contains(" checkpoint [prakat@32473 log=")
                    .contains("note=\"www.example.go.th/tlog/main/");
            assertThat(got).noneMatch(each -> each.contains("192.0.2.77"));
        }
    }

    @Test
    void whatAServerThatWasAwayMissedIsToldAndSentLater() throws Exception {
        int port;
        try (TlsSyslogServer server = new TlsSyslogServer(keys, 0)) {
            port = server.port();
        }
        SyslogSink sink = sink(port, "right");
        try (TrafficLog log = open()) {
            TestLog.files(log, 3);
            log.checkpoint();
            assertThatThrownBy(() -> offer(sink, log))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("central log server localhost:" + port + " has not got 6 records");
            TestLog.files(log, 2);
            log.checkpoint();
            try (TlsSyslogServer server = new TlsSyslogServer(keys, port)) {
                offer(sink, log);
                assertThat(indexes(until(server, "checkpoint of 10 records")))
                        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
                server.cut();
                TestLog.files(log, 1);
                log.checkpoint();
                offerUntilTaken(sink, log);
                assertThat(indexes(until(server, "checkpoint of 12 records"))).contains(10, 11);
            }
        } finally {
            sink.close();
        }
        assertThat(Files.readString(folder.resolve("log/sent/localhost-" + port))
                        .strip())
                .matches("[0-9]+");
    }

    @Test
    void anotherProcessGoesOnWhereTheLastOneStopped() throws Exception {
        try (TlsSyslogServer server = new TlsSyslogServer(keys, 0)) {
            for (int round = 1; round <= 3; round++) {
                try (TrafficLog log = open(sink(server.port(), "right"))) {
                    TestLog.files(log, 50);
                }
                // What was sent is recorded: two records of each round before.
                int size = 102 * round - 2;
                List<String> got = until(server, "checkpoint of " + size + " records");
                assertThat(indexes(got)).contains(size - 100, size - 1);
                assertThat(indexes(got)).as("not all from the beginning again").hasSizeLessThanOrEqualTo(200);
            }
        }
    }

    @Test
    void aServerWithAnotherCertificateOrAnotherNameGetsNothing() throws Exception {
        try (TlsSyslogServer server = new TlsSyslogServer(keys, 0);
                TrafficLog log = open()) {
            TestLog.files(log, 1);
            log.checkpoint();
            assertThatThrownBy(() -> offer(sink(server.port(), "stranger"), log))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("has not got 2 records");
            assertThat(server.messages).isEmpty();
        }
        Path other = certificates.resolve("other-name.p12");
        try (TlsSyslogServer server = new TlsSyslogServer(other, 0);
                TrafficLog log = open()) {
            log.checkpoint();
            assertThatThrownBy(() -> offer(sink(server.port(), "other-name"), log))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("localhost");
            assertThat(server.messages).isEmpty();
        }
        SyslogServer none = SyslogServer.pinned("localhost", 1, certificates.resolve("none.pem"));
        assertThatThrownBy(none::context).isInstanceOf(PrakatException.class).hasMessageContaining("none.pem");
    }

    private SyslogSink sink(int port, String authority) {
        SyslogServer server = SyslogServer.pinned("localhost", port, certificates.resolve(authority + ".pem"));
        return new SyslogSink(server, folder.resolve("log"), new TestLog.ManualClock());
    }

    private TrafficLog open(SyslogSink... sinks) {
        TrafficLogSettings settings = TestLog.settings(folder.resolve("log")).withSinks(List.of(sinks));
        return TrafficLog.open(settings, new DiskStorage(folder.resolve("log")), Duration.ofDays(1));
    }

    private void offer(SyslogSink sink, TrafficLog log) throws IOException {
        sink.accept(log.origin(), log.size(), Files.readString(folder.resolve("log/checkpoint")));
    }

    /** A connection that was cut may be noticed by the first try only. */
    private void offerUntilTaken(SyslogSink sink, TrafficLog log) throws IOException {
        try {
            offer(sink, log);
        } catch (IOException e) {
            offer(sink, log);
        }
    }

    private static List<String> until(TlsSyslogServer server, String last) throws InterruptedException {
        List<String> got = new ArrayList<>();
        while (got.isEmpty() || !got.get(got.size() - 1).endsWith(last)) {
            String next = server.messages.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("after %s", got).isNotNull();
            got.add(next);
        }
        return got;
    }

    private static List<Integer> indexes(List<String> messages) {
        return messages.stream()
                .filter(each -> each.contains("index=\"") && !each.contains(" checkpoint ["))
                .map(each -> Integer.valueOf(each.replaceAll("(?s).* index=\"([0-9]+)\".*", "$1")))
                .distinct()
                .toList();
    }
}
