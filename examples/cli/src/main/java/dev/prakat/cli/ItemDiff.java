package dev.prakat.cli;

import dev.prakat.item.DifferenceLine;
import dev.prakat.item.DifferenceLine.Mark;
import dev.prakat.item.Items;
import dev.prakat.item.RevisionDifference;
import dev.prakat.item.RevisionDifference.Change;
import dev.prakat.item.RevisionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code item diff}: what two revisions say differently. Ends with 0 whether they differ or not. */
@Command(name = "diff", mixinStandardHelpOptions = true)
final class ItemDiff implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ItemCommands.Which which = new ItemCommands.Which();

    @Option(names = "--from", paramLabel = "N")
    private @Nullable Integer from;

    @Option(names = "--to", paramLabel = "N")
    private @Nullable Integer to;

    ItemDiff(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Opening opening = session.look()) {
            Items items = opening.prakat().items();
            int last = to == null ? items.get(which.id()).current().number() : to;
            int first = from == null ? Math.max(1, last - 1) : from;
            RevisionDifference difference = items.difference(which.id(), first, last);
            session.answer(Answer.of(difference), () -> lines(difference));
            return ExitCode.DONE;
        }
    }

    private List<String> lines(RevisionDifference difference) {
        List<String> lines = new ArrayList<>();
        lines.add("--- " + head(difference.from()));
        lines.add("+++ " + head(difference.to()));
        if (difference.changes().isEmpty()) {
            lines.add(session.text("diff.same"));
        }
        for (Change change : difference.changes()) {
            String subject = change.subject().isEmpty() ? "" : " " + change.subject();
            lines.add("@ " + session.messages().of(change.part()) + subject);
            if (change.lines().isEmpty()) {
                if (change.before() != null) {
                    lines.add("- " + change.before());
                }
                if (change.after() != null) {
                    lines.add("+ " + change.after());
                }
            } else {
                change.lines().forEach(line -> lines.add(text(line)));
            }
        }
        return lines;
    }

    private String text(DifferenceLine line) {
        return line.mark() == Mark.OMITTED
                ? "  … " + session.text("diff.omitted", line.pieces().get(0).text())
                : line.line();
    }

    private String head(RevisionSummary revision) {
        return session.text("field.revision") + " " + revision.number() + "  " + session.printed(revision.createdAt())
                + "  " + revision.createdBy();
    }

    /** What differs, for machines. */
    record Answer(String item, int from, int to, List<Part> changes) {

        static Answer of(RevisionDifference difference) {
            return new Answer(
                    difference.item().value(),
                    difference.from().number(),
                    difference.to().number(),
                    difference.changes().stream().map(Part::of).toList());
        }
    }

    /** A part that differs. */
    record Part(
            String part,
            String subject,
            @Nullable String before,
            @Nullable String after,
            List<String> lines) {

        static Part of(Change change) {
            return new Part(
                    change.part().name(),
                    change.subject(),
                    change.before(),
                    change.after(),
                    change.lines().stream().map(DifferenceLine::line).toList());
        }
    }
}
