package dev.prakat.cli;

import dev.prakat.delivery.Health;
import java.time.Duration;
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
        return List.of(
                health.status() + "  " + session.text("Health." + health.status()),
                session.text("health.last", session.printed(health.lastSweep())),
                session.text("health.counts", health.overdue(), health.failing(), health.dead()));
    }

    /** The health, for machines. */
    record Answer(String status, String at, @Nullable String lastSweep, long overdue, long failing, long dead) {
        static Answer of(Health health) {
            return new Answer(
                    health.status().name(),
                    health.at().toString(),
                    Json.instant(health.lastSweep()),
                    health.overdue(),
                    health.failing(),
                    health.dead());
        }
    }
}
