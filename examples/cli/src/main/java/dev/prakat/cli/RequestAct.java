package dev.prakat.cli;

import dev.prakat.request.DataRequest;
import dev.prakat.request.RequestNumber;
import dev.prakat.request.Requests;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;

/** A command that takes one request a step further, and shows how it stands then. */
abstract class RequestAct implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.request")
    private String number = "";

    RequestAct(Session session) {
        this.session = session;
    }

    /** What the command does. */
    abstract DataRequest act(Requests requests, Actor actor, RequestNumber request);

    @Override
    public final Integer call() {
        Actor actor = session.actor();
        RequestNumber request = RequestCommands.number(number);
        try (Opening opening = Opening.requests(session)) {
            return RequestView.answer(session, List.of(act(opening.prakat().requests(), actor, request)));
        }
    }
}
