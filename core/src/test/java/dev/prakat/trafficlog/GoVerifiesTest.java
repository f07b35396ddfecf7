package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our notes, tiles and proofs before an implementation that is not ours: Go's {@code sumdb/note} and {@code sumdb/tlog}. Debian has
 * them as golang-go and golang-golang-x-mod-dev.
 *
 * <p>{@code -Dprakat.proofs=N} says how many proofs.
 */
@Tag("soak")
@Tag("S001-R30")
@Tag("one-jdk")
class GoVerifiesTest {

    private static final int PROOFS = Integer.getInteger("prakat.proofs", 400);
    private static final Path SOURCE = Path.of("src/test/go/tlogcheck/main.go");
    private static final Path GOPATH = Path.of("/usr/share/gocode");
    private static final long SECONDS = 300;

    @TempDir
    Path folder;

    private final Random random = new Random(1962);

    @Test
    void whatWeSignAndProveIsSoundToAStrangersProgram() throws Exception {
        Path program = built();
        Path log = folder.resolve("trafficlog");
        try (TrafficLog open = TrafficLog.open(TestLog.settings(log))) {
            TestLog.files(open, 1_500);
            open.checkpoint();
            TestLog.files(open, 300);
        }
        prove(log, 0, 3_600, PROOFS);
        assertThat(run(List.of(program.toString(), log.toString(), folder.toString()), Map.of()))
                .isEqualTo(said(3_600, PROOFS));
    }

    @Test
    void aPrunedLogIsSoundToAStrangersProgramToo() throws Exception {
        Path program = built();
        Path log = folder.resolve("trafficlog");
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2021-08-14T03:00:00Z"));
        TrafficLogSettings settings = TestLog.settings(log, now::get)
                .withClockSource(() -> ClockReading.of("sntp:time.example", 1, 300, 900));
        long first;
        int size;
        try (TrafficLog open = TrafficLog.open(settings)) {
            TestLog.files(open, 350);
            now.set(Instant.parse("2021-09-20T03:00:00Z"));
            TestLog.files(open, 150);
            now.set(Instant.parse("2021-11-20T03:00:00Z"));
            TestLog.files(open, 1);
            PruneReport report = open.prune(Actor.local("officer-0042"), Retention.ofDays(90), false);
            assertThat(report.refused()).isEmpty();
            first = report.first();
            TestLog.files(open, 50);
            open.checkpoint();
            size = Math.toIntExact(open.size());
        }
        assertThat(first).as("records that are gone").isGreaterThan(Tile.WIDTH);
        int proofs = PROOFS / 4;
        prove(log, Math.toIntExact(first), size, proofs);
        List<String> command = List.of(program.toString(), log.toString(), folder.toString());
        assertThat(run(command, Map.of())).isEqualTo(said(size - first, proofs));
        Path segment = log.resolve(LogScan.segment(first));
        byte[] bytes = Files.readAllBytes(segment);
        bytes[60] ^= 1;
        Files.write(segment, bytes);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String refused = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(refused).isEqualTo(1);
        assertThat(refused).contains("record " + first + " is not the one in the tiles");
    }

    private void prove(Path log, int first, int records, int proofs) throws IOException {
        for (int i = 0; i < proofs; i++) {
            String proof = TrafficLogProver.inclusion(log, first + random.nextInt(records - first))
                    .text();
            write("good", i + ".tlog-proof", proof);
            write("bad", i + ".tlog-proof", changed(proof));
            int earlier = 1 + first + random.nextInt(records - first - 1);
            String text = TrafficLogProver.consistency(log, earlier).text();
            write("good", i + ".consistency", text);
            write("bad", i + ".consistency", changed(text));
        }
    }

    private static String said(long records, int proofs) {
        return "%1$d records; %2$d proofs accepted, %2$d refused; %2$d consistency proofs accepted, %2$d refused"
                .formatted(records, proofs);
    }

    /** Another bit somewhere. */
    private String changed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void write(String what, String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(what));
        Files.writeString(folder.resolve(what).resolve(name), text);
    }

    private Path built() throws Exception {
        boolean there = Files.isDirectory(GOPATH.resolve("src/golang.org/x/mod/sumdb/tlog"));
        if (!there) {
            String message = "GoVerifiesTest: NO Go with golang.org/x/mod below " + GOPATH
                    + ". Debian: apt-get install golang-go golang-golang-x-mod-dev";
            if ("1".equals(System.getenv("PRAKAT_REQUIRE_ALL"))) {
                throw new IllegalStateException(message + ". PRAKAT_REQUIRE_ALL=1 asks for it.");
            }
            System.err.println("!!!!!!!! SKIPPED " + message);
            Assumptions.abort(message);
        }
        Path program = folder.resolve("tlogcheck");
        Map<String, String> environment = Map.of(
                "GOPATH",
                GOPATH.toString(),
                "GO111MODULE",
                "off",
                "CGO_ENABLED",
                "0",
                "GOCACHE",
                folder.resolve("gocache").toString());
        run(
                List.of(
                        "go",
                        "build",
                        "-o",
                        program.toString(),
                        SOURCE.toAbsolutePath().toString()),
                environment);
        return program;
    }

    private static String run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
