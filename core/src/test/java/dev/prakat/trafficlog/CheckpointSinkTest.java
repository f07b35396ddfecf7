package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.CheckpointSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CheckpointSinkTest {

    private final MemoryStorage storage = new MemoryStorage();
    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

    @Test
    void theLogSignsByItselfAndTheSinkHasTheNewestCheckpoint() throws Exception {
        TrafficLogSettings settings = settings((origin, size, note) -> notes.add(note));
        try (TrafficLog log = TrafficLog.open(settings, storage, Duration.ofMillis(1))) {
            TestLog.files(log, 1);
            String note = notes.poll(30, TimeUnit.SECONDS);
            while (note != null && !note.contains("\n2\n")) {
                note = notes.poll(30, TimeUnit.SECONDS);
            }
            assertThat(note).isNotNull().startsWith(log.origin() + "\n2\n");
            assertThat(note).isEqualTo(new String(storage.readAll("checkpoint"), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theSinkHasTheLastCheckpointWhenTheLogIsClosed() {
        TrafficLogSettings settings = settings((origin, size, note) -> notes.add(origin + " " + size));
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 2);
        }
        assertThat(notes).containsExactly("www.example.go.th/tlog/main/20261122T050000Z 4");
    }

    @Test
    void aSinkThatFailsIsReportedAndHoldsUpNobody() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CheckpointSink broken = (origin, size, note) -> {
            asked.countDown();
            throw new IOException("the central log server does not answer");
        };
        CheckpointSink good = (origin, size, note) -> notes.add(origin + " " + size);
        TrafficLogSettings settings = TestLog.settings(Path.of("in-memory")).withSinks(List.of(broken, good));
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            log.checkpoint();
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(notes.poll(30, TimeUnit.SECONDS)).endsWith(" 2");
            // The sink was asked; its relay notes the answer a moment later, on its own thread.
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (log.problems().isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(log.problems()).anyMatch(line -> line.contains("the central log server does not answer"));
            TestLog.files(log, 1);
        }
        assertThat(notes)
                .as("the good sink has the last one all the same")
                .last()
                .asString()
                .endsWith(" 4");
    }

    private static TrafficLogSettings settings(CheckpointSink sink) {
        return TestLog.settings(Path.of("in-memory")).withSinks(List.of(sink));
    }
}
