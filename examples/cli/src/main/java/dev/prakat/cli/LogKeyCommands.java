package dev.prakat.cli;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.trafficlog.Pkcs12Keys;
import dev.prakat.trafficlog.TrafficLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The PKCS#12 file that wraps the keys of personal data in the traffic logs. */
@Command(name = "key", mixinStandardHelpOptions = true)
final class LogKeyCommands {

    private LogKeyCommands() {}

    static CommandLine line(Session session) {
        return new CommandLine(new LogKeyCommands())
                .addSubcommand(new New(session))
                .addSubcommand(new Rotate(session));
    }

    /** {@code log key new}: makes the file, and has it wrap the keys of every log of the data folder from now on. Can be repeated when something stopped it. */
    @Command(name = "new", mixinStandardHelpOptions = true)
    static final class New implements Callable<Integer> {

        private final Session session;

        @Option(names = "--file", paramLabel = "FILE", required = true, descriptionKey = "log-key.file")
        private Path file = Path.of("");

        @Option(names = "--password-file", paramLabel = "FILE", required = true, descriptionKey = "log-key.password")
        private Path password = Path.of("");

        New(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            Actor actor = session.actor();
            Path data = session.options().data();
            DataFolder.of(session.options()).keep();
            requireNothingElseSealed(data);
            Path whole = file.toAbsolutePath().normalize();
            Path opening = password.toAbsolutePath().normalize();
            LogSettingsFile before = LogSettingsFile.of(data);
            if (before.keys().isPresent()) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "traffic logs of " + data + ": found the PKCS#12 file "
                                + before.values().get(LogSettingsFile.KEYS)
                                + ", expected none. 'log key rotate' exchanges the key in it.");
            }
            Map<String, String> changes = new LinkedHashMap<>();
            changes.put(LogSettingsFile.KEYS, whole.toString());
            changes.put(LogSettingsFile.PASSWORD, opening.toString());
            LogSettingsFile after = before.with(changes);
            PasswordFile secret = new PasswordFile(opening);
            Pkcs12Keys keys = Files.exists(whole)
                    ? Pkcs12Keys.open(whole, () -> secret.secret("keys"))
                    : Pkcs12Keys.create(whole, () -> secret.secret("keys"));
            // A log without the key file beside it went over before something stopped the first try.
            int wrapped =
                    rewrapped(session, actor, keys, "log key new", log -> Files.exists(log.resolve("keys/local")));
            after.keep();
            return answered(session, keys, wrapped);
        }

        /** Requests and complaints are sealed under the same keys once there is a file; what an earlier key sealed would stay shut. */
        private static void requireNothingElseSealed(Path data) {
            Path sealed = DataFolder.trafficLog(data, "main").resolveSibling("complaint.key");
            if (Files.exists(sealed)) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "data folder " + data + ": found " + sealed
                                + ", which personal details of complaints and requests are"
                                + " sealed under, expected none: they could not be opened with a PKCS#12 file. Begin with the"
                                + " file before the first complaint or request; nothing was changed.");
            }
        }
    }

    /** {@code log key rotate}: adds a key to the file and has it wrap from now on. */
    @Command(name = "rotate", mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {

        private final Session session;

        Rotate(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            Actor actor = session.actor();
            Path data = session.options().data();
            Pkcs12Keys keys = LogSettingsFile.of(data)
                    .keys()
                    .orElseThrow(() -> new PrakatException(
                            ProblemCode.CONFIGURATION,
                            "traffic logs of " + data + ": found no PKCS#12 file in their settings, expected one."
                                    + " 'log key new' makes it."));
            keys.rotate();
            return answered(session, keys, rewrapped(session, actor, keys, "log key rotate", log -> true));
        }
    }

    private static int rewrapped(Session session, Actor actor, Pkcs12Keys keys, String reason, Predicate<Path> which)
            throws IOException {
        int wrapped = 0;
        for (Path log : LogNodes.all(session)) {
            if (which.test(log)) {
                try (TrafficLog open = OwnLog.ofNode(session, log)) {
                    wrapped += open.rewrap(actor, keys, reason);
                }
            }
        }
        return wrapped;
    }

    private static int answered(Session session, Pkcs12Keys keys, int wrapped) {
        Answer answer = new Answer(List.copyOf(keys.names()), wrapped);
        session.answer(
                answer, () -> List.of(session.text("log-key.wrapped", String.join(", ", keys.names()), wrapped)));
        return ExitCode.DONE;
    }

    /** The keys of the file, the one that wraps last, for machines. */
    record Answer(List<String> keys, int wrapped) {}
}
