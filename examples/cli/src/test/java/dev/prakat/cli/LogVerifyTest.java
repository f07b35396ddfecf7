package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verdicts of a verification and their exit codes. */
class LogVerifyTest extends WrittenLog {

    @Test
    void aSoundLogIsDone() {
        Result result = cli.run("log", "verify");
        JsonNode json = cli.run("log", "verify", log().toString(), "--json").json();

        assertThat(result.code()).isEqualTo(ExitCode.DONE);
        assertThat(result.out()).startsWith("SOUND");
        assertThat(json.get("verdict").asText()).isEqualTo("SOUND");
        assertThat(json.get("size")).isEqualTo(json.get("coveredSize"));
        assertThat(json.get("firstBad").isNull()).isTrue();
    }

    @Test
    void aChangedByteIsAFindingThatSaysWhere() throws IOException {
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        Result result = cli.run("log", "verify");
        JsonNode json = cli.run("log", "verify", "--json").json();

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.out()).startsWith("TAMPERED").contains(".seg");
        assertThat(json.get("firstBad").get("file").asText()).endsWith(".seg");
    }

    @Test
    void aLogWithAnUnfinishedEndIsNotCalledSound() throws IOException {
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 7);
        longer[bytes.length] = 'x';
        Files.write(segment, longer);

        Result result = cli.run("log", "verify");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_COVERED);
        assertThat(result.out()).startsWith("NOT_FULLY_COVERED");
    }

    @Test
    void aFolderThatHoldsNoLogIsBroken() {
        Result result = cli.run("log", "verify", folder.toString());

        assertThat(result.code()).isEqualTo(ExitCode.BROKEN);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("prakat: ");
        assertThat(cli.run("--node", "none", "log", "verify").code()).isEqualTo(ExitCode.BROKEN);
    }

    @Test
    void oneRecordIsProvenToSomebodyWhoHasNothingElse() throws IOException {
        String vkey = Files.readString(log().resolve("vkey")).strip();
        Path proof = folder.resolve("0.tlog-proof");
        cli.done("log", "prove", "--index", "0", "--out", proof.toString());
        Path record = folder.resolve("0.tlog-proof.json");
        List<String> check = List.of("log", "check", proof.toString(), "--record", record.toString(), "--vkey", vkey);
        assertThat(cli.done(check.toArray(String[]::new)).out()).contains("อยู่ในบันทึกตามที่ลงนามไว้");
        Files.writeString(record, Files.readString(record).replace("item.draft", "item.erase"));
        assertThat(cli.run(check.toArray(String[]::new)).code()).isEqualTo(ExitCode.FINDING);
        Result again = cli.run("log", "prove", "--index", "0", "--out", proof.toString());
        assertThat(again.code()).isNotZero();
        Path since = folder.resolve("since-1");
        cli.done("log", "prove", "--since", "1", "--out", since.toString());
        assertThat(Files.readString(since)).startsWith("1\n").endsWith(Files.readString(log().resolve("checkpoint")));
        assertThat(cli.run("log", "prove", "--since", "-1", "--out", "x").code())
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(cli.run("log", "prove", "--index", "9999", "--out", "x").code())
                .isEqualTo(ExitCode.FINDING);
    }

    @Test
    void aCheckpointThatWasKeptShowsThatTheLogWasCutBack() throws IOException {
        Path earlier = Files.copy(log().resolve("checkpoint"), folder.resolve("kept-1"));
        Path copy = folder.resolve("copy");
        copy(log(), copy);
        cli.draft("2026-11-23T09:05", "2026-11-30");
        Path later = Files.copy(log().resolve("checkpoint"), folder.resolve("kept-2"));
        assertThat(cli.run("log", "verify", "--kept", earlier.toString()).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(cli.run("log", "verify", copy.toString()).code()).isEqualTo(ExitCode.DONE);
        Result cut = cli.run("log", "verify", copy.toString(), "--kept", later.toString());
        assertThat(cut.code()).isEqualTo(ExitCode.FINDING);
        assertThat(cut.out()).startsWith("TAMPERED").contains("the checkpoint that was kept covers");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private Path segment() throws IOException {
        try (Stream<Path> segments = Files.list(log().resolve("seg"))) {
            return segments.findFirst().orElseThrow();
        }
    }
}
