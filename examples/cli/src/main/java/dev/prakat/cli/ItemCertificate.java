package dev.prakat.cli;

import dev.prakat.report.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code item certificate}: what a stranger may be handed about one item. 1 when a step lacks its proof. */
@Command(name = "certificate", mixinStandardHelpOptions = true)
final class ItemCertificate implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ItemCommands.Which which = new ItemCommands.Which();

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "certificate.out")
    private Path out = Path.of("");

    @Option(names = "--log", paramLabel = "DIR", descriptionKey = "certificate.log")
    private final List<Path> logs = new ArrayList<>();

    ItemCertificate(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        String name =
                out.getFileName() == null ? "" : out.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean json = name.endsWith(".json");
        if (!json && !name.endsWith(".html")) {
            throw new WrongUse("--out: found '" + out + "', expected a file name that ends with .html or .json");
        }
        if (Files.exists(out)) {
            throw new WrongUse("--out: " + out + " is there already; give a file that is not");
        }
        try (Opening opening = session.look()) {
            Certificate certificate =
                    opening.prakat().certificate(which.id(), logs.isEmpty() ? LogNodes.all(session) : logs);
            Files.writeString(
                    out,
                    json ? certificate.toJson() : certificate.toHtml(),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            long proven = certificate.steps().stream()
                    .filter(step -> step.proven() != null)
                    .count();
            int steps = certificate.steps().size();
            session.answer(
                    new Answer(certificate.item(), out.toString(), steps, proven),
                    () -> List.of(session.text("certificate.done", certificate.item(), out, proven, steps)));
            return certificate.isProven() ? ExitCode.DONE : ExitCode.FINDING;
        }
    }

    /** Where the certificate is and how much of it is proven, for machines. */
    record Answer(String item, String file, int steps, long proven) {}
}
