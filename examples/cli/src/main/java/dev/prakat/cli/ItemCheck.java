package dev.prakat.cli;

import dev.prakat.Prakat;
import dev.prakat.item.Content;
import dev.prakat.item.DraftReview;
import dev.prakat.problem.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code item check}: says what would become of a draft; stores nothing. Ends with 1 if it would be refused. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class ItemCheck implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final DraftOptions options = new DraftOptions();

    ItemCheck(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DraftOptions.Said said = options.read(session);
        try (Opening opening = session.look()) {
            Prakat prakat = opening.prakat();
            DraftReview review = prakat.items().check(said.draft(prakat));
            session.answer(Answer.of(review), () -> lines(review));
            return review.acceptable() ? ExitCode.DONE : ExitCode.FINDING;
        }
    }

    private List<String> lines(DraftReview review) {
        List<String> lines = new ArrayList<>();
        lines.add(
                review.acceptable()
                        ? session.text("draft.acceptable")
                        : session.text("draft.refused", review.findings().size()));
        review.findings().forEach(finding -> lines.add("  " + finding.line()));
        if (!review.removed().isEmpty()) {
            lines.add(session.text("draft.cleaned", review.removed().size()));
            RemovedText.lines(session, review.removed()).forEach(line -> lines.add("  " + line));
        }
        review.attachments().forEach(file -> lines.add("  " + ItemText.file(session, file)));
        Content content = review.content();
        if (content != null) {
            lines.add("");
            lines.add(content.bodyHtml());
        }
        return lines;
    }

    /** What would become of it, for machines. */
    record Answer(
            boolean acceptable,
            List<Finding> findings,
            List<RemovedText.Row> removed,
            List<ItemView.File> attachments,
            @Nullable String title,
            @Nullable String bodyHtml) {

        static Answer of(DraftReview review) {
            Content content = review.content();
            return new Answer(
                    review.acceptable(),
                    review.findings(),
                    RemovedText.rows(review.removed()),
                    review.attachments().stream().map(ItemView::file).toList(),
                    content == null ? null : content.title(),
                    content == null ? null : content.bodyHtml());
        }
    }
}
