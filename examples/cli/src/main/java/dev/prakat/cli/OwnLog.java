package dev.prakat.cli;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.trafficlog.ChronyClock;
import dev.prakat.trafficlog.ClockSource;
import dev.prakat.trafficlog.SntpClock;
import dev.prakat.trafficlog.TrafficLog;
import dev.prakat.trafficlog.TrafficLogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The node's own log, opened for writing without a database: for what the log says of itself. */
final class OwnLog {

    /** The officers who may open personal parts, one a line, as an order of the agency names them. */
    private static final String OPENERS = "log-openers.txt";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private OwnLog() {}

    /**
     * Opens it.
     *
     * @param ntp an NTP server to hold the clock against, or null for the chrony of this machine
     * @throws PrakatException TRAFFIC_LOG if there is no log, or another process writes it
     */
    static TrafficLog open(Session session, @Nullable String ntp) {
        GlobalOptions options = session.options();
        Path folder = DataFolder.trafficLog(options.data(), options.node());
        TrafficLogSettings settings = TrafficLogSettings.of(folder, host(folder), options.clock())
                .withNode(options.node())
                .withClockSource(source(options, ntp));
        return TrafficLog.open(asSet(options, settings));
    }

    /**
     * Opens the log of a node, for what is done to every one.
     *
     * @throws PrakatException TRAFFIC_LOG if there is no log, or another process writes it
     */
    static TrafficLog ofNode(Session session, Path folder) {
        GlobalOptions options = session.options();
        TrafficLogSettings settings = TrafficLogSettings.of(folder, host(folder), options.clock())
                .withNode(String.valueOf(folder.getFileName()));
        return TrafficLog.open(asSet(options, settings));
    }

    private static TrafficLogSettings asSet(GlobalOptions options, TrafficLogSettings settings) {
        return LogSettingsFile.of(options.data()).applyTo(settings, options.clock());
    }

    /** Opens it for a command that changes something outside the database; a folder that has no log yet begins one. */
    static TrafficLog begun(Session session, boolean adopt) {
        GlobalOptions options = session.options();
        if (!Files.exists(DataFolder.trafficLog(options.data(), options.node()).resolve("vkey"))) {
            (adopt ? Opening.adopting(session) : session.open()).close();
        }
        return open(session, null);
    }

    /**
     * Opens it for reading it and the logs of other nodes. A node that has no log yet begins one: beside a process that writes the
     * agency's log an auditor reads as a node of his own.
     *
     * @throws PrakatException TRAFFIC_LOG if no node has a log, or another process writes this one
     */
    static TrafficLog forReading(Session session) throws IOException {
        GlobalOptions options = session.options();
        Path folder = DataFolder.trafficLog(options.data(), options.node());
        Path named = Files.exists(folder.resolve("vkey")) ? folder : neighbour(folder);
        Path openers = options.data().resolve(OPENERS);
        List<String> persons = Files.exists(openers) ? Files.readAllLines(openers) : List.of();
        TrafficLogSettings settings = TrafficLogSettings.of(folder, host(named), options.clock())
                .withNode(options.node())
                .withOpeners(actor -> persons.stream()
                        .map(String::strip)
                        .anyMatch(actor.officer().value()::equals));
        return TrafficLog.open(asSet(options, settings));
    }

    /**
     * Opens it for taking over what another program wrote. A node that has no log yet begins one: beside a portal that writes the
     * agency's log an import has a node of its own.
     *
     * @throws PrakatException TRAFFIC_LOG if no node has a log, or another process writes this one
     */
    static TrafficLog forImport(Session session) throws IOException {
        GlobalOptions options = session.options();
        Path folder = DataFolder.trafficLog(options.data(), options.node());
        Path named = Files.exists(folder.resolve("vkey")) ? folder : neighbour(folder);
        TrafficLogSettings settings = TrafficLogSettings.of(folder, host(named), options.clock())
                .withNode(options.node())
                .withClockSource(source(options, null));
        return TrafficLog.open(asSet(options, settings));
    }

    /** The log of another node, which has the host's name. */
    private static Path neighbour(Path folder) throws IOException {
        Path all = folder.getParent();
        if (all == null || !Files.isDirectory(all)) {
            return folder;
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(each -> Files.exists(each.resolve("vkey")))
                    .sorted()
                    .findFirst()
                    .orElse(folder);
        }
    }

    /** A time that was given by hand is nobody's measure. */
    private static ClockSource source(GlobalOptions options, @Nullable String ntp) {
        if (options.isTimeGiven()) {
            return ClockSource.NONE;
        }
        return ntp == null
                ? new ChronyClock("chronyc", PATIENCE)
                : new SntpClock(ntp, SntpClock.PORT, options.clock(), PATIENCE);
    }

    private static String host(Path folder) {
        Path vkey = folder.resolve("vkey");
        try {
            String line = Files.readString(vkey);
            int end = line.indexOf("/tlog/");
            if (end > 0) {
                return line.substring(0, end);
            }
        } catch (IOException e) {
            throw noLog(folder, e);
        }
        throw noLog(folder, new IOException("found no key in " + vkey));
    }

    private static PrakatException noLog(Path folder, IOException cause) {
        return new PrakatException(
                ProblemCode.TRAFFIC_LOG,
                "traffic log " + folder + ": found no log (" + cause.getMessage()
                        + "), expected one that a command has begun; give --data and --node.",
                cause);
    }
}
