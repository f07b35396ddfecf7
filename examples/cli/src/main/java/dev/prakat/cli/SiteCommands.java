package dev.prakat.cli;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.staticsite.StaticSiteServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The website: a first look at it, and the regular checks of it. */
@Command(name = "site", mixinStandardHelpOptions = true)
final class SiteCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new SiteCommands())
                .addSubcommand(new Serve(session))
                .addSubcommand(new SiteVerifyCommand(session))
                .addSubcommand(new SiteRebuildCommand(session))
                .addSubcommand(new SiteErrorCommands.Check(session))
                .addSubcommand(new SiteErrorCommands.Errors(session))
                .addSubcommand(new SiteErrorCommands.Fix(session))
                .addSubcommand(new SiteErrorCommands.Report(session));
    }

    /** {@code site serve}: shows the site on this machine, for a first look, until it is interrupted. */
    @Command(name = "serve", mixinStandardHelpOptions = true)
    static final class Serve implements Callable<Integer> {

        private static final int OF_BASE_ADDRESS = -1;
        private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

        private final Session session;

        @Option(names = "--port", paramLabel = "PORT", defaultValue = "-1")
        private int port = OF_BASE_ADDRESS;

        Serve(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            Path data = session.options().data();
            Path site = DataFolder.site(data);
            if (!Files.isDirectory(site)) {
                throw new PrakatException(
                        ProblemCode.NOT_FOUND,
                        "site " + site + ": there is no such folder yet. The first sweep that publishes makes it.");
            }
            try (StaticSiteServer server = StaticSiteServer.start(site, port(data))) {
                String address = server.address().toString();
                session.answer(new Answer(address), () -> List.of(session.text("site.serving", address)));
                session.terminal().flush();
                new CountDownLatch(1).await();
            }
            return ExitCode.DONE;
        }

        private int port(Path data) throws IOException {
            if (port != OF_BASE_ADDRESS) {
                return port;
            }
            URI base = Remembered.baseAddressOf(data);
            boolean here = LOOPBACK.contains(base.getHost()) && base.getPort() != -1;
            return (here ? base : GlobalOptions.DEFAULT_BASE_ADDRESS).getPort();
        }

        /** Where the site can be seen, for machines. */
        record Answer(String address) {}
    }
}
