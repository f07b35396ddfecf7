package dev.prakat.cli;

import dev.prakat.spi.Actor;
import dev.prakat.staticsite.SiteReport;
import dev.prakat.staticsite.StaticSiteTarget;
import dev.prakat.trafficlog.TrafficLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code site verify}: whether the files of the site are still those that were written. Needs no database. With {@code --repair} it
 * mends them first, and says what is left.
 */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class SiteVerifyCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--repair")
    private boolean repair;

    SiteVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path data = session.options().data();
        try (StaticSiteTarget site = StaticSiteTarget.at(DataFolder.site(data), Remembered.baseAddressOf(data))) {
            SiteReport report = repair ? repaired(site) : site.verify();
            session.answer(report, () -> lines(report));
            return report.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDING;
        }
    }

    private SiteReport repaired(StaticSiteTarget site) {
        try (TrafficLog log = OwnLog.begun(session, false)) {
            return site.repair(
                    log.recorder(Actor.system("site-repair"), UUID.randomUUID().toString()));
        }
    }

    private List<String> lines(SiteReport report) {
        List<String> lines = new ArrayList<>();
        report.findings().forEach(f -> lines.add(f.kind() + "  " + f.path() + "  " + f.message()));
        lines.add(
                session.text("site.verified", report.files(), report.findings().size()));
        return lines;
    }
}
