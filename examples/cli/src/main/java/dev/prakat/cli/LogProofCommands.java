package dev.prakat.cli;

import dev.prakat.trafficlog.InclusionProof;
import dev.prakat.trafficlog.TrafficLogProver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One record of the traffic log for somebody who has nothing else of it. */
final class LogProofCommands {

    private LogProofCommands() {}

    /** {@code log prove}: writes the proof of a record, and the record beside it. Overwrites nothing. */
    @Command(name = "prove", mixinStandardHelpOptions = true)
    static final class Prove implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "arg.log")
        private @Nullable Path directory;

        @Option(names = "--index", paramLabel = "N", required = true)
        private long index;

        @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "prove.out")
        private Path out = Path.of("");

        Prove(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            if (index < 0) {
                throw new WrongUse(
                        "--index: found " + index + ", expected a number from 0; the receipt of a record has it");
            }
            Path log = directory != null
                    ? directory
                    : DataFolder.trafficLog(
                            session.options().data(), session.options().node());
            InclusionProof proof = TrafficLogProver.inclusion(log, index);
            byte[] record = TrafficLogProver.record(log, index);
            Path recordFile = out.resolveSibling(out.getFileName() + ".json");
            Files.write(recordFile, record, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.writeString(out, proof.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            session.answer(
                    new Proven(index, out.toString(), recordFile.toString()),
                    () -> List.of(session.text("log.proof", index, out), session.text("log.record", recordFile)));
            return ExitCode.DONE;
        }

        /** Where the proof is, for machines. */
        record Proven(long index, String proof, String record) {}
    }

    /** {@code log check}: whether a proof proves a record; needs no log. */
    @Command(name = "check", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "PROOF", descriptionKey = "arg.proof")
        private Path proof = Path.of("");

        @Option(names = "--record", paramLabel = "FILE", required = true)
        private Path record = Path.of("");

        @Option(names = "--vkey", paramLabel = "KEY", required = true)
        private String vkey = "";

        Check(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            InclusionProof read = InclusionProof.parse(new String(Files.readAllBytes(proof), StandardCharsets.UTF_8));
            boolean proves = read != null && read.proves(Files.readAllBytes(record), vkey);
            session.answer(
                    new Checked(proves),
                    () -> List.of(session.text(proves ? "log.proves" : "log.proves-nothing", record)));
            return proves ? ExitCode.DONE : ExitCode.FINDING;
        }

        /** The answer, for machines. */
        record Checked(boolean proves) {}
    }
}
