package dev.prakat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code item form}: the form by which the publication of an item is asked for, to print and to sign. */
@Command(name = "form", mixinStandardHelpOptions = true)
final class ItemForm implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ItemCommands.Which which = new ItemCommands.Which();

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "report.out")
    private Path out = Path.of("");

    ItemForm(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            throw new WrongUse("--out: " + out + " is there already; give a file that is not");
        }
        try (Opening opening = session.look()) {
            Files.writeString(
                    out,
                    opening.prakat().reports().requestForm(which.id()),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            session.answer(Map.of("file", out.toString()), () -> List.of(session.text("report.written", out)));
        }
        return ExitCode.DONE;
    }
}
