package dev.prakat.trafficlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondOpenerInTheSameProcessIsTurnedAway() {
        TrafficLogSettings settings = TestLog.settings(folder);
        try (TrafficLog log = TrafficLog.open(settings)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> TrafficLog.open(settings))
                        .isInstanceOfSatisfying(
                                PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TRAFFIC_LOG))
                        .hasMessageContaining(folder.toString())
                        .hasMessageContaining("--node NAME");
            }
            TestLog.files(log, 1);
        }
        TrafficLog.open(settings).close();
        assertThat(TrafficLogVerifier.verify(folder).verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void anOpenerInAnotherProcessIsTurnedAway() throws Exception {
        Process other = null;
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Opener.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            try (InputStream said = other.getInputStream()) {
                assertThat(new String(said.readAllBytes(), UTF_8)).contains("another process writes it");
            }
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isEqualTo(3);
            TestLog.files(log, 1);
        } finally {
            if (other != null) {
                other.destroyForcibly();
            }
        }
    }

    @Test
    void theFolderOfAnotherNodeIsRefused() {
        TrafficLog.open(TestLog.settings(folder)).close();
        assertThatThrownBy(() -> TrafficLog.open(TestLog.settings(folder).withNode("cron")))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("found the log www.example.go.th/tlog/main/")
                .hasMessageContaining("expected one that begins with www.example.go.th/tlog/cron/");
    }

    @Test
    void aPlaceThatIsNoFolderIsOneClearMessage() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> TrafficLog.open(TestLog.settings(file)))
                .isInstanceOfSatisfying(
                        PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TRAFFIC_LOG))
                .hasMessageContaining("cannot be opened");
        assertThat(TrafficLogVerifier.verify(file).verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void everyWrongSettingIsListed() {
        assertThatThrownBy(() -> TrafficLogSettings.of(
                                folder, "Www.Example", TestLog.settings(folder).clock())
                        .withNode("x"))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> new TrafficLogSettings(
                        folder,
                        "a b",
                        "Main/1",
                        TestLog.settings(folder).clock(),
                        null,
                        List.of(),
                        ClockSource.NONE,
                        actor -> false,
                        0))
                .isInstanceOfSatisfying(InvalidException.class, e -> {
                    assertThat(e.code()).isEqualTo(ProblemCode.CONFIGURATION);
                    assertThat(e.findings()).hasSize(2);
                });
    }

    @Test
    void aClosedLogRecordsNothing() {
        TrafficLog log = TrafficLog.open(TestLog.settings(folder));
        log.close();
        assertThatThrownBy(() -> log.recorder(TestLog.OFFICER, "late").intent(TestLog.write("a.html")))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("it is closed");
        assertThatThrownBy(log::checkpoint).isInstanceOf(PrakatException.class);
    }

    /** A process of its own that tries to open the log. */
    static final class Opener {
        public static void main(String[] arguments) {
            try {
                TrafficLog.open(TestLog.settings(Path.of(arguments[0]))).close();
            } catch (PrakatException e) {
                System.out.println(e.getMessage());
                System.exit(3);
            }
        }
    }
}
