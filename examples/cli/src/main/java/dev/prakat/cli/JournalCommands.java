package dev.prakat.cli;

import dev.prakat.journal.Difference;
import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.ReplayReport;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The journal: what was decided about an item, and whether the tables agree. These commands only look. */
@Command(name = "journal", mixinStandardHelpOptions = true)
final class JournalCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new JournalCommands())
                .addSubcommand(new Show(session))
                .addSubcommand(new ReplayThem(session));
    }

    private static PrakatException nothing(String subject) {
        return new PrakatException(
                ProblemCode.NOT_FOUND,
                "item " + subject + ": the journal has no event of it. 'item list' shows the items that there are.");
    }

    /** {@code journal show}: every event of an item, oldest first. */
    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "ITEM", descriptionKey = "arg.item")
        private String item = "";

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Opening opening = session.look()) {
                List<JournalEvent> events = opening.prakat().history(item);
                if (events.isEmpty()) {
                    throw nothing(item);
                }
                List<Row> rows = events.stream().map(Row::of).toList();
                session.answer(rows, () -> events.stream().map(this::line).toList());
                return ExitCode.DONE;
            }
        }

        private String line(JournalEvent event) {
            StringBuilder line = new StringBuilder()
                    .append(event.position())
                    .append("  ")
                    .append(session.printed(event.at()))
                    .append("  ")
                    .append(event.officer())
                    .append("  ")
                    .append(event.type());
            event.details()
                    .forEach((name, value) ->
                            line.append("  ").append(name).append('=').append(flat(value)));
            return line.toString();
        }

        /** One event is one line, whatever a person wrote. */
        private static String flat(String value) {
            return value.replaceAll("\\R", " / ");
        }

        /** An event, for machines. */
        record Row(
                int position,
                String id,
                String type,
                String at,
                String officer,
                Map<String, String> details,
                String logOrigin,
                long logIndex,
                String logLeaf,
                String hash) {

            static Row of(JournalEvent event) {
                return new Row(
                        event.position(),
                        event.id(),
                        event.type(),
                        event.at().toString(),
                        event.officer().value(),
                        event.details(),
                        event.receipt().origin(),
                        event.receipt().index(),
                        event.receipt().leafHash(),
                        event.hash());
            }
        }
    }

    /** {@code journal replay}: what the events alone tell, and with {@code --check} only whether the tables agree. */
    @Command(name = "replay", mixinStandardHelpOptions = true)
    static final class ReplayThem implements Callable<Integer> {

        private final Session session;

        @Option(names = "--check")
        private boolean check;

        @Parameters(paramLabel = "ITEM", arity = "0..1", descriptionKey = "prakat.journal.replay.item")
        private @Nullable String item;

        ReplayThem(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            if (item == null && !check) {
                throw new WrongUse("found neither an item nor --check; name an item to see what its events tell,"
                        + " or give --check to compare every item with its events");
            }
            try (Opening opening = session.look()) {
                String one = item;
                ReplayReport report =
                        one == null ? all(opening) : opening.prakat().replay(one);
                if (one != null && report.subjects() == 0) {
                    throw nothing(one);
                }
                SortedMap<String, String> facts = one == null || check
                        ? new TreeMap<>()
                        : opening.prakat().retold(one);
                session.answer(Answer.of(report, facts), () -> lines(report, facts));
                return report.isSound() ? ExitCode.DONE : ExitCode.FINDING;
            }
        }

        private ReplayReport all(Opening opening) {
            return Progress.during(
                    session.terminal(),
                    session.text("journal.reading"),
                    () -> opening.prakat().replay());
        }

        private List<String> lines(ReplayReport report, SortedMap<String, String> facts) {
            List<String> lines = new ArrayList<>();
            facts.forEach((name, value) -> lines.add(name + " = " + value));
            report.differences().forEach(difference -> lines.add(difference.line()));
            if (report.found() > report.differences().size()) {
                lines.add(session.text(
                        "journal.more", report.found() - report.differences().size()));
            }
            lines.add(
                    report.isSound()
                            ? session.text("journal.sound", report.subjects(), report.events())
                            : session.text("journal.differs", report.subjects(), report.events(), report.found()));
            return lines;
        }

        /** A replay, for machines. */
        record Answer(
                boolean sound,
                long subjects,
                long events,
                long found,
                SortedMap<String, String> facts,
                List<Difference> differences) {

            static Answer of(ReplayReport report, SortedMap<String, String> facts) {
                return new Answer(
                        report.isSound(),
                        report.subjects(),
                        report.events(),
                        report.found(),
                        facts,
                        report.differences());
            }
        }
    }
}
