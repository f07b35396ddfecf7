package dev.prakat.cli;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.trafficlog.LogQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which records of the traffic log are asked for, and of which nodes. */
final class LogQueryOptions {

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "logquery.from")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", descriptionKey = "logquery.to")
    private @Nullable LocalDate to;

    @Option(names = "--user", paramLabel = "OFFICER", descriptionKey = "logquery.user")
    private @Nullable String user;

    @Option(names = "--item", paramLabel = "ITEM", descriptionKey = "logquery.item")
    private @Nullable String item;

    @Option(names = "--open", paramLabel = "GROUND", descriptionKey = "logquery.open")
    private @Nullable String ground;

    @Option(names = "--log", paramLabel = "DIR", descriptionKey = "logquery.log")
    private List<Path> logs = new ArrayList<>();

    /** The query; days are those of Bangkok, and the last one is meant whole. */
    LogQuery query() {
        LocalDate last = to;
        Instant end = last == null
                ? null
                : last.plusDays(1).atStartOfDay(ThaiDate.BANGKOK).toInstant();
        LocalDate first = from;
        Instant begin =
                first == null ? null : first.atStartOfDay(ThaiDate.BANGKOK).toInstant();
        return new LogQuery(begin, end, user, item, ground);
    }

    /** The logs of the other nodes: those that were given, else all in the data folder. */
    List<Path> others(Session session) throws IOException {
        if (!logs.isEmpty()) {
            return logs;
        }
        Path own = DataFolder.trafficLog(
                session.options().data(), session.options().node());
        Path all = own.getParent();
        if (all == null || !Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(folder -> Files.exists(folder.resolve("checkpoint")) && !folder.equals(own))
                    .sorted()
                    .toList();
        }
    }
}
