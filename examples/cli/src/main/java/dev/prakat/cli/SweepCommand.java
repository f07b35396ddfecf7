package dev.prakat.cli;

import dev.prakat.Prakat;
import dev.prakat.delivery.DueAction;
import dev.prakat.delivery.SweepSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sweep}: makes the site agree with what was approved, as of now. What cron calls. */
@Command(name = "sweep", mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {

    private static final int SHOWN = 1000;

    private final Session session;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--accept-clock")
    private boolean acceptClock;

    SweepCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return dryRun ? wouldDo() : swept();
    }

    private int wouldDo() {
        try (Opening opening = session.look()) {
            List<DueAction> due = opening.prakat().placements().due(SHOWN);
            session.answer(
                    due.stream().map(DueView::of).toList(),
                    () -> due.isEmpty()
                            ? List.of(session.text("sweep.nothing"))
                            : due.stream().map(this::line).toList());
            return ExitCode.DONE;
        }
    }

    private String line(DueAction action) {
        return session.text("sweep.would", action.decision(), action.placement(), session.printed(action.due()));
    }

    private int swept() {
        try (Opening opening = session.open()) {
            if (acceptClock) {
                opening.prakat().placements().acceptClock(session.actor());
            }
            List<SweepSummary> passes =
                    Progress.during(session.terminal(), session.text("sweep.running"), () -> passes(opening.prakat()));
            Answer done = Answer.of(passes);
            session.answer(done, () -> lines(done, passes.get(passes.size() - 1)));
            return done.clean() ? ExitCode.DONE : ExitCode.FINDING;
        }
    }

    /** A sweep ends when the interval is over; whoever has called it from a terminal waits for the rest. */
    private static List<SweepSummary> passes(Prakat prakat) {
        List<SweepSummary> passes = new ArrayList<>(List.of(prakat.sweep()));
        while (passes.get(passes.size() - 1).more()) {
            passes.add(prakat.sweep());
        }
        return passes;
    }

    private List<String> lines(Answer done, SweepSummary last) {
        List<String> lines = new ArrayList<>();
        lines.add(session.text(
                "sweep.done", done.published(), done.takenDown(), done.proven(), session.printed(last.at())));
        if (!done.clean()) {
            lines.add(session.text("sweep.open", done.unproven(), done.failed(), done.skipped()));
        }
        done.silent().forEach(target -> lines.add(session.text("sweep.silent", target)));
        return lines;
    }

    /** What would be done, for machines. */
    record DueView(String placement, String target, String item, String decision, String due) {

        static DueView of(DueAction action) {
            return new DueView(
                    action.placement(),
                    action.target(),
                    action.item().value(),
                    action.decision(),
                    action.due().toString());
        }
    }

    /** What a sweep did, for machines; what is open is so after the last pass. */
    record Answer(
            String at,
            boolean clean,
            int published,
            int takenDown,
            int proven,
            int unproven,
            int failed,
            int skipped,
            List<String> silent) {

        static Answer of(List<SweepSummary> passes) {
            SweepSummary last = passes.get(passes.size() - 1);
            int unproven = sum(passes, SweepSummary::unproven);
            int failed = sum(passes, SweepSummary::failed);
            return new Answer(
                    last.at().toString(),
                    last.clean() && unproven + failed == 0,
                    sum(passes, SweepSummary::published),
                    sum(passes, SweepSummary::takenDown),
                    sum(passes, SweepSummary::proven),
                    unproven,
                    failed,
                    last.skipped(),
                    last.silent());
        }

        private static int sum(List<SweepSummary> passes, ToIntFunction<SweepSummary> part) {
            return passes.stream().mapToInt(part).sum();
        }
    }
}
