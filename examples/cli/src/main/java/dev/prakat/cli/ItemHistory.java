package dev.prakat.cli;

import dev.prakat.item.RevisionSummary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code item history}: the revisions of an item, the newest first. */
@Command(name = "history", mixinStandardHelpOptions = true)
final class ItemHistory implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ItemCommands.Which which = new ItemCommands.Which();

    ItemHistory(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Opening opening = session.look()) {
            List<RevisionSummary> history = opening.prakat().items().history(which.id());
            session.answer(
                    history.stream().map(Row::of).toList(),
                    () -> history.stream().map(this::line).toList());
            return ExitCode.DONE;
        }
    }

    private String line(RevisionSummary revision) {
        String removed = revision.removed() == 0 ? "" : "  " + session.text("history.removed", revision.removed());
        return revision.number() + "  " + session.printed(revision.createdAt()) + "  " + revision.createdBy() + "  "
                + revision.title() + removed;
    }

    /** A revision, for machines. */
    record Row(int revision, String title, String hash, int removed, String createdAt, String createdBy) {

        static Row of(RevisionSummary revision) {
            return new Row(
                    revision.number(),
                    revision.title(),
                    revision.hash(),
                    revision.removed(),
                    revision.createdAt().toString(),
                    revision.createdBy().value());
        }
    }
}
