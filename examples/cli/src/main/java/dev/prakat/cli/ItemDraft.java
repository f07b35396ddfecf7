package dev.prakat.cli;

import dev.prakat.Prakat;
import dev.prakat.item.ItemId;
import dev.prakat.item.Revision;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code item draft}: hands in an item. Prints its key; what cleaning took out of the body goes to standard error. */
@Command(name = "draft", mixinStandardHelpOptions = true)
final class ItemDraft implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final DraftOptions options = new DraftOptions();

    @Option(names = "--submit")
    private boolean submit;

    ItemDraft(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Actor author = session.actor();
        DraftOptions.Said said = options.read(session);
        try (Opening opening = session.open()) {
            Prakat prakat = opening.prakat();
            ItemId id = prakat.items().draft(author, said.draft(prakat));
            Revision revision = prakat.items().get(id).current();
            session.answer(Answer.of(id, revision), () -> List.of(id.value()));
            RemovedText.note(session, revision.removed());
            if (submit) {
                prakat.approvals().submit(id, author);
            }
            return ExitCode.DONE;
        }
    }

    /** What was drafted or revised, for machines. */
    record Answer(String id, int revision, String hash, List<RemovedText.Row> removed) {

        static Answer of(ItemId id, Revision revision) {
            return new Answer(id.value(), revision.number(), revision.hash(), RemovedText.rows(revision.removed()));
        }
    }
}
