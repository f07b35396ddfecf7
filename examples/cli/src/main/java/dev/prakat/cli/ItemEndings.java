package dev.prakat.cli;

import dev.prakat.item.ErasureOrder;
import dev.prakat.spi.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands by which less becomes of an item, and which need no agreement. */
final class ItemEndings {

    private ItemEndings() {}

    /** {@code item shorten}: an agreed period ends earlier. */
    @Command(name = "shorten", mixinStandardHelpOptions = true)
    static final class Shorten implements Callable<Integer> {

        private final Session session;

        @Mixin
        private final ItemCommands.Which which = new ItemCommands.Which();

        @Option(names = "--until", paramLabel = "DAY", required = true, converter = Moment.Converter.class)
        private @Nullable Moment until;

        @Option(names = "--target", paramLabel = "NAME", defaultValue = "www")
        private String target = "www";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "ending.reason")
        private String reason = "";

        Shorten(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            LocalDate last = Objects.requireNonNull(until).dayInBangkok();
            try (Opening opening = session.open()) {
                opening.prakat().approvals().shorten(which.id(), actor, target, last, reason);
                Shortened answer = new Shortened(which.id().value(), target, last.toString());
                session.answer(
                        answer,
                        () -> List.of(session.text("item.shortened", which.id(), target, session.printed(last))));
                return ExitCode.DONE;
            }
        }

        /** What holds now, for machines. */
        record Shortened(String item, String target, String lastDay) {}
    }

    /** {@code item call-off}: a submission is taken back before it is agreed to. */
    @Command(name = "call-off", mixinStandardHelpOptions = true)
    static final class CallOff implements Callable<Integer> {

        private final Session session;

        @Mixin
        private final ItemCommands.Which which = new ItemCommands.Which();

        @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "ending.reason")
        private String reason = "";

        CallOff(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (Opening opening = session.open()) {
                opening.prakat().approvals().callOff(which.id(), actor, reason);
                session.answer(
                        new CalledOff(which.id().value()), () -> List.of(session.text("item.called-off", which.id())));
                return ExitCode.DONE;
            }
        }

        /** What is a draft again, for machines. */
        record CalledOff(String item) {}
    }

    /** {@code item erase}: an order erases the content of a revision; hashes and proof stay. */
    @Command(name = "erase", mixinStandardHelpOptions = true)
    static final class Erase implements Callable<Integer> {

        private final Session session;

        @Mixin
        private final ItemCommands.Which which = new ItemCommands.Which();

        @Option(names = "--revision", paramLabel = "N", required = true)
        private int revision;

        @Option(names = "--order", paramLabel = "NUMBER", required = true)
        private String order = "";

        @Option(names = "--official", paramLabel = "TEXT", required = true)
        private String official = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "ending.reason")
        private String reason = "";

        @Option(names = "--words")
        private boolean words;

        Erase(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            ErasureOrder ordered = new ErasureOrder(order, official, reason, words);
            try (Opening opening = session.open()) {
                opening.prakat().approvals().erasures().erase(which.id(), actor, revision, ordered);
                session.answer(
                        new Erased(which.id().value(), revision, order),
                        () -> List.of(session.text("item.erased", which.id(), revision, order)));
                return ExitCode.DONE;
            }
        }

        /** What was erased, for machines. */
        record Erased(String item, int revision, String order) {}
    }
}
