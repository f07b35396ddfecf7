package dev.prakat.cli;

import dev.prakat.spi.Actor;
import dev.prakat.trafficlog.LogRecord;
import dev.prakat.trafficlog.TrafficLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code log show}: records of all nodes, by time. That somebody looked is a record of the node's own log. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class LogShow implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final LogQueryOptions options = new LogQueryOptions();

    LogShow(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Actor actor = session.actor();
        List<LogRecord> records = new ArrayList<>();
        try (TrafficLog log = OwnLog.forReading(session)) {
            log.read(actor, options.query(), options.others(session), records::add);
        }
        session.answer(records.stream().map(View::of).toList(), () -> lines(records));
        return ExitCode.DONE;
    }

    private List<String> lines(List<LogRecord> records) {
        List<String> lines = new ArrayList<>();
        records.forEach(record -> lines.add(line(record)));
        lines.add(session.text("logquery.shown", records.size()));
        return lines;
    }

    private static String line(LogRecord record) {
        Map<String, String> all = record.elements();
        Map<String, String> who = record.personalElements();
        return String.join(
                "  ",
                record.happened().toString(),
                record.origin().split("/", 4)[2] + "#" + record.index(),
                all.getOrDefault("kind", "-") + "/" + all.getOrDefault("ph", "-"),
                all.getOrDefault("cmd", "-"),
                all.getOrDefault("obj", "-"),
                all.getOrDefault("path", "-"),
                all.getOrDefault("st", "-"),
                who.getOrDefault("who.id", all.getOrDefault("actor.id", "-")));
    }

    /** A record, for machines. */
    record View(String log, long index, String at, Map<String, String> elements, Map<String, String> personal) {

        static View of(LogRecord record) {
            return new View(
                    record.origin(),
                    record.index(),
                    record.at().toString(),
                    record.elements(),
                    record.personalElements());
        }
    }
}
