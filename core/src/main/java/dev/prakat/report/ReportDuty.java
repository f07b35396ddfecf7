package dev.prakat.report;

import dev.prakat.approval.Approvals;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.StandingDuty;
import dev.prakat.procedure.StepActor.PostHolder;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.StaffDirectory;
import java.time.Instant;

/** Who reports, and to whom: the policy's standing duty says both. Source: S001-R29, S003-R23 */
final class ReportDuty {

    private final AgencyPolicy policy;
    private final Approvals approvals;
    private final StaffDirectory staff;

    ReportDuty(AgencyPolicy policy, Approvals approvals, StaffDirectory staff) {
        this.policy = policy;
        this.approvals = approvals;
        this.staff = staff;
    }

    private StandingDuty duty() {
        return policy.standingDuties().stream()
                .filter(duty -> duty.kind() == StandingDuty.Kind.REPORT)
                .findFirst()
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.CONFIGURATION,
                        "policy " + policy.id() + " has no standing duty of the kind REPORT, so nobody submits reports;"
                                + " add one that says who reports and to whom"));
    }

    /** Whether the policy asks anybody for a report. */
    boolean isThere() {
        return policy.standingDuties().stream().anyMatch(duty -> duty.kind() == StandingDuty.Kind.REPORT);
    }

    boolean isReporter(OfficerId officer, Instant at) {
        return approvals.siteChecks().answersTo(officer, duty().who(), at);
    }

    void requireReporter(OfficerId officer, String what, Instant at) {
        if (!isReporter(officer, at)) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    officer + " may not " + what + "; expected whom the standing duty '" + duty().id() + "' names: "
                            + duty().who());
        }
    }

    /** Whoever looks after completeness, where the policy has that duty, and whoever reports. */
    void requireChecker(OfficerId officer, String what, Instant at) {
        boolean checks = policy.standingDuties().stream()
                .filter(duty ->
                        duty.kind() == StandingDuty.Kind.COMPLETENESS || duty.kind() == StandingDuty.Kind.REPORT)
                .anyMatch(duty -> approvals.siteChecks().answersTo(officer, duty.who(), at));
        if (!checks) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    officer + " may not " + what
                            + "; expected whom a standing duty of the kind COMPLETENESS or REPORT of policy "
                            + policy.id() + " names");
        }
    }

    void requireSuperior(OfficerId officer, String what, Instant at) {
        String post = duty().reportTo();
        if (post == null) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "the standing duty '" + duty().id() + "' of policy " + policy.id()
                            + " does not say to whom is reported; write reportTo");
        }
        if (!isSuperior(officer, at)) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    officer + " may not " + what + "; expected who holds the post " + post
                            + ", or acts in it by an order that is in force");
        }
    }

    boolean isSuperior(OfficerId officer, Instant at) {
        String post = duty().reportTo();
        return post != null && approvals.siteChecks().answersTo(officer, new PostHolder(post, PostHolder.ANY_UNIT), at);
    }

    /** An officer of the ordered unit, or whoever reports. */
    boolean isDoer(OfficerId officer, String unit, Instant at) {
        return staff.find(officer).filter(known -> known.unit().equals(unit)).isPresent() || isReporter(officer, at);
    }

    void requireDoer(OfficerId officer, String unit, Instant at) {
        if (!isDoer(officer, unit, at)) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    officer + " may not say that an order to " + unit + " is done; expected an officer of " + unit
                            + ", or whom the standing duty '" + duty().id() + "' names");
        }
    }
}
