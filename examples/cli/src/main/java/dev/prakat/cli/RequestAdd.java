package dev.prakat.cli;

import dev.prakat.request.NewRequest;
import dev.prakat.request.Requester;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code request add}: enters one request. */
@Command(name = "add", mixinStandardHelpOptions = true)
final class RequestAdd implements Callable<Integer> {

    private final Session session;

    @Option(names = "--number", paramLabel = "NUMBER", required = true, descriptionKey = "arg.request")
    private String number = "";

    @Option(
            names = "--received",
            paramLabel = "DATE",
            converter = Moment.Converter.class,
            descriptionKey = "request.received")
    private @Nullable Moment received;

    @Option(names = "--information-act", descriptionKey = "request.information-act")
    private boolean informationAct;

    @Option(names = "--topic", paramLabel = "TEXT", required = true, descriptionKey = "request.topic")
    private String topic = "";

    @Option(names = "--organisation", paramLabel = "TEXT", defaultValue = "", descriptionKey = "complaint.sealed")
    private String organisation = "";

    @Option(names = "--person", paramLabel = "TEXT", defaultValue = "", descriptionKey = "complaint.sealed")
    private String person = "";

    @Option(names = "--address", paramLabel = "TEXT", defaultValue = "", descriptionKey = "complaint.sealed")
    private String address = "";

    @Option(names = "--email", paramLabel = "TEXT", defaultValue = "", descriptionKey = "complaint.sealed")
    private String email = "";

    @Option(names = "--telephone", paramLabel = "TEXT", defaultValue = "", descriptionKey = "complaint.sealed")
    private String telephone = "";

    @Option(names = "--wanted", paramLabel = "TEXT", required = true, descriptionKey = "complaint.sealed")
    private String wanted = "";

    RequestAdd(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NewRequest request = new NewRequest(
                RequestCommands.number(number),
                received == null ? session.options().clock().instant() : received.instant(),
                informationAct,
                topic,
                new Requester(organisation, person, address, email, telephone, wanted));
        Actor actor = session.actor();
        try (Opening opening = Opening.requests(session)) {
            return RequestView.answer(
                    session, List.of(opening.prakat().requests().add(actor, request)));
        }
    }
}
