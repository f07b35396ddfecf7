package dev.prakat.cli;

import dev.prakat.complaint.Complaint;
import dev.prakat.complaint.ComplaintImport;
import dev.prakat.complaint.ComplaintNumber;
import dev.prakat.complaint.Conclusion;
import dev.prakat.spi.Actor;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The register of complaints and its indicator. */
@Command(name = "complaint", mixinStandardHelpOptions = true)
final class ComplaintCommands {

    static CommandLine line(Session session) {
        return new CommandLine(new ComplaintCommands())
                .addSubcommand(new Import(session))
                .addSubcommand(new ComplaintAdd(session))
                .addSubcommand(new ComplaintRouteCommand(session))
                .addSubcommand(new Conclude(session))
                .addSubcommand(new Told(session))
                .addSubcommand(new Open(session))
                .addSubcommand(new Listing(session))
                .addSubcommand(new Export(session))
                .addSubcommand(new ComplaintReport(session))
                .addSubcommand(new ComplaintReport.Send(session))
                .addSubcommand(new ComplaintReport.Consolidate(session));
    }

    /** A number as it was typed. */
    static ComplaintNumber number(String typed) {
        try {
            return new ComplaintNumber(typed);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    /** {@code complaint import}: takes a sheet, all of it or nothing. */
    @Command(name = "import", mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "FILE", descriptionKey = "complaint.sheet")
        private Path file = Path.of("");

        Import(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            if (!Files.isRegularFile(file)) {
                throw new WrongUse("there is no file " + file);
            }
            byte[] content = Files.readAllBytes(file);
            Actor actor = session.actor();
            try (Opening opening = Opening.complaints(session)) {
                ComplaintImport done = opening.prakat()
                        .complaints()
                        .importSheet(actor, String.valueOf(file.getFileName()), content, this::progress);
                done.notes().forEach(note -> session.terminal().err().println(note.line()));
                session.answer(
                        Imported.of(done),
                        () -> List.of(session.text(
                                "complaint.imported",
                                done.complaints(),
                                done.concluded(),
                                done.incomplete().size())));
            }
            return ExitCode.DONE;
        }

        private void progress(int written) {
            if (session.terminal().interactive()) {
                session.terminal().err().print("\r" + session.text("complaint.written", written));
                session.terminal().err().flush();
            }
        }

        /** What was taken, for machines. */
        record Imported(String subject, int complaints, int concluded, List<String> incomplete) {

            static Imported of(ComplaintImport done) {
                return new Imported(done.subject(), done.complaints(), done.concluded(), done.incomplete());
            }
        }
    }

    /** {@code complaint conclude}: how it ended. */
    @Command(name = "conclude", mixinStandardHelpOptions = true)
    static final class Conclude implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.complaint")
        private String number = "";

        @Option(names = "--kind", paramLabel = "KIND", required = true, descriptionKey = "complaint.kind")
        private String kind = "";

        @Option(
                names = "--on",
                paramLabel = "DATE",
                converter = Moment.Converter.class,
                required = true,
                descriptionKey = "complaint.on")
        private @Nullable Moment on;

        @Option(
                names = "--told",
                paramLabel = "DATE",
                converter = Moment.Converter.class,
                descriptionKey = "complaint.told")
        private @Nullable Moment told;

        Conclude(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            LocalDate concluded = on == null ? LocalDate.EPOCH : on.dayInBangkok();
            Conclusion conclusion =
                    new Conclusion(kind.toUpperCase(Locale.ROOT), concluded, told == null ? null : told.dayInBangkok());
            Actor actor = session.actor();
            try (Opening opening = Opening.complaints(session)) {
                Complaint after = opening.prakat().complaints().conclude(actor, number(number), conclusion);
                return ComplaintView.answer(session, List.of(after));
            }
        }
    }

    /** {@code complaint told}: the complainant knows. */
    @Command(name = "told", mixinStandardHelpOptions = true)
    static final class Told implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.complaint")
        private String number = "";

        @Option(
                names = "--on",
                paramLabel = "DATE",
                converter = Moment.Converter.class,
                required = true,
                descriptionKey = "complaint.told")
        private @Nullable Moment on;

        Told(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            LocalDate day = on == null ? LocalDate.EPOCH : on.dayInBangkok();
            Actor actor = session.actor();
            try (Opening opening = Opening.complaints(session)) {
                return ComplaintView.answer(
                        session, List.of(opening.prakat().complaints().informed(actor, number(number), day)));
            }
        }
    }

    /** {@code complaint open}: the sealed details, with a reason that is kept. */
    @Command(name = "open", mixinStandardHelpOptions = true)
    static final class Open implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.complaint")
        private String number = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "complaint.reason")
        private String reason = "";

        Open(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (Opening opening = Opening.complaints(session)) {
                var who = opening.prakat().complaints().details().open(actor, number(number), reason);
                session.answer(
                        new Details(who.firstName(), who.surname(), who.address(), who.telephone(), who.matter()),
                        () -> List.of(
                                who.firstName() + " " + who.surname(), who.address(), who.telephone(), who.matter()));
            }
            return ExitCode.DONE;
        }

        /** The details, for machines. */
        record Details(String firstName, String surname, String address, String telephone, String matter) {}
    }

    /** {@code complaint list}: what is open, the oldest first. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        private final Session session;

        @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "complaint.unit")
        private @Nullable String unit;

        @Option(names = "--limit", paramLabel = "N", defaultValue = "50")
        private int limit = 50;

        Listing(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Opening opening = Opening.complaintsToLookAt(session)) {
                return ComplaintView.answer(
                        session, new ArrayList<>(opening.prakat().complaints().open(unit, Math.max(1, limit))));
            }
        }
    }

    /** {@code complaint export}: the register as CSV, without anything personal. */
    @Command(name = "export", mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "FILE", descriptionKey = "complaint.export-to")
        private Path file = Path.of("");

        @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "complaint.unit")
        private @Nullable String unit;

        Export(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            try (Opening opening = Opening.complaintsToLookAt(session);
                    Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                opening.prakat().complaints().export(out, unit);
            }
            session.answer(file.toString(), () -> List.of(session.text("complaint.exported", file)));
            return ExitCode.DONE;
        }
    }
}
