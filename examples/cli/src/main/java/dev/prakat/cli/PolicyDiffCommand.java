package dev.prakat.cli;

import dev.prakat.policy.AgencyPolicy;
import dev.prakat.policy.PolicyDiff;
import dev.prakat.policy.PolicyDifference;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy diff}: what two policies say differently. */
@Command(name = "diff", mixinStandardHelpOptions = true)
final class PolicyDiffCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "A", descriptionKey = "arg.policy")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "arg.policy")
    private String after = "";

    PolicyDiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        AgencyPolicy one = Session.policy(before);
        AgencyPolicy other = Session.policy(after);
        List<PolicyDifference> differences = PolicyDiff.between(one, other);
        session.answer(
                differences,
                () -> differences.isEmpty()
                        ? List.of(session.text("policy.same"))
                        : differences.stream().map(PolicyDifference::line).toList());
        return ExitCode.DONE;
    }
}
