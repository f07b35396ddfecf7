package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor's machine: a copy of the log, core's classes, a JSON reader, and nothing of a database. */
@Tag("S001-R30")
class VerifyTrafficLogTest {

    @TempDir
    Path folder;

    private Path log;
    private String vkey = "";

    @BeforeEach
    void write() {
        log = folder.resolve("trafficlog");
        try (TrafficLog open = TrafficLog.open(TestLog.settings(log))) {
            TestLog.files(open, 20);
            vkey = open.vkey();
        }
    }

    @Test
    void aSoundLogIsNoughtAndAChangedOneIsOneWithThePlace() throws Exception {
        Said sound = run(log.toString(), "--vkey", vkey);
        assertThat(sound.code()).as(sound.text()).isZero();
        assertThat(sound.text()).startsWith("SOUND  " + TestLog.HOST).contains("records 40, covered by a signature 40");
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        Said changed = run(log.toString(), "--vkey", vkey);
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.text()).startsWith("TAMPERED").contains("first damage: seg/");
    }

    @Test
    void aLogThatWasCutBackBehindAKeptCheckpointIsOne() throws Exception {
        Path kept = Files.copy(log.resolve("checkpoint"), folder.resolve("kept"));
        Path earlier = folder.resolve("earlier");
        try (TrafficLog open = TrafficLog.open(TestLog.settings(earlier))) {
            TestLog.files(open, 1);
        }
        assertThat(run(log.toString(), "--kept", kept.toString()).code()).isZero();
        Said other = run(earlier.toString(), "--kept", kept.toString());
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.text()).contains("the kept checkpoint is no signed note of");
        assertThat(run(log.toString(), "--kept", folder.resolve("none").toString())
                        .code())
                .isEqualTo(3);
    }

    @Test
    void wrongUseAndAFolderWithoutALogAreSaid() throws Exception {
        assertThat(run().code()).isEqualTo(2);
        assertThat(run(log.toString(), "--strict", "yes").text()).contains("expected DIR [--vkey KEY]");
        assertThat(run(folder.toString()).code()).isEqualTo(3);
    }

    private record Said(int code, String text) {}

    private static Said run(String... args) throws IOException, InterruptedException {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*(core.target.classes|jackson-core-.*|slf4j-api-.*)"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                VerifyTrafficLog.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private Path segment() throws IOException {
        try (Stream<Path> segments = Files.list(log.resolve("seg"))) {
            return segments.findFirst().orElseThrow();
        }
    }
}
