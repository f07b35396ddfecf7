package dev.prakat.cli;

import dev.prakat.category.CategoryTree;
import dev.prakat.spi.Actor;
import dev.prakat.staticsite.RebuildReport;
import dev.prakat.staticsite.StaticSiteTarget;
import dev.prakat.trafficlog.TrafficLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code site rebuild}: renders every page again from what the site remembers, and writes what differs; with a theme's folder, in that theme. */
@Command(name = "rebuild", mixinStandardHelpOptions = true)
final class SiteRebuildCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--adopt")
    private boolean adopt;

    @Option(names = "--theme", paramLabel = "DIR")
    private @Nullable Path theme;

    @Option(names = "--data-sets", paramLabel = "CATEGORY", split = ",")
    private @Nullable List<String> dataSets;

    SiteRebuildCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path data = session.options().data();
        StaticSiteTarget.Builder builder = StaticSiteTarget.builder(
                        DataFolder.site(data), Remembered.baseAddressOf(data))
                .adopt(adopt);
        if (theme != null) {
            builder.theme(theme);
        }
        if (dataSets != null) {
            builder.dataSets(known(dataSets, data));
        }
        try (TrafficLog log = OwnLog.begun(session, adopt);
                StaticSiteTarget site = builder.build()) {
            RebuildReport report = site.rebuild(
                    log.recorder(Actor.system("site-rebuild"), UUID.randomUUID().toString()));
            session.answer(
                    report,
                    () -> List.of(session.text("site.rebuilt", report.items(), report.written(), report.removed())));
            return ExitCode.DONE;
        }
    }

    /** The keys of what the policy has: a word misspelt would take every data set off the site. */
    private Set<String> known(List<String> given, Path data) throws IOException {
        CategoryTree categories =
                Session.policy(Remembered.of(data, session.options()).policy()).categories();
        return given.stream()
                .filter(category -> !category.isBlank())
                .map(category -> categories.require(category).id().toString())
                .collect(Collectors.toSet());
    }
}
