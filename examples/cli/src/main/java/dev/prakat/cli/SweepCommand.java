package dev.prakat.cli;

import dev.prakat.delivery.SweepSummary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code sweep}: makes the site agree with what was approved, as of now. What cron calls. */
@Command(name = "sweep", mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {

    private final Session session;

    SweepCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Opening opening = session.open()) {
            SweepSummary done = Progress.during(
                    session.terminal(),
                    session.text("sweep.running"),
                    () -> opening.prakat().sweep());
            session.answer(Answer.of(done), () -> lines(done));
            return done.clean() ? ExitCode.DONE : ExitCode.FINDING;
        }
    }

    private List<String> lines(SweepSummary done) {
        String counts = session.text(
                "sweep.done", done.published(), done.takenDown(), done.proven(), session.printed(done.at()));
        return done.clean()
                ? List.of(counts)
                : List.of(counts, session.text("sweep.open", done.unproven(), done.failed(), done.skipped()));
    }

    /** What a sweep did, for machines. */
    record Answer(
            String at, boolean clean, int published, int takenDown, int proven, int unproven, int failed, int skipped) {

        static Answer of(SweepSummary done) {
            return new Answer(
                    done.at().toString(),
                    done.clean(),
                    done.published(),
                    done.takenDown(),
                    done.proven(),
                    done.unproven(),
                    done.failed(),
                    done.skipped());
        }
    }
}
