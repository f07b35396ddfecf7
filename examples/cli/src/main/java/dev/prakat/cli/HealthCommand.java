package dev.prakat.cli;

import dev.prakat.delivery.Health;
import dev.prakat.delivery.Lateness;
import dev.prakat.delivery.TargetHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code health}: whether the promise is being kept. */
@Command(name = "health", mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--interval", paramLabel = "SECONDS", defaultValue = "60")
    private int interval = 60;

    HealthCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (interval < 1) {
            throw new WrongUse("--interval: found " + interval + ", expected seconds from 1");
        }
        try (Opening opening = Opening.looking(session, Duration.ofSeconds(interval))) {
            Health health = opening.prakat().health();
            session.answer(Answer.of(health), () -> lines(health));
            return health.status() == Health.Status.UP ? ExitCode.DONE : ExitCode.FINDING;
        }
    }

    private List<String> lines(Health health) {
        List<String> lines = new ArrayList<>(List.of(
                health.status() + "  " + session.text("Health." + health.status()),
                session.text("health.last", session.printed(health.lastSweep())),
                session.text("health.counts", health.overdue(), health.failing(), health.dead())));
        health.targets().forEach(target -> lines.addAll(lines(target)));
        lines.addAll(health.alarms());
        return lines;
    }

    private List<String> lines(TargetHealth target) {
        List<String> lines = new ArrayList<>();
        if (!target.isWell()) {
            lines.add(session.text(
                    "health.target",
                    target.target(),
                    target.overdue(),
                    target.failing(),
                    target.dead(),
                    target.drifted(),
                    target.stillPublic()));
        }
        Lateness late = target.lateness();
        if (late.removals() > 0) {
            lines.add(session.text(
                    "health.lateness",
                    target.target(),
                    late.removals(),
                    late.p50().toSeconds(),
                    late.p95().toSeconds(),
                    late.max().toSeconds()));
        }
        return lines;
    }

    /** The health, for machines. */
    record Answer(
            String status,
            String at,
            @Nullable String lastSweep,
            long overdue,
            long failing,
            long dead,
            List<String> degraded,
            List<String> alarms,
            List<OfTarget> targets) {

        static Answer of(Health health) {
            return new Answer(
                    health.status().name(),
                    health.at().toString(),
                    Json.instant(health.lastSweep()),
                    health.overdue(),
                    health.failing(),
                    health.dead(),
                    health.degraded(),
                    health.alarms(),
                    health.targets().stream().map(OfTarget::of).toList());
        }
    }

    /** The health of one website, for machines. */
    record OfTarget(
            String target,
            boolean configured,
            long overdue,
            @Nullable String oldestOverdue,
            long failing,
            long dead,
            long drifted,
            long stillPublic,
            @Nullable String lastScan,
            int removals,
            long p50Millis,
            long p95Millis,
            long maxMillis) {

        static OfTarget of(TargetHealth target) {
            Lateness late = target.lateness();
            return new OfTarget(
                    target.target(),
                    target.configured(),
                    target.overdue(),
                    Json.instant(target.oldestOverdue()),
                    target.failing(),
                    target.dead(),
                    target.drifted(),
                    target.stillPublic(),
                    Json.instant(target.lastScan()),
                    late.removals(),
                    late.p50().toMillis(),
                    late.p95().toMillis(),
                    late.max().toMillis());
        }
    }
}
