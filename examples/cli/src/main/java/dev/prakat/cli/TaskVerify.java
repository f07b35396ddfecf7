package dev.prakat.cli;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Verification;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code task verify}: what is public was compared with what was approved. Silence is not a verification. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class TaskVerify implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ItemCommands.Which which = new ItemCommands.Which();

    @Option(names = "--sound")
    private boolean sound;

    @Option(names = "--incorrect")
    private boolean incorrect;

    @Option(names = "--incomplete")
    private boolean incomplete;

    @Option(names = "--outdated")
    private boolean outdated;

    @Option(names = "--error", paramLabel = "TEXT")
    private List<String> errors = List.of();

    @Option(names = "--checked", paramLabel = "ID")
    private Set<String> checked = Set.of();

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "")
    private String note = "";

    TaskVerify(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Actor actor = session.actor();
        boolean wrong = incorrect || incomplete || outdated || !errors.isEmpty();
        if (sound == wrong) {
            throw new WrongUse(
                    "say what was found: --sound, or what is wrong by --error TEXT with --incorrect, --incomplete or --outdated");
        }
        Verification found = new Verification(!incorrect, !incomplete, !outdated, checked, note, errors);
        try (Opening opening = session.open()) {
            ApprovalCase stands = opening.prakat().approvals().verify(which.id(), actor, found);
            return CaseView.answer(session, opening, stands);
        }
    }
}
