package dev.prakat.cli;

import dev.prakat.Prakat;
import dev.prakat.item.ItemId;
import dev.prakat.item.Items;
import dev.prakat.item.Revision;
import dev.prakat.spi.Actor;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code item revise}: hands in the whole new content of an item. */
@Command(name = "revise", mixinStandardHelpOptions = true)
final class ItemRevise implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ItemCommands.Which which = new ItemCommands.Which();

    @Mixin
    private final DraftOptions options = new DraftOptions();

    @Option(names = "--based-on", paramLabel = "N")
    private @Nullable Integer basedOn;

    @Option(names = "--submit")
    private boolean submit;

    ItemRevise(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Actor author = session.actor();
        DraftOptions.Said said = options.read(session);
        try (Opening opening = session.open()) {
            Prakat prakat = opening.prakat();
            Items items = prakat.items();
            ItemId id = which.id();
            int number = basedOn == null
                    ? items.revise(author, id, said.draft(prakat))
                    : items.revise(author, id, said.draft(prakat), basedOn);
            Revision revision = items.revision(id, number);
            session.answer(ItemDraft.Answer.of(id, revision), () -> List.of(session.text("item.revised", id, number)));
            RemovedText.note(session, revision.removed());
            if (submit) {
                prakat.approvals().submit(id, author);
            }
            return ExitCode.DONE;
        }
    }
}
