package dev.prakat.cli;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.wordpress.WordPressSite.Removal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
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
        boolean bare = address.getQuery() == null && !address.toString().endsWith("/");
        URI whole = bare ? URI.create(address + "/") : address;
        Website website =
                new Website(name, whole, account, passwordFile.toAbsolutePath().normalize(), companion, removal);
        requireUsable(website);
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

    /** Says everything that is wrong at once, so that nobody mends one option after the other. */
    private static void requireUsable(Website website) {
        List<Finding> findings = new ArrayList<>();
        String name = website.name();
        if (!name.matches("[a-z0-9-]{1,60}") || name.equals(Opening.TARGET)) {
            findings.add(new Finding(
                    "--name",
                    "prakat",
                    "found '" + name + "', expected a name of a-z, 0-9 and '-' other than '" + Opening.TARGET
                            + "', which is the folder's own website",
                    "give it another name, such as wordpress"));
        }
        try {
            website.target().close();
        } catch (InvalidException e) {
            findings.addAll(e.findings());
        }
        try {
            Arrays.fill(new PasswordFile(website.passwordFile()).secret(name), ' ');
        } catch (NoSuchElementException e) {
            findings.add(
                    new Finding(
                            "--password-file",
                            "prakat",
                            String.valueOf(e.getMessage()),
                            "make an application password in WordPress (Users, Profile, Application Passwords) and write it there"));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "website '" + name + "'", findings);
        }
    }

    /** What was added, for machines. */
    record Answer(String name, String kind, String address, String account) {}
}
