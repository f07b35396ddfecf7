package dev.prakat.cli;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.CaseFinding;
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
        String category,
        String procedure,
        String policyVersion,
        String binding,
        String status,
        @Nullable String step,
        @Nullable String stepDue,
        String submittedAt,
        String submittedBy,
        @Nullable String resubmits,
        @Nullable String assignedUnit,
        @Nullable String assignedOfficer,
        @Nullable String publisher,
        List<Made> decisions,
        List<Found> findings) {

    /** A decision. */
    record Made(
            String step,
            String outcome,
            @Nullable String choice,
            String reason,
            String officer,
            @Nullable String order,
            String at,
            boolean late) {

        static Made of(ApprovalCase.Act act) {
            return new Made(
                    act.step(),
                    act.outcome() == null ? "DONE" : act.outcome().name(),
                    act.choice(),
                    act.reason(),
                    act.officer().value(),
                    act.orderNumber(),
                    act.at().toString(),
                    act.late());
        }

        String line(Session session) {
            return "  " + session.printed(Instant.parse(at)) + "  " + officer
                    + (order == null ? "" : " (" + order + ")")
                    + "  " + session.text("Outcome." + outcome) + (choice == null ? "" : " " + choice)
                    + (reason.isBlank() ? "" : " – " + reason)
                    + (late ? "  " + session.text("task.late") : "");
        }
    }

    /** What screening found, never in clear. */
    record Found(
            String kind,
            String place,
            int line,
            int column,
            String masked,
            @Nullable String waiver,
            @Nullable String waivedBy) {

        static Found of(CaseFinding finding) {
            return new Found(
                    finding.kind(),
                    finding.place(),
                    finding.line(),
                    finding.column(),
                    finding.masked(),
                    finding.waiver(),
                    Json.text(finding.waivedBy()));
        }

        String text(Session session) {
            String where = place + " " + line + ":" + column + "  " + kind + "  " + masked;
            return "  "
                    + (waiver == null
                            ? session.text("case.finding", where)
                            : session.text("case.waived", where, String.valueOf(waivedBy), waiver));
        }
    }

    static CaseView of(ApprovalCase run) {
        return new CaseView(
                run.id(),
                run.item().value(),
                run.revision(),
                run.category().value(),
                run.procedure(),
                run.policyVersion(),
                run.binding(),
                run.status().name(),
                run.step(),
                Json.instant(run.stepDue()),
                run.submittedAt().toString(),
                run.submittedBy().value(),
                run.resubmits(),
                run.assignedUnit(),
                Json.text(run.assignedOfficer()),
                Json.text(run.publisher()),
                run.acts().stream().map(Made::of).toList(),
                run.findings().stream().map(Found::of).toList());
    }

    /** Prints where a case stands after a command. */
    static int answer(Session session, Opening opening, ApprovalCase stands) {
        CaseView view = of(stands);
        session.answer(view, () -> view.lines(session, opening.prakat().policy()));
        return ExitCode.DONE;
    }

    List<String> lines(Session session, AgencyPolicy policy) {
        List<String> lines = new ArrayList<>();
        String state = session.messages().of(ApprovalCase.Status.valueOf(status));
        lines.add(session.text("case.line", id, state));
        if (resubmits != null) {
            lines.add("  " + session.text("case.resubmits", resubmits));
        }
        decisions.forEach(made -> lines.add(made.line(session)));
        findings.forEach(found -> lines.add(found.text(session)));
        if (assignedOfficer != null || assignedUnit != null) {
            lines.add("  "
                    + session.text(
                            "case.assigned", assignedOfficer == null ? String.valueOf(assignedUnit) : assignedOfficer));
        }
        if (publisher != null) {
            lines.add("  " + session.text("case.publisher", publisher));
        }
        if (step != null) {
            lines.add("  " + session.text("case.awaits", stepName(session, policy, step)) + due(session));
        }
        return lines;
    }

    private String due(Session session) {
        if (stepDue == null) {
            return "";
        }
        Instant due = Instant.parse(stepDue);
        boolean late = session.options().clock().instant().isAfter(due);
        return " " + session.text("case.due", session.printed(due)) + (late ? "  " + session.text("task.late") : "");
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
