package dev.prakat.cli;

import dev.prakat.approval.Task;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.report.ReportTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task, for machines and for people. */
record TaskView(
        String kind,
        String key,
        @Nullable String item,
        String title,
        @Nullable String category,
        String step,
        String labelTh,
        String labelEn,
        String as,
        @Nullable String since,
        @Nullable String due,
        boolean norm,
        boolean late,
        List<String> outcomes) {

    private static final String REPORT = "REPORT";

    static TaskView of(Task task) {
        return new TaskView(
                task.kind().name(),
                task.key(),
                Json.text(task.item()),
                task.title(),
                Json.text(task.category()),
                task.step(),
                task.labelTh(),
                task.labelEn(),
                task.as(),
                Json.instant(task.since()),
                Json.instant(task.due()),
                task.soft(),
                task.late(),
                task.outcomes().stream().map(Enum::name).sorted().toList());
    }

    /** A task about a report; it is due at the end of its day. */
    static TaskView of(ReportTask task) {
        LocalDate due = task.due();
        return new TaskView(
                REPORT,
                task.period(),
                null,
                task.title(),
                null,
                task.step(),
                task.labelTh(),
                task.labelEn(),
                "",
                null,
                due == null
                        ? null
                        : Json.instant(due.plusDays(1)
                                .atStartOfDay(ThaiDate.BANGKOK)
                                .minusNanos(1_000_000)
                                .toInstant()),
                false,
                task.late(),
                List.of());
    }

    /** When and what, then about what, with the key that the next command needs. */
    List<String> lines(Session session) {
        String when = when(session);
        String what = session.messages().either(labelTh, labelEn);
        String about = item == null ? key : item;
        return List.of(
                (late ? session.text("task.late") + "  " : "") + when + "  " + session.text("Kind." + kind)
                        + (what.isBlank() ? "" : ": " + what),
                "  " + about + (title.isEmpty() ? "" : "  " + title)
                        + (kind.equals(Task.Kind.REPAIR.name()) ? "  [" + key + "]" : ""));
    }

    private String when(Session session) {
        if (kind.equals(Task.Kind.CHECK.name()) && since == null) {
            return session.text("task.never");
        }
        return due == null
                ? session.text("task.no-time")
                : session.text(norm ? "task.norm" : "task.due", session.printed(Instant.parse(due)));
    }
}
