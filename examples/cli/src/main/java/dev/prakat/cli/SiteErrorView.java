package dev.prakat.cli;

import dev.prakat.approval.SiteError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error that was found on the site, for machines and for people. */
record SiteErrorView(
        String id,
        @Nullable String item,
        @Nullable String category,
        String ownerUnit,
        String place,
        String message,
        String foundBy,
        String foundAt,
        String due,
        @Nullable Made fixed,
        @Nullable Made reported,
        boolean closed,
        boolean late) {

    /** What somebody did about it. */
    record Made(String by, String at, String text) {

        static @Nullable Made of(SiteError.@Nullable Done done) {
            return done == null ? null : new Made(done.by().value(), done.at().toString(), done.text());
        }
    }

    static SiteErrorView of(SiteError error, Instant now) {
        return new SiteErrorView(
                error.id(),
                Json.text(error.item()),
                Json.text(error.category()),
                error.ownerUnit(),
                error.place(),
                error.message(),
                error.foundBy().value(),
                error.foundAt().toString(),
                error.due().toString(),
                Made.of(error.fixed()),
                Made.of(error.reported()),
                error.closed(),
                error.late(now));
    }

    /** Prints errors, or one sentence when there is none. */
    static int answer(Session session, List<SiteError> errors, String none) {
        Instant now = session.options().clock().instant();
        List<SiteErrorView> views = errors.stream().map(error -> of(error, now)).toList();
        session.answer(views, () -> {
            List<String> lines = new ArrayList<>();
            views.forEach(view -> lines.addAll(view.lines(session)));
            return lines.isEmpty() ? List.of(session.text(none)) : lines;
        });
        return ExitCode.DONE;
    }

    private List<String> lines(Session session) {
        List<String> lines = new ArrayList<>();
        lines.add(id + "  " + message + (item == null ? "" : "  " + item) + (place.isEmpty() ? "" : "  " + place));
        String due = session.text("task.due", session.printed(Instant.parse(this.due)));
        lines.add("  " + ownerUnit + "  " + (closed ? session.text("site.closed") : due)
                + (late ? "  " + session.text("task.late") : ""));
        if (fixed != null) {
            lines.add("  " + session.text("site.fixed", fixed.by(), fixed.text()));
        }
        if (reported != null) {
            lines.add("  " + session.text("site.reported", reported.by(), reported.text()));
        }
        return lines;
    }
}
