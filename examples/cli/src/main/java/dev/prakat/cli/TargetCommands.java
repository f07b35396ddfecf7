package dev.prakat.cli;

import dev.prakat.spi.Actor;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetFinding.Severity;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.trafficlog.TrafficLog;
import dev.prakat.wordpress.WordPressTarget;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The websites that a data folder publishes to. */
@Command(name = "target", mixinStandardHelpOptions = true)
final class TargetCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new TargetCommands())
                .addSubcommand(new CommandLine(new Add()).addSubcommand(new TargetAddWordPress(session)))
                .addSubcommand(new Check(session))
                .addSubcommand(new TargetInventory(session))
                .addSubcommand(new Listing(session));
    }

    /** {@code target add}: says which kinds of website there are. */
    @Command(name = "add", mixinStandardHelpOptions = true)
    static final class Add {}

    /** {@code target check}: asks the websites themselves whether they can be used, and changes nothing there. */
    @Command(name = "check", mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        private final Session session;

        @Option(names = "--name", paramLabel = "NAME")
        private @Nullable String name;

        Check(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<Website> chosen = Websites.chosen(session, name);
            List<Row> rows = new ArrayList<>();
            Instant now = session.options().clock().instant();
            asked(
                    session,
                    "target-check",
                    chosen,
                    (website, target, recorder) ->
                            target.preflight(recorder, now).forEach(finding -> rows.add(Row.of(website, finding))));
            session.answer(rows, () -> lines(chosen, rows));
            return rows.stream().allMatch(row -> row.severity() == Severity.NOTE) ? ExitCode.DONE : ExitCode.FINDING;
        }

        private List<String> lines(List<Website> chosen, List<Row> rows) {
            List<String> lines = new ArrayList<>();
            for (Website website : chosen) {
                List<Row> found = rows.stream()
                        .filter(row -> row.target().equals(website.name()))
                        .toList();
                found.forEach(row -> lines.add(
                        session.text("target." + row.severity()) + "  " + row.message() + "\n  " + row.remedy()));
                if (found.isEmpty()) {
                    lines.add(session.text("target.well", website.name(), website.address()));
                }
            }
            return lines;
        }
    }

    /** What a website is asked. */
    interface Question {
        void of(Website website, WordPressTarget target, TrafficRecorder recorder);
    }

    /** Asks each website, one after the other, on the log of the node. */
    static void asked(Session session, String who, List<Website> websites, Question question) {
        requireLog(session);
        try (TrafficLog log = OwnLog.open(session, null)) {
            for (Website website : websites) {
                try (WordPressTarget target = website.target()) {
                    question.of(
                            website,
                            target,
                            log.recorder(Actor.system(who), UUID.randomUUID().toString()));
                }
            }
        }
    }

    /** What goes over the network stands in the log, so that there must be one. */
    private static void requireLog(Session session) {
        GlobalOptions options = session.options();
        if (!Files.exists(DataFolder.trafficLog(options.data(), options.node()).resolve("vkey"))) {
            session.open().close();
        }
    }

    /** {@code target list}: the websites and their addresses. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        private final Session session;

        Listing(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<Place> places = new ArrayList<>();
            places.add(new Place(
                    Opening.TARGET,
                    "static",
                    DataFolder.of(session.options()).baseAddress().toString()));
            new Websites(session.options().data())
                    .all()
                    .forEach(website -> places.add(new Place(
                            website.name(), "wordpress", website.address().toString())));
            session.answer(
                    places,
                    () -> places.stream()
                            .map(place -> place.name() + "  " + place.kind() + "  " + place.address())
                            .toList());
            return ExitCode.DONE;
        }

        /** A website, for machines. */
        record Place(String name, String kind, String address) {}
    }

    /** A finding, for machines. */
    record Row(String target, Severity severity, String message, String remedy) {
        static Row of(Website website, TargetFinding finding) {
            return new Row(website.name(), finding.severity(), finding.message(), finding.remedy());
        }
    }
}
