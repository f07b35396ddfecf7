package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
        int records = 3_600;
        for (int i = 0; i < PROOFS; i++) {
            String proof =
                    TrafficLogProver.inclusion(log, random.nextInt(records)).text();
            write("good", i + ".tlog-proof", proof);
            write("bad", i + ".tlog-proof", changed(proof));
            ConsistencyProof beginning = TrafficLogProver.consistency(log, 1 + random.nextInt(records - 1));
            String text = beginning.text();
            write("good", i + ".consistency", text);
            write("bad", i + ".consistency", changed(text));
        }
        assertThat(run(List.of(program.toString(), log.toString(), folder.toString()), Map.of()))
                .isEqualTo(
                        "%1$d records; %2$d proofs accepted, %2$d refused; %2$d consistency proofs accepted, %2$d refused"
                                .formatted(records, PROOFS));
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
