package dev.prakat.cli;

import dev.prakat.spi.Actor;
import dev.prakat.trafficlog.LegalHold;
import dev.prakat.trafficlog.TrafficLog;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Orders of competent officials to keep records of the traffic log longer. */
@Command(name = "hold", mixinStandardHelpOptions = true)
final class LogHoldCommands {

    private LogHoldCommands() {}

    static CommandLine line(Session session) {
        return new CommandLine(new LogHoldCommands())
                .addSubcommand(new Add(session))
                .addSubcommand(new Lift(session))
                .addSubcommand(new Show(session));
    }

    /** An order on one line, for people. */
    static String line(Session session, LegalHold hold) {
        return session.text(
                "hold.line",
                hold.order(),
                session.printed(hold.from()),
                session.printed(hold.to()),
                session.printed(hold.until()),
                hold.official(),
                hold.scope());
    }

    /** {@code log hold add}: from now on nothing of those days goes. */
    @Command(name = "add", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        private final Session session;

        @Option(names = "--order", paramLabel = "NO", required = true, descriptionKey = "hold.order")
        private String order = "";

        @Option(names = "--official", paramLabel = "NAME", required = true, descriptionKey = "hold.official")
        private String official = "";

        @Option(names = "--scope", paramLabel = "TEXT", required = true, descriptionKey = "hold.scope")
        private String scope = "";

        @Option(names = "--from", paramLabel = "DAY", required = true, descriptionKey = "hold.from")
        private LocalDate from = LocalDate.MIN;

        @Option(names = "--to", paramLabel = "DAY", required = true, descriptionKey = "hold.to")
        private LocalDate to = LocalDate.MIN;

        @Option(names = "--until", paramLabel = "DAY", required = true, descriptionKey = "hold.until")
        private LocalDate until = LocalDate.MIN;

        Add(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            LegalHold hold = new LegalHold(order, official, scope, from, to, until);
            try (TrafficLog log = OwnLog.open(session, null)) {
                long record = log.hold(actor, hold).index();
                session.answer(new Recorded(record, hold.order()), () -> List.of(line(session, hold)));
                return ExitCode.DONE;
            }
        }
    }

    /** {@code log hold lift}: an order ends before its day. */
    @Command(name = "lift", mixinStandardHelpOptions = true)
    static final class Lift implements Callable<Integer> {

        private final Session session;

        @Option(names = "--order", paramLabel = "NO", required = true, descriptionKey = "hold.order")
        private String order = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "hold.reason")
        private String reason = "";

        Lift(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (TrafficLog log = OwnLog.open(session, null)) {
                long record = log.lift(actor, order, reason).index();
                session.answer(new Recorded(record, order), () -> List.of(session.text("hold.lifted", order)));
                return ExitCode.DONE;
            }
        }
    }

    /** {@code log hold list}: the orders in force. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final Session session;

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (TrafficLog log = OwnLog.open(session, null)) {
                List<LegalHold> holds = log.holds();
                session.answer(
                        holds.stream().map(View::of).toList(),
                        () -> holds.isEmpty()
                                ? List.of(session.text("hold.none"))
                                : holds.stream()
                                        .map(each -> line(session, each))
                                        .toList());
                return ExitCode.DONE;
            }
        }
    }

    /** An order, for machines; days as ISO 8601. */
    record View(String order, String official, String scope, String from, String to, String until) {

        static View of(LegalHold hold) {
            return new View(
                    hold.order(),
                    hold.official(),
                    hold.scope(),
                    hold.from().toString(),
                    hold.to().toString(),
                    hold.until().toString());
        }
    }

    /** Where it is recorded, for machines. */
    record Recorded(long record, String order) {}
}
