package dev.prakat.cli;

import dev.prakat.request.DataRequest;
import dev.prakat.request.Grounds;
import dev.prakat.request.RequestNumber;
import dev.prakat.request.RequestRun.Way;
import dev.prakat.request.Requester;
import dev.prakat.request.Requests;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How data leaves, or how a request ends without it; and the way to what is sealed. */
final class RequestReleaseCommands {

    private RequestReleaseCommands() {}

    /** {@code request propose}: the letters to the Secretary-General and to the requester. */
    @Command(name = "propose", mixinStandardHelpOptions = true)
    static final class Propose extends RequestAct {

        Propose(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.release().propose(actor, request);
        }
    }

    /** {@code request approve}: the data may be sent. */
    @Command(name = "approve", mixinStandardHelpOptions = true)
    static final class Approve extends RequestAct {

        @Option(names = "--ground", paramLabel = "CODE", required = true, descriptionKey = "request.ground")
        private List<String> grounds = List.of();

        Approve(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.release().approve(actor, request, new Grounds(Set.copyOf(grounds)));
        }
    }

    /** {@code request instruct}: something is to be done first. */
    @Command(name = "instruct", mixinStandardHelpOptions = true)
    static final class Instruct extends RequestAct {

        @Option(names = "--committee", descriptionKey = "request.committee")
        private boolean committee;

        @Option(names = "--words", paramLabel = "TEXT", required = true, descriptionKey = "request.words")
        private String words = "";

        Instruct(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.release().instruct(actor, request, committee, words);
        }
    }

    /** {@code request resume}: what was instructed is done. */
    @Command(name = "resume", mixinStandardHelpOptions = true)
    static final class Resume extends RequestAct {

        @Option(names = "--outcome", paramLabel = "TEXT", required = true, descriptionKey = "request.outcome")
        private String outcome = "";

        Resume(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.release().instructionDone(actor, request, outcome);
        }
    }

    /** {@code request send}: it was sent one way. */
    @Command(name = "send", mixinStandardHelpOptions = true)
    static final class Send extends RequestAct {

        @Option(names = "--by", paramLabel = "WAY", required = true, descriptionKey = "request.way")
        private String way = "";

        Send(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.release().sent(actor, request, RequestCommands.choice(Way.class, way, "--by"));
        }
    }

    /** {@code request waive}: one way is not used, and why. */
    @Command(name = "waive", mixinStandardHelpOptions = true)
    static final class Waive extends RequestAct {

        @Option(names = "--by", paramLabel = "WAY", required = true, descriptionKey = "request.way")
        private String way = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "request.why-waived")
        private String reason = "";

        Waive(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.release().waived(actor, request, RequestCommands.choice(Way.class, way, "--by"), reason);
        }
    }

    /** {@code request close}: the letter that the agency does not hold the data. */
    @Command(name = "close", mixinStandardHelpOptions = true)
    static final class Close extends RequestAct {

        Close(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.release().toldNotHeld(actor, request);
        }
    }

    /** {@code request erase}: what is personal goes, the register stays. */
    @Command(name = "erase", mixinStandardHelpOptions = true)
    static final class Erase extends RequestAct {

        @Option(names = "--order", paramLabel = "TEXT", required = true, descriptionKey = "request.order")
        private String order = "";

        Erase(Session session) {
            super(session);
        }

        @Override
        DataRequest act(Requests requests, Actor actor, RequestNumber request) {
            return requests.details().erase(actor, request, order);
        }
    }

    /** {@code request open}: what is sealed, with a reason that is kept. */
    @Command(name = "open", mixinStandardHelpOptions = true)
    static final class Open implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.request")
        private String number = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "complaint.reason")
        private String reason = "";

        Open(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            RequestNumber request = RequestCommands.number(number);
            try (Opening opening = Opening.requests(session)) {
                Requester who = opening.prakat().requests().details().open(actor, request, reason);
                session.answer(
                        new Details(
                                who.organisation(),
                                who.person(),
                                who.address(),
                                who.email(),
                                who.telephone(),
                                who.wanted()),
                        () -> List.of(
                                who.organisation(),
                                who.person(),
                                who.address(),
                                who.email(),
                                who.telephone(),
                                who.wanted()));
            }
            return ExitCode.DONE;
        }

        /** The details, for machines. */
        record Details(
                String organisation, String person, String address, String email, String telephone, String wanted) {}
    }
}
