package dev.prakat.cli;

import dev.prakat.policy.RequestStep;
import dev.prakat.request.DataRequest;
import dev.prakat.request.RequestRun;
import dev.prakat.request.StepDone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request without anything personal, for machines and for people. */
record RequestView(
        String number,
        String received,
        String topic,
        boolean informationAct,
        @Nullable String inCharge,
        @Nullable String neededBy,
        String state,
        @Nullable String step,
        @Nullable String due,
        @Nullable String actDue,
        boolean late,
        boolean remind,
        @Nullable String ground,
        Map<String, String> ways,
        List<String> awaited,
        List<Done> done) {

    /** A step that was done. */
    record Done(String step, @Nullable String due, String done, boolean late) {}

    static RequestView of(DataRequest request, Instant now) {
        RequestRun run = request.run();
        Map<String, String> ways = new TreeMap<>();
        run.ways().forEach((way, how) -> ways.put(way.name(), how.isEmpty() ? "SENT" : "WAIVED"));
        return new RequestView(
                request.number().value(),
                run.received().toString(),
                request.topic(),
                run.informationAct(),
                Json.text(request.inCharge()),
                Json.text(request.neededBy()),
                run.state().name(),
                Json.text(run.step()),
                Json.instant(run.due().orElse(null)),
                Json.instant(run.informationActDue().orElse(null)),
                run.late(now),
                run.remind(now),
                run.ground(),
                ways,
                request.owners().stream()
                        .filter(owner -> owner.answered() == null)
                        .map(owner -> owner.unit())
                        .toList(),
                run.done().stream().map(RequestView::done).toList());
    }

    private static Done done(StepDone step) {
        return new Done(
                step.step().name(), Json.instant(step.due()), step.done().toString(), step.late());
    }

    static int answer(Session session, List<DataRequest> requests) {
        Instant now = session.options().clock().instant();
        session.answer(
                requests.stream().map(request -> of(request, now)).toList(),
                () -> requests.isEmpty()
                        ? List.of(session.text("request.none"))
                        : requests.stream()
                                .map(request -> line(session, request, now))
                                .toList());
        return ExitCode.DONE;
    }

    /** One request in full. */
    static int show(Session session, DataRequest request) {
        Instant now = session.options().clock().instant();
        session.answer(of(request, now), () -> {
            List<String> lines = new ArrayList<>(List.of(line(session, request, now)));
            RequestRun run = request.run();
            if (run.informationAct()) {
                lines.add(session.text(
                        "request.act-due",
                        session.printed(run.informationActDue().orElse(null))));
            }
            run.done()
                    .forEach(step -> lines.add(session.text(
                            step.late() ? "request.done-late" : "request.done",
                            label(session, run.policy().step(step.step())),
                            session.printed(step.done()))));
            request.owners()
                    .forEach(owner -> lines.add(
                            owner.answered() == null
                                    ? session.text("request.awaited", owner.unit(), session.printed(owner.asked()))
                                    : session.text(
                                            "request.answered", owner.unit(), session.printed(owner.answered()))));
            request.instructions()
                    .forEach(instruction -> lines.add(session.text(
                            "request.instructed", session.printed(instruction.at()), instruction.words())));
            if (run.ground() != null) {
                lines.add(session.text("request.on-ground", run.ground()));
            }
            return lines;
        });
        return ExitCode.DONE;
    }

    private static String line(Session session, DataRequest request, Instant now) {
        RequestRun run = request.run();
        RequestStep.Kind step = run.step();
        String state = step == null || run.state() == RequestRun.State.AWAITING_INSTRUCTION
                ? session.text("request.state."
                        + run.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                : run.due()
                        .map(due -> session.text(
                                "request.step-until",
                                label(session, run.policy().step(step)),
                                session.printed(due)))
                        .orElseGet(() -> label(session, run.policy().step(step)));
        return request.number() + "  " + request.topic() + "  " + state
                + (request.neededBy() == null
                        ? ""
                        : "  " + session.text("request.urgent-by", session.printed(request.neededBy())))
                + (run.late(now) ? "  " + session.text("request.is-late") : "")
                + (run.remind(now) ? "  " + session.text("request.is-slow") : "");
    }

    private static String label(Session session, RequestStep step) {
        return session.messages().either(step.labelTh(), step.labelEn());
    }
}
