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
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One record of the traffic log for somebody who has nothing else of it. */
final class LogProofCommands {

    private LogProofCommands() {}

    /** {@code log prove}: writes the proof of a record and the record beside it, or that of a beginning. Overwrites nothing. */
    @Command(name = "prove", mixinStandardHelpOptions = true)
    static final class Prove implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "arg.log")
        private @Nullable Path directory;

        @ArgGroup(exclusive = true, multiplicity = "1")
        private What what = new What();

        @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "prove.out")
        private Path out = Path.of("");

        /** One record, or that the log goes on from an earlier state. */
        static final class What {

            @Option(names = "--index", paramLabel = "N", required = true)
            private @Nullable Long index;

            @Option(names = "--since", paramLabel = "SIZE", required = true)
            private @Nullable Long since;
        }

        Prove(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            Path log = directory != null
                    ? directory
                    : DataFolder.trafficLog(
                            session.options().data(), session.options().node());
            return what.since == null
                    ? one(log, number("--index", what.index))
                    : beginning(log, number("--since", what.since));
        }

        private static long number(String option, @Nullable Long given) {
            if (given == null || given < 0) {
                throw new WrongUse(option + ": found " + given + ", expected a number from 0");
            }
            return given;
        }

        private int beginning(Path log, long size) throws IOException {
            write(out, TrafficLogProver.consistency(log, size).text().getBytes(StandardCharsets.UTF_8));
            session.answer(new Proven(size, out.toString(), null), () -> List.of(session.text("log.since", size, out)));
            return ExitCode.DONE;
        }

        private int one(Path log, long index) throws IOException {
            InclusionProof proof = TrafficLogProver.inclusion(log, index);
            byte[] record = TrafficLogProver.record(log, index);
            Path recordFile = out.resolveSibling(out.getFileName() + ".json");
            write(recordFile, record);
            write(out, proof.text().getBytes(StandardCharsets.UTF_8));
            session.answer(
                    new Proven(index, out.toString(), recordFile.toString()),
                    () -> List.of(session.text("log.proof", index, out), session.text("log.record", recordFile)));
            return ExitCode.DONE;
        }

        private static void write(Path file, byte[] bytes) throws IOException {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        /** Where the proof is, for machines; the number is the record's index or the earlier size. */
        record Proven(long number, String proof, @Nullable String record) {}
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
