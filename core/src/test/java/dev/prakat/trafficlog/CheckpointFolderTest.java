package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("S001-R30")
class CheckpointFolderTest {

    @TempDir
    private Path elsewhere;

    @TempDir
    private Path logs;

    private CheckpointFolder sink;

    @BeforeEach
    void makeTheSink() {
        sink = new CheckpointFolder(elsewhere);
    }

    @Test
    void theNewestCheckpointLiesThereWhenTheLogIsClosed() throws IOException {
        Path log = logs.resolve("a");
        String origin = written(log, 2);

        Path kept = sink.file(origin);
        assertThat(kept).exists().hasSameTextualContentAs(log.resolve("checkpoint"));
        assertThat(TrafficLogVerifier.verify(log, "", Files.readString(kept)).verdict())
                .isEqualTo(VerificationReport.Verdict.SOUND);
        try (var files = Files.list(elsewhere)) {
            assertThat(files).containsExactly(kept);
        }
    }

    @Test
    void aLogThatIsShorterThanWhatLiesThereIsNotTaken() throws IOException {
        String origin = written(logs.resolve("long"), 3);
        String kept = Files.readString(sink.file(origin));
        String shorter = Files.readString(checkpointOf("short", 1));

        assertThatIOException()
                .isThrownBy(() -> sink.accept(origin, 2, shorter))
                .withMessageContaining("holds a checkpoint of 6 records, found a log of 2");
        assertThat(sink.file(origin)).hasContent(kept);
    }

    @Test
    void anotherRootAtTheSameSizeIsNotTaken() throws IOException {
        String origin = written(logs.resolve("one"), 2);
        String other = Files.readString(checkpointOf("other", 2));

        assertThatIOException()
                .isThrownBy(() -> sink.accept(origin, 4, other))
                .withMessageContaining("with another root");
    }

    @Test
    void aShareThatIsNotMountedIsNoticed() {
        assertThatIOException()
                .isThrownBy(() -> new CheckpointFolder(elsewhere.resolve("gone")).accept("a", 1, "b"))
                .withMessageContaining("is it mounted?");
    }

    @Test
    void aFileThatIsNoCheckpointOfThisLogIsLeftAsItIs() throws IOException {
        Files.writeString(sink.file("www.example.go.th/tlog/a"), "something else");

        assertThatIOException()
                .isThrownBy(() -> sink.accept("www.example.go.th/tlog/a", 1, "note"))
                .withMessageContaining("found no checkpoint of www.example.go.th/tlog/a");
        assertThat(sink.file("www.example.go.th/tlog/a")).hasContent("something else");
    }

    private String written(Path folder, int files) {
        TrafficLogSettings settings = TestLog.settings(folder).withSinks(List.of(sink));
        try (TrafficLog log = TrafficLog.open(settings)) {
            TestLog.files(log, files);
            return log.origin();
        }
    }

    private Path checkpointOf(String name, int files) {
        Path folder = logs.resolve(name);
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            TestLog.files(log, files);
        }
        return folder.resolve("checkpoint");
    }
}
