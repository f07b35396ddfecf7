package dev.prakat.cli;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Decision;
import dev.prakat.spi.Actor;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code item decide}: agrees, refuses or sends back. */
@Command(name = "decide", mixinStandardHelpOptions = true)
final class ItemDecide implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ItemCommands.Which which = new ItemCommands.Which();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Outcome outcome = new Outcome();

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "")
    private String reason = "";

    ItemDecide(Session session) {
        this.session = session;
    }

    /** One of the three. */
    static final class Outcome {

        @Option(names = "--approve", required = true)
        private boolean approve;

        @Option(names = "--refuse", required = true)
        private boolean refuse;

        @Option(names = "--return", required = true)
        private boolean sendBack;
    }

    @Override
    public Integer call() {
        Actor actor = session.actor();
        try (Opening opening = session.open()) {
            ApprovalCase stands = opening.prakat().approvals().decide(which.id(), actor, decision());
            CaseView view = CaseView.of(stands);
            session.answer(view, () -> view.lines(session, opening.prakat().policy()));
            return ExitCode.DONE;
        }
    }

    private Decision decision() {
        if (outcome.approve) {
            return Decision.approve(reason);
        }
        return outcome.refuse ? Decision.refuse(reason) : Decision.sendBack(reason);
    }
}
