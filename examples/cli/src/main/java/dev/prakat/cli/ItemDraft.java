package dev.prakat.cli;

import dev.prakat.Prakat;
import dev.prakat.item.Draft;
import dev.prakat.item.DraftAttachment;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.window.PublishWindow;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code item draft}: hands in an item. Prints its key; what cleaning took out of the body goes to standard error. */
@Command(name = "draft", mixinStandardHelpOptions = true)
final class ItemDraft implements Callable<Integer> {

    private final Session session;

    @Option(names = "--category", paramLabel = "ID|ROW|PATH", required = true)
    private String category = "";

    @Option(names = "--title", paramLabel = "TEXT", required = true)
    private String title = "";

    @Option(names = "--body", paramLabel = "FILE.html|-", required = true)
    private String body = "";

    @Option(names = "--summary", paramLabel = "TEXT", defaultValue = "")
    private String summary = "";

    @Option(names = "--attach", paramLabel = "FILE")
    private List<Path> attach = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DATE", converter = Moment.Converter.class)
    private @Nullable Moment from;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private End end = new End();

    @Option(names = "--target", paramLabel = "NAME", defaultValue = Opening.TARGET)
    private String target = Opening.TARGET;

    @Option(names = "--kind", paramLabel = "GONE|WITHDRAWN|REDIRECT|VANISH")
    private @Nullable TakeDownKind kind;

    @Option(names = "--redirect-to", paramLabel = "URI")
    private @Nullable URI redirectTo;

    @Option(names = "--link", paramLabel = "URI")
    private @Nullable URI link;

    @Option(names = "--remark", paramLabel = "TEXT")
    private @Nullable String remark;

    @Option(names = "--submit")
    private boolean submit;

    ItemDraft(Session session) {
        this.session = session;
    }

    /** Until when: nothing is ever silently permanent. */
    static final class End {

        @Option(names = "--until", paramLabel = "DATE", required = true, converter = Moment.Converter.class)
        private @Nullable Moment until;

        @ArgGroup(exclusive = false, multiplicity = "1")
        private @Nullable Permanent permanent;
    }

    /** No end, with a reason and a day on which somebody looks again. */
    static final class Permanent {

        @Option(names = "--permanent", paramLabel = "REASON", required = true)
        private String reason = "";

        @Option(names = "--review", paramLabel = "DATE", required = true, converter = Moment.Converter.class)
        private @Nullable Moment review;
    }

    @Override
    public Integer call() {
        Actor author = session.actor();
        String html = new BodyFile(session.terminal().in()).read(body);
        requireFiles();
        try (Opening opening = session.open()) {
            Prakat prakat = opening.prakat();
            ItemId id = prakat.items().draft(author, draft(prakat, html));
            Item item = prakat.items().get(id);
            List<String> removed = item.current().removed();
            session.answer(
                    new Answer(
                            id.value(), item.current().number(), item.current().hash(), removed),
                    () -> List.of(id.value()));
            if (!removed.isEmpty()) {
                session.note("draft.cleaned", removed.size());
                removed.forEach(line -> session.terminal().err().println("  " + line));
            }
            if (submit) {
                prakat.approvals().submit(id, author);
            }
            return ExitCode.DONE;
        }
    }

    private Draft draft(Prakat prakat, String html) {
        Draft draft = Draft.of(category, title, html).withSummary(summary);
        if (link != null) {
            draft = draft.withExternalLink(link);
        }
        if (remark != null) {
            draft = draft.withRemark(remark);
        }
        for (Path file : attach) {
            draft = draft.withAttachment(DraftAttachment.of(file));
        }
        TakeDownKind atTheEnd = kind != null
                ? kind
                : TakeDownKind.valueOf(prakat.policy().settings().defaultTakeDownKind());
        if ((atTheEnd == TakeDownKind.REDIRECT) != (redirectTo != null)) {
            throw new WrongUse("found --kind " + atTheEnd + (redirectTo == null ? " without" : " with")
                    + " --redirect-to, expected an address exactly for REDIRECT");
        }
        return draft.withPlacement(new PlacementPlan(target, window(), atTheEnd, redirectTo));
    }

    private PublishWindow window() {
        Instant opens =
                from != null ? from.instant() : session.options().clock().instant();
        Permanent permanent = end.permanent;
        if (permanent != null) {
            Moment review = Objects.requireNonNull(permanent.review, "picocli requires it");
            return PublishWindow.permanent(opens, permanent.reason, review.dayInBangkok());
        }
        return PublishWindow.of(
                opens, Objects.requireNonNull(end.until, "picocli requires it").end());
    }

    /** A file that is not there is the caller's slip, found before anything is opened. */
    private void requireFiles() {
        List<Finding> findings = attach.stream()
                .filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
                .map(file -> new Finding(
                        "attachment '" + file + "'",
                        "prakat",
                        "there is no such file, or it cannot be read",
                        "give the path of a file"))
                .toList();
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "the draft", findings);
        }
    }

    /** The new item, for machines. */
    record Answer(String id, int revision, String hash, List<String> removed) {}
}
