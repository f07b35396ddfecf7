package dev.prakat.cli;

import dev.prakat.request.Branch;
import dev.prakat.request.DataRequest;
import dev.prakat.request.RequestNumber;
import dev.prakat.request.Requests;
import dev.prakat.spi.Actor;
import dev.prakat.spi.OfficerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The register of data requests, and the steps up to the data that is verified. */
@Command(name = "request", mixinStandardHelpOptions = true)
final class RequestCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new RequestCommands())
                .addSubcommand(new RequestAdd(session))
                .addSubcommand(new Route(session))
                .addSubcommand(new Clarify(session))
                .addSubcommand(new Urgent(session))
                .addSubcommand(new RequestLetters.Ask(session))
                .addSubcommand(new Receive(session))
                .addSubcommand(new Complete(session))
                .addSubcommand(new Produce(session))
                .addSubcommand(new Verify(session))
                .addSubcommand(new RequestReleaseCommands.Propose(session))
                .addSubcommand(new RequestReleaseCommands.Approve(session))
                .addSubcommand(new RequestReleaseCommands.Instruct(session))
                .addSubcommand(new RequestReleaseCommands.Resume(session))
                .addSubcommand(new RequestReleaseCommands.Send(session))
                .addSubcommand(new RequestReleaseCommands.Waive(session))
                .addSubcommand(new RequestReleaseCommands.Close(session))
                .addSubcommand(new Listing(session))
                .addSubcommand(new Show(session))
                .addSubcommand(new RequestRegisterCommand(session))
                .addSubcommand(new RequestLetters(session))
                .addSubcommand(new RequestReleaseCommands.Open(session))
                .addSubcommand(new RequestReleaseCommands.Erase(session));
    }

    /** A number as it was typed. */
    static RequestNumber number(String typed) {
        try {
            return new RequestNumber(typed);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    /** One of a list, as people type it: {@code not-held}. */
    static <E extends Enum<E>> E choice(Class<E> type, String typed, String option) {
        String name = typed.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUse(option + ": found '" + typed + "', expected one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList()));
    }

    /** {@code request route}: who is in charge. */
    @Command(name = "route", mixinStandardHelpOptions = true)
    static final class Route extends RequestAct {

        @Option(names = "--to", paramLabel = "OFFICER", required = true, descriptionKey = "request.to")
        private String officer = "";

        Route(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.assign(actor, request, new OfficerId(officer));
        }
    }

    /** {@code request clarify}: what is wanted, and who holds it. */
    @Command(name = "clarify", mixinStandardHelpOptions = true)
    static final class Clarify extends RequestAct {

        @Option(names = "--need", paramLabel = "TEXT", required = true, descriptionKey = "request.need")
        private String need = "";

        @Option(names = "--branch", paramLabel = "BRANCH", required = true, descriptionKey = "request.branch")
        private String branch = "";

        Clarify(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.clarify(actor, request, need, choice(Branch.class, branch, "--branch"));
        }
    }

    /** {@code request urgent}: by when it is needed. */
    @Command(name = "urgent", mixinStandardHelpOptions = true)
    static final class Urgent extends RequestAct {

        @Option(
                names = "--by",
                paramLabel = "DATE",
                converter = Moment.Converter.class,
                required = true,
                descriptionKey = "request.by")
        private @Nullable Moment by;

        @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "request.why-urgent")
        private String reason = "";

        Urgent(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.urgent(actor, request, by == null ? LocalDate.EPOCH : by.dayInBangkok(), reason);
        }
    }

    /** {@code request receive}: the data of a unit came. */
    @Command(name = "receive", mixinStandardHelpOptions = true)
    static final class Receive extends RequestAct {

        @Option(names = "--from", paramLabel = "UNIT", required = true, descriptionKey = "request.unit")
        private String unit = "";

        Receive(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.answered(actor, request, unit);
        }
    }

    /** {@code request complete}: the data is there. */
    @Command(name = "complete", mixinStandardHelpOptions = true)
    static final class Complete extends RequestAct {

        Complete(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.complete(actor, request);
        }
    }

    /** {@code request produce}: the data is as requested. */
    @Command(name = "produce", mixinStandardHelpOptions = true)
    static final class Produce extends RequestAct {

        Produce(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.produced(actor, request);
        }
    }

    /** {@code request verify}: the data is correct, or not. */
    @Command(name = "verify", mixinStandardHelpOptions = true)
    static final class Verify extends RequestAct {

        @Option(names = "--wrong", descriptionKey = "request.wrong")
        private boolean wrong;

        @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", descriptionKey = "request.note")
        private String note = "";

        Verify(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.verified(actor, request, !wrong, note);
        }
    }

    /** {@code request list}: what is not closed, the oldest first. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        private final Session session;

        @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "request.limit")
        private int limit = 50;

        Listing(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Opening opening = Opening.requestsToLookAt(session)) {
                return RequestView.answer(
                        session, new ArrayList<>(opening.prakat().requests().open(Math.max(1, limit))));
            }
        }
    }

    /** {@code request show}: one request in full. */
    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.request")
        private String number = "";

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            RequestNumber request = number(number);
            try (Opening opening = Opening.requestsToLookAt(session)) {
                return RequestView.show(session, opening.prakat().requests().get(request));
            }
        }
    }
}
