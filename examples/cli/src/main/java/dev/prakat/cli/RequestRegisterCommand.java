package dev.prakat.cli;

import dev.prakat.request.RequestRegister;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code request register}: what came in on some days, with its lateness. */
@Command(name = "register", mixinStandardHelpOptions = true)
final class RequestRegisterCommand implements Callable<Integer> {

    private final Session session;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = Moment.Converter.class,
            required = true,
            descriptionKey = "request.from")
    private @Nullable Moment from;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = Moment.Converter.class,
            required = true,
            descriptionKey = "request.until")
    private @Nullable Moment until;

    @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "complaint.export-to")
    private @Nullable Path csv;

    RequestRegisterCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (Opening opening = Opening.requestsToLookAt(session)) {
            RequestRegister register = opening.prakat().requests().register(day(from), day(until));
            if (csv != null) {
                try (Writer out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
                    register.write(out);
                }
            }
            Sums sums = new Sums(
                    register.from().toString(),
                    register.until().toString(),
                    register.rows().size(),
                    register.open(),
                    register.openLate(),
                    register.closed(),
                    register.closedLate(),
                    register.reminders());
            session.answer(
                    sums,
                    () -> List.of(session.text(
                            "request.sums",
                            sums.requests(),
                            sums.open(),
                            sums.openLate(),
                            sums.closed(),
                            sums.closedLate(),
                            sums.reminders())));
        }
        return ExitCode.DONE;
    }

    private static LocalDate day(@Nullable Moment moment) {
        return moment == null ? LocalDate.EPOCH : moment.dayInBangkok();
    }

    /** What the register adds up to. */
    record Sums(
            String from,
            String until,
            int requests,
            int open,
            int openLate,
            int closed,
            int closedLate,
            int reminders) {}
}
