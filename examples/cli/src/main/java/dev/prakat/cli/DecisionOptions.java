package dev.prakat.cli;

import dev.prakat.approval.Decision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a decision comes to: one of the six outcomes, with a reason, and why what screening found may stay. */
final class DecisionOptions {

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Outcome outcome = new Outcome();

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", descriptionKey = "decision.reason")
    private String reason = "";

    @Option(names = "--waive", paramLabel = "TEXT")
    private @Nullable String waiver;

    /** One of the six. */
    static final class Outcome {

        @Option(names = "--approve", required = true)
        private boolean approve;

        @Option(names = "--refuse", required = true)
        private boolean refuse;

        @Option(names = "--return", required = true)
        private boolean sendBack;

        @Option(names = "--hold", required = true)
        private boolean hold;

        @Option(names = "--assign", paramLabel = "UNIT|OFFICER", required = true)
        private @Nullable String assign;

        @Option(names = "--classify", paramLabel = "CATEGORY", required = true)
        private @Nullable String classify;
    }

    Decision decision() {
        Decision decision = chosen();
        return waiver == null ? decision : decision.waiving(waiver);
    }

    private Decision chosen() {
        if (outcome.assign != null) {
            return Decision.assign(outcome.assign, reason);
        }
        if (outcome.classify != null) {
            return new Decision(dev.prakat.procedure.Outcome.CLASSIFY, reason, outcome.classify, null);
        }
        if (outcome.hold) {
            return Decision.hold(reason);
        }
        if (outcome.approve) {
            return Decision.approve(reason);
        }
        return outcome.refuse ? Decision.refuse(reason) : Decision.sendBack(reason);
    }
}
