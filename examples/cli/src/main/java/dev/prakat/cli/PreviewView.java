package dev.prakat.cli;

import dev.prakat.delivery.ItemPreview;
import dev.prakat.delivery.ItemPreview.OnTarget;
import dev.prakat.spi.Preview;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would be public, for machines and for people. */
record PreviewView(String item, int revision, String revisionHash, List<Target> targets) {

    /** One website; one that cannot show anything beforehand has no pages. */
    record Target(String target, boolean offered, List<Page> pages) {}

    /** What would stand at an address, and where it was written. */
    record Page(
            String kind,
            String address,
            String mediaType,
            long bytes,
            String sha256,
            @Nullable String file) {}

    static PreviewView of(ItemPreview preview, @Nullable PreviewFolder folder) {
        return new PreviewView(
                preview.item().value(),
                preview.revision(),
                preview.revisionHash(),
                preview.targets().stream().map(target -> target(target, folder)).toList());
    }

    private static Target target(OnTarget target, @Nullable PreviewFolder folder) {
        return new Target(
                target.target(),
                target.offered(),
                target.pages().stream()
                        .map(page -> new Page(
                                page.kind().name(),
                                page.address().toString(),
                                page.mediaType(),
                                page.bytes(),
                                page.sha256(),
                                folder == null
                                        ? null
                                        : folder.file(target, page).toString()))
                        .toList());
    }

    List<String> lines(Session session) {
        List<String> lines = new ArrayList<>();
        lines.add(session.text("preview.of", item, Integer.toString(revision), revisionHash));
        for (Target target : targets) {
            lines.add(session.text(target.offered() ? "preview.target" : "preview.not-offered", target.target()));
            for (Page page : target.pages()) {
                String kind = session.messages().of(Preview.Kind.valueOf(page.kind()));
                lines.add("  " + page.sha256() + "  " + kind + "  " + page.address());
            }
            target.pages().stream()
                    .filter(page -> page.file() != null && page.kind().equals(Preview.Kind.PAGE.name()))
                    .forEach(page -> lines.add(session.text("preview.open", String.valueOf(page.file()))));
        }
        return lines;
    }
}
