package dev.prakat.staticsite;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PublishableItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of an item that is public, what is referred to before what refers to it. Publishing writes them and a preview shows
 * them: both come from here, so that an approver sees what readers get.
 */
final class ItemFiles {

    private final Theme theme;
    private final PageFrame frame;

    ItemFiles(Theme theme, PageFrame frame) {
        this.theme = theme;
        this.frame = frame;
    }

    /** Prepares them to be written. */
    void write(Batch own, ItemState state, ItemState.Text text, PublishableItem item) throws IOException {
        for (Theme.Asset asset : theme.assets()) {
            own.write(asset.path(), null, asset.bytes());
        }
        for (int i = 0; i < text.files().size(); i++) {
            own.write(text.files().get(i).path(), item.id(), item.attachments().get(i));
        }
        own.write(SitePath.page(item.id()), item.id(), page(state, text, item));
    }

    /** Shows them. */
    Preview preview(ItemState state, ItemState.Text text, PublishableItem item) {
        List<Preview.Page> pages = new ArrayList<>();
        theme.assets().forEach(asset -> pages.add(shown(asset.path(), Preview.Kind.STYLE, asset.bytes())));
        for (int i = 0; i < text.files().size(); i++) {
            String path = text.files().get(i).path();
            AttachmentContent file = item.attachments().get(i);
            pages.add(new Preview.Page(
                    frame.address(path),
                    path,
                    Preview.Kind.ATTACHMENT,
                    MediaTypes.ofPath(path),
                    file.bytes(),
                    file.sha256(),
                    file.source()));
        }
        pages.add(shown(SitePath.page(item.id()), Preview.Kind.PAGE, page(state, text, item)));
        return new Preview(pages);
    }

    private byte[] page(ItemState state, ItemState.Text text, PublishableItem item) {
        return new ItemPages(frame).content(state, text, item.bodyHtml(), null);
    }

    private Preview.Page shown(String path, Preview.Kind kind, byte[] bytes) {
        return new Preview.Page(
                frame.address(path),
                path,
                kind,
                MediaTypes.ofPath(path),
                bytes.length,
                Hashes.of(bytes),
                () -> new ByteArrayInputStream(bytes));
    }
}
