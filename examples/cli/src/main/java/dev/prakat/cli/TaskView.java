package dev.prakat.cli;

import dev.prakat.approval.Task;
import java.time.Instant;
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

    /** When and what, then about what, with the key that the next command needs. */
    List<String> lines(Session session) {
        String when = when(session);
        String what = session.messages().either(labelTh, labelEn);
        String about = item == null ? key : item;
        return List.of(
                (late ? session.text("task.late") + "  " : "") + when + "  "
                        + session.messages().of(Task.Kind.valueOf(kind)) + (what.isBlank() ? "" : ": " + what),
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
