package dev.prakat.cli;

import dev.prakat.complaint.Complaint;
import dev.prakat.complaint.Conclusion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complaint without anything personal, for machines and for people. */
record ComplaintView(
        String number,
        String unit,
        String received,
        @Nullable String time,
        String channel,
        List<String> missing,
        @Nullable String conclusion,
        @Nullable String concluded,
        @Nullable String told,
        String lastDay) {

    static ComplaintView of(Complaint complaint) {
        Conclusion end = complaint.conclusion();
        return new ComplaintView(
                complaint.number().value(),
                complaint.unit(),
                complaint.received().toString(),
                complaint.receivedAt(),
                complaint.channel(),
                complaint.missing().stream().map(Enum::name).sorted().toList(),
                end == null ? null : end.kind(),
                end == null ? null : end.concluded().toString(),
                end == null ? null : Json.text(end.informed()),
                complaint.lastDay().toString());
    }

    static int answer(Session session, List<Complaint> complaints) {
        List<ComplaintView> views = complaints.stream().map(ComplaintView::of).toList();
        session.answer(
                views,
                () -> views.isEmpty()
                        ? List.of(session.text("complaint.none"))
                        : complaints.stream().map(one -> line(session, one)).toList());
        return ExitCode.DONE;
    }

    private static String line(Session session, Complaint complaint) {
        ComplaintView view = of(complaint);
        Conclusion end = complaint.conclusion();
        String state = end != null && end.informed() != null
                ? session.text("complaint.resolved", end.kind())
                : end != null
                        ? session.text("complaint.not-told")
                        : session.text("complaint.until", session.printed(complaint.lastDay()));
        return view.number + "  " + view.unit + "  " + session.printed(complaint.received()) + "  " + state
                + (view.missing.isEmpty() ? "" : "  " + session.text("complaint.lacks", view.missing));
    }
}
