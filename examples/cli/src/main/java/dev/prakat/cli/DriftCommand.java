package dev.prakat.cli;

import dev.prakat.Prakat;
import dev.prakat.delivery.DriftFinding;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drift}: looks at everything on a website again, and tells what is not as it was proven to be. */
@Command(name = "drift", mixinStandardHelpOptions = true)
final class DriftCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--target", paramLabel = "NAME", defaultValue = Opening.TARGET)
    private String target = Opening.TARGET;

    @Option(names = "--known")
    private boolean known;

    @Option(names = "--repair")
    private boolean repair;

    DriftCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (known && repair) {
            throw new WrongUse("--known with --repair: a repair begins with a look; leave --known out");
        }
        Actor actor = repair ? session.actor() : null;
        try (Opening opening = known ? session.look() : session.open()) {
            Prakat prakat = opening.prakat();
            List<DriftFinding> found = known
                    ? prakat.placements().drift(target)
                    : Progress.during(
                            session.terminal(),
                            session.text("drift.running"),
                            () -> prakat.placements().scan(target));
            if (actor != null) {
                found.forEach(finding -> prakat.placements().repair(actor, finding));
            }
            session.answer(found.stream().map(DriftView::of).toList(), () -> lines(found));
            return found.isEmpty() ? ExitCode.DONE : ExitCode.FINDING;
        }
    }

    private List<String> lines(List<DriftFinding> found) {
        if (found.isEmpty()) {
            return List.of(session.text("drift.none", target));
        }
        if (repair) {
            session.note("drift.repaired", found.size());
        }
        return found.stream().map(this::line).toList();
    }

    private String line(DriftFinding finding) {
        return session.text(
                "drift.line",
                finding.drift(),
                finding.address(),
                session.text("Drift." + finding.drift()),
                finding.expected(),
                finding.found(),
                session.printed(finding.firstSeen()));
    }

    /** A difference, for machines. */
    record DriftView(
            String id,
            String target,
            @Nullable String placement,
            String address,
            String drift,
            String expected,
            String found,
            String firstSeen,
            String lastSeen) {

        static DriftView of(DriftFinding finding) {
            return new DriftView(
                    finding.id(),
                    finding.target(),
                    finding.placement(),
                    finding.address().toString(),
                    finding.drift().name(),
                    finding.expected(),
                    finding.found(),
                    finding.firstSeen().toString(),
                    finding.lastSeen().toString());
        }
    }
}
