package dev.prakat.approval;

import dev.prakat.problem.Finding;
import java.util.List;

/** Looks for personal data in what is submitted. */
final class CaseScreening {

    /** What was found: what must go first, and what may stay if an approver says why. */
    record Result(List<Finding> blocked, List<CaseFinding> findings) {}
}
