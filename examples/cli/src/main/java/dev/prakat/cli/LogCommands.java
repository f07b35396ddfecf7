package dev.prakat.cli;

import dev.prakat.trafficlog.Damage;
import dev.prakat.trafficlog.TrafficLogVerifier;
import dev.prakat.trafficlog.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The traffic log. These commands open no database. */
@Command(name = "log", mixinStandardHelpOptions = true)
final class LogCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new LogCommands())
                .addSubcommand(new Verify(session))
                .addSubcommand(new LogProofCommands.Prove(session))
                .addSubcommand(new LogProofCommands.Check(session))
                .addSubcommand(new LogShow(session))
                .addSubcommand(new LogExportCommand(session))
                .addSubcommand(new LogImportCommand(session))
                .addSubcommand(new LogPrune(session))
                .addSubcommand(new LogSettingsCommand(session))
                .addSubcommand(LogKeyCommands.line(session))
                .addSubcommand(LogHoldCommands.line(session));
    }

    /** {@code log verify}: reads every byte of a log and says whether it is what was signed. */
    @Command(name = "verify", mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "arg.log")
        private @Nullable Path directory;

        @Option(names = "--vkey", paramLabel = "KEY", defaultValue = "")
        private String vkey = "";

        @Option(names = "--kept", paramLabel = "FILE")
        private @Nullable Path kept;

        @Option(names = "--time-stamps", paramLabel = "CERTIFICATES", descriptionKey = "log.time-stamps")
        private @Nullable Path certificates;

        Verify(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            String earlier = kept == null ? null : Files.readString(kept);
            Path log = directory != null
                    ? directory
                    : DataFolder.trafficLog(
                            session.options().data(), session.options().node());
            VerificationReport report =
                    Progress.during(session.terminal(), session.text("log.reading"), () -> verify(log, earlier));
            if (report.verdict() == VerificationReport.Verdict.UNREADABLE
                    && !session.options().json()) {
                session.terminal()
                        .err()
                        .println("prakat: " + session.text("Verdict.UNREADABLE") + ": " + notes(report));
                return ExitCode.BROKEN;
            }
            session.answer(Answer.of(log, report), () -> lines(report));
            return code(report.verdict());
        }

        private VerificationReport verify(Path log, @Nullable String earlier) {
            if (Files.isRegularFile(log.resolve("manifest"))) {
                return TrafficLogVerifier.verifyExport(log, vkey.isBlank() ? List.of() : List.of(vkey.split(",")));
            }
            if (certificates != null) {
                return TrafficLogVerifier.verify(log, vkey, earlier, certificates);
            }
            return earlier == null
                    ? TrafficLogVerifier.verify(log, vkey)
                    : TrafficLogVerifier.verify(log, vkey, earlier);
        }

        private List<String> lines(VerificationReport report) {
            List<String> lines = new ArrayList<>();
            lines.add(report.verdict() + "  " + session.messages().of(report.verdict()));
            lines.add(session.text("log.origin", report.origin()));
            lines.add(session.text("log.records", report.size(), report.coveredSize(), report.openIntents()));
            Damage damage = report.firstBad();
            if (damage != null) {
                lines.add(session.text("log.damage", damage.line()));
            }
            report.notes().forEach(note -> lines.add("  " + note));
            return lines;
        }

        private static String notes(VerificationReport report) {
            return String.join("; ", report.notes());
        }

        private static int code(VerificationReport.Verdict verdict) {
            return switch (verdict) {
                case SOUND -> ExitCode.DONE;
                case TAMPERED -> ExitCode.FINDING;
                case NOT_FULLY_COVERED -> ExitCode.NOT_COVERED;
                case UNREADABLE -> ExitCode.BROKEN;
            };
        }

        /** A verdict, for machines. */
        record Answer(
                String directory,
                String verdict,
                String origin,
                long size,
                long coveredSize,
                @Nullable Damage firstBad,
                List<String> notes,
                Map<String, Long> byStatus,
                long openIntents) {

            static Answer of(Path log, VerificationReport report) {
                return new Answer(
                        log.toString(),
                        report.verdict().name(),
                        report.origin(),
                        report.size(),
                        report.coveredSize(),
                        report.firstBad(),
                        report.notes(),
                        new TreeMap<>(report.byStatus()),
                        report.openIntents());
            }
        }
    }
}
