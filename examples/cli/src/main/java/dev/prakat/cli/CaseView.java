package dev.prakat.cli;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.procedure.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case, for machines and for people. */
record CaseView(
        String id,
        String item,
        int revision,
        String procedure,
        String policyVersion,
        String binding,
        String status,
        @Nullable String step,
        @Nullable String stepDue,
        String submittedAt,
        String submittedBy,
        List<Made> decisions) {

    /** A decision. */
    record Made(String step, String outcome, String reason, String officer, String at) {}

    static CaseView of(ApprovalCase run) {
        return new CaseView(
                run.id(),
                run.item().value(),
                run.revision(),
                run.procedure(),
                run.policyVersion(),
                run.binding(),
                run.status().name(),
                run.step(),
                Json.instant(run.stepDue()),
                run.submittedAt().toString(),
                run.submittedBy().value(),
                run.acts().stream()
                        .map(made -> new Made(
                                made.step(),
                                made.outcome() == null ? "DONE" : made.outcome().name(),
                                made.reason(),
                                made.officer().value(),
                                made.at().toString()))
                        .toList());
    }

    List<String> lines(Session session, AgencyPolicy policy) {
        List<String> lines = new ArrayList<>();
        String state = session.messages().of(ApprovalCase.Status.valueOf(status));
        lines.add(session.text("case.line", id, state));
        for (Made made : decisions) {
            String reason = made.reason().isBlank() ? "" : " – " + made.reason();
            lines.add("  " + session.printed(Instant.parse(made.at())) + "  " + made.officer() + "  "
                    + session.text("Outcome." + made.outcome()) + reason);
        }
        if (step != null) {
            lines.add("  " + session.text("case.awaits", stepName(session, policy, step)) + due(session));
        }
        return lines;
    }

    private String due(Session session) {
        return stepDue == null ? "" : " " + session.text("case.due", session.printed(Instant.parse(stepDue)));
    }

    private String stepName(Session session, AgencyPolicy policy, String stepId) {
        return policy.procedures().stream()
                .filter(known -> known.id().equals(procedure))
                .flatMap(known -> known.step(stepId).stream())
                .map((Step known) -> session.messages().either(known.labelTh(), known.labelEn()))
                .findFirst()
                .orElse(stepId);
    }
}
