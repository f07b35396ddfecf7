package dev.prakat.approval;

import dev.prakat.calendar.HolidayChange;
import dev.prakat.calendar.Reprojection;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.journal.Recording;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.procedure.ProcedureRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Moves the deadline of an open case when the calendar has changed, and says in the journal why. */
final class Recount {

    private final AgencyPolicy policy;
    private final Reprojection calendars;

    Recount(AgencyPolicy policy, Reprojection calendars) {
        this.policy = policy;
        this.calendars = calendars;
    }

    /** Counts one case again; true when its deadline moved. */
    boolean one(Recording recording, CaseEntity run, ProcedureRun procedure) {
        Instant before = run.stepDue();
        Instant after = policy.due(procedure).orElse(null);
        if (before == null || after == null || before.equals(after)) {
            return false;
        }
        run.moveDeadline(after);
        CaseQueries.keys(recording.manager(), run.id()).forEach(key -> key.due(after));
        recording.event(
                "deadline.moved",
                run.item().value(),
                Map.of(
                        "case", run.id(),
                        "from", before.toString(),
                        "to", after.toString(),
                        "why", why(procedure.stepBegan(), before.isAfter(after) ? before : after)));
        return true;
    }

    private String why(Instant from, Instant to) {
        String changes = calendars.changes().stream()
                .filter(change -> between(change.holiday().date(), from, to))
                .map(HolidayChange::line)
                .collect(Collectors.joining("; "));
        return changes.isEmpty() ? "the settings of the policy changed" : changes;
    }

    private static boolean between(LocalDate day, Instant from, Instant to) {
        return !day.isBefore(LocalDate.ofInstant(from, ThaiDate.BANGKOK))
                && !day.isAfter(LocalDate.ofInstant(to, ThaiDate.BANGKOK));
    }
}
