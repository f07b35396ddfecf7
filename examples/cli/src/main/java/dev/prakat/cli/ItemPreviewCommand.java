package dev.prakat.cli;

import dev.prakat.delivery.ItemPreview;
import dev.prakat.spi.Actor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code item preview}: what would be public, in exact bytes, as a list of hashes and, if asked, as files to open. */
@Command(name = "preview", mixinStandardHelpOptions = true)
final class ItemPreviewCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ItemCommands.Which which = new ItemCommands.Which();

    @Option(names = "--target", paramLabel = "NAME")
    private @Nullable String target;

    @Option(names = "--out", paramLabel = "FOLDER")
    private @Nullable Path out;

    ItemPreviewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Actor actor = session.actor();
        PreviewFolder folder = out == null ? null : PreviewFolder.empty(out);
        try (Opening opening = session.open()) {
            ItemPreview whole = opening.prakat().placements().preview(actor, which.id());
            ItemPreview wanted = only(whole);
            if (folder != null) {
                folder.write(wanted);
            }
            PreviewView view = PreviewView.of(wanted, folder);
            session.answer(view, () -> view.lines(session));
            return ExitCode.DONE;
        }
    }

    private ItemPreview only(ItemPreview whole) {
        if (target == null) {
            return whole;
        }
        List<ItemPreview.OnTarget> named = whole.targets().stream()
                .filter(one -> one.target().equals(target))
                .toList();
        if (named.isEmpty()) {
            throw new WrongUse("--target: found " + target + ", expected one of "
                    + whole.targets().stream().map(ItemPreview.OnTarget::target).toList());
        }
        return new ItemPreview(whole.item(), whole.revision(), whole.revisionHash(), named);
    }
}
