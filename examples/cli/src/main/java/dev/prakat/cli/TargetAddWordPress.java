package dev.prakat.cli;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.wordpress.WordPressSite.Removal;
import dev.prakat.wordpress.WordPressTarget;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code target add wordpress}: publishes to a WordPress site too. Asks nothing of the network; {@code target check} does. */
@Command(name = "wordpress", mixinStandardHelpOptions = true)
final class TargetAddWordPress implements Callable<Integer> {

    private final Session session;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "wordpress")
    private String name = "wordpress";

    @Option(names = "--address", paramLabel = "URI", required = true)
    private URI address = URI.create("");

    @Option(names = "--account", paramLabel = "NAME", required = true)
    private String account = "";

    @Option(names = "--password-file", paramLabel = "FILE", required = true)
    private Path passwordFile = Path.of("");

    @Option(names = "--companion")
    private boolean companion;

    @Option(names = "--removal", paramLabel = "draft|trash|delete", defaultValue = "draft")
    private Removal removal = Removal.DRAFT;

    TargetAddWordPress(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DataFolder folder = DataFolder.of(session.options());
        requireName();
        boolean bare = address.getQuery() == null && !address.toString().endsWith("/");
        URI whole = bare ? URI.create(address + "/") : address;
        Website website =
                new Website(name, whole, account, passwordFile.toAbsolutePath().normalize(), companion, removal);
        requirePassword(website);
        folder.keep();
        new Websites(session.options().data()).keep(website);
        if (new PasswordFile(website.passwordFile()).isOpenToOthers()) {
            session.note("target.open-password", website.passwordFile());
        }
        session.answer(
                new Answer(name, "wordpress", whole.toString(), account),
                () -> List.of(session.text("target.added", name, whole)));
        return ExitCode.DONE;
    }

    private void requireName() {
        if (!name.matches("[a-z0-9-]{1,60}") || name.equals(Opening.TARGET)) {
            throw new WrongUse("--name: found '" + name + "', expected a name of a-z, 0-9 and '-' other than '"
                    + Opening.TARGET + "', which is the folder's own website");
        }
    }

    private static void requirePassword(Website website) {
        try (WordPressTarget target = website.target()) {
            List<Finding> findings = target.check().stream()
                    .map(finding -> new Finding("--password-file", "prakat", finding.message(), finding.remedy()))
                    .toList();
            if (!findings.isEmpty()) {
                throw new InvalidException(ProblemCode.CONFIGURATION, "website '" + website.name() + "'", findings);
            }
        }
    }

    /** What was added, for machines. */
    record Answer(String name, String kind, String address, String account) {}
}
