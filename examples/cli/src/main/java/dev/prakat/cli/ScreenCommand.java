package dev.prakat.cli;

import dev.prakat.policy.AgencyPolicy;
import dev.prakat.screening.AttachmentText;
import dev.prakat.screening.Extracted;
import dev.prakat.screening.Screening;
import dev.prakat.screening.ScreeningAction;
import dev.prakat.screening.ScreeningFinding;
import dev.prakat.screening.ScreeningReport;
import dev.prakat.screening.ScreeningSubject;
import dev.prakat.spi.AttachmentContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code screen}: personal data in a file, masked. It opens no database. */
@Command(name = "screen", mixinStandardHelpOptions = true)
final class ScreenCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Session session;

    @Parameters(paramLabel = "FILE", descriptionKey = "arg.screen")
    private String file = "";

    @Option(names = "--html")
    private boolean html;

    ScreenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        String chosen = session.options().policy();
        AgencyPolicy policy = Session.policy(Objects.requireNonNullElse(chosen, GlobalOptions.DEFAULT_POLICY));
        ScreeningReport report = new Screening(policy.screening()).screen(subject());
        session.answer(Answer.of(file, policy, report), () -> lines(report));
        return report.blocks() ? ExitCode.FINDING : ExitCode.DONE;
    }

    private ScreeningSubject subject() throws IOException {
        boolean input = file.equals(STANDARD_INPUT);
        // A file that is not there is no finding: 1 must mean that something blocks.
        if (!input && !Files.isRegularFile(Path.of(file))) {
            throw new WrongUse("there is no file " + file + "; give the path of a file, or - for standard input");
        }
        AttachmentContent.Source source =
                input ? () -> session.terminal().in() : () -> Files.newInputStream(Path.of(file));
        String name = input ? "standard input" : String.valueOf(Path.of(file).getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        ScreeningSubject.Builder subject = ScreeningSubject.builder();
        if (html || ending.equals("html") || ending.equals("htm")) {
            Extracted read = AttachmentText.standard().of(name + ".txt", source);
            return read.reason().isPresent()
                    ? subject.attachment(name, read).build()
                    : subject.html(name, read.text()).build();
        }
        boolean named = !input && name.contains(".");
        return subject.attachment(name, AttachmentText.standard().of(named ? name : name + ".txt", source))
                .build();
    }

    private List<String> lines(ScreeningReport report) {
        List<String> lines = new ArrayList<>();
        report.findings().forEach(finding -> lines.add(line(finding)));
        if (report.unlisted() > 0) {
            lines.add(session.text("screen.unlisted", report.unlisted()));
        }
        if (lines.isEmpty()) {
            lines.add(session.text("screen.nothing"));
        }
        return lines;
    }

    private static String line(ScreeningFinding finding) {
        return finding.action() + " " + finding.kind() + " " + finding.line() + ":" + finding.column() + " "
                + finding.place() + " "
                + finding.reason().map(Enum::name).orElse(finding.masked());
    }

    /** What was found, for machines. */
    record Answer(
            String file,
            String policy,
            boolean blocks,
            boolean needsWaiver,
            long block,
            long warn,
            long allow,
            long unlisted,
            List<Row> findings) {

        static Answer of(String file, AgencyPolicy policy, ScreeningReport report) {
            return new Answer(
                    file,
                    policy.id(),
                    report.blocks(),
                    report.needsWaiver(),
                    report.count(ScreeningAction.BLOCK),
                    report.count(ScreeningAction.WARN),
                    report.count(ScreeningAction.ALLOW),
                    report.unlisted(),
                    report.findings().stream().map(Row::of).toList());
        }
    }

    /** A finding, for machines. */
    record Row(
            String action,
            String kind,
            String place,
            int line,
            int column,
            int start,
            int end,
            String masked,
            @Nullable String reason) {

        static Row of(ScreeningFinding finding) {
            return new Row(
                    finding.action().name(),
                    finding.kind().name(),
                    finding.place(),
                    finding.line(),
                    finding.column(),
                    finding.start(),
                    finding.end(),
                    finding.masked(),
                    finding.reason().map(Enum::name).orElse(null));
        }
    }
}
