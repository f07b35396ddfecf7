package dev.prakat.cli;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.spi.Actor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code item decide} and {@code task decide}: decides the step that an item's case awaits. */
@Command(name = "decide", mixinStandardHelpOptions = true)
final class ItemDecide implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ItemCommands.Which which = new ItemCommands.Which();

    @Mixin
    private final DecisionOptions options = new DecisionOptions();

    ItemDecide(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Actor actor = session.actor();
        try (Opening opening = session.open()) {
            ApprovalCase stands = opening.prakat().approvals().decide(which.id(), actor, options.decision());
            return CaseView.answer(session, opening, stands);
        }
    }
}
