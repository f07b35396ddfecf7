package dev.prakat.staticsite;

import dev.prakat.spi.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of an item that the state folder alone is enough for: its page or its notice, its mark, its redirect. */
final class OwnFiles {

    private final SiteSettings settings;
    private final ItemPages pages;

    OwnFiles(SiteSettings settings, PageFrame frame) {
        this.settings = settings;
        this.pages = new ItemPages(frame);
    }

    /**
     * Prepares them.
     *
     * @param body the clean HTML, or null when none is kept
     */
    void write(Batch own, ItemState item, @Nullable String body) throws IOException {
        ItemState.Text text = item.text();
        switch (item.shown()) {
            case NOTHING -> {}
            case PRESENT, WITHDRAWN -> {
                if (text != null && body != null) {
                    own.write(SitePath.page(item.item()), item.item(), pages.content(item, text, body, item.notice()));
                }
            }
            case GONE, VANISHED -> remove(own, item);
        }
    }

    /** The mark that makes a server say 410 comes first, then the notice; the attachments follow. */
    private void remove(Batch own, ItemState item) throws IOException {
        String id = item.item();
        Notice notice = item.notice();
        if (notice == null) {
            return; // taken down by a version that did not keep it: what stands there stays
        }
        boolean withTitle = item.shown() == ItemState.Shown.GONE;
        own.write(SitePath.gone(id), id, (item.marker().text() + "\n").getBytes(StandardCharsets.UTF_8));
        own.write(SitePath.page(id), id, pages.notice(item, notice, withTitle));
        if (item.redirectTo() != null) {
            Redirects.write(own, id, item.redirectTo());
        }
    }

    /** The attachments that stand there as they should; one that somebody removed is not offered any more. */
    List<ItemState.Attached> there(Batch own, ItemState.Text text) throws IOException {
        List<ItemState.Attached> there = new ArrayList<>();
        for (ItemState.Attached file : text.files()) {
            Path path = settings.file(file.path());
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && Hashes.of(path).equals(file.sha256())) {
                there.add(file);
                own.keep(file.path(), file.sha256());
            }
        }
        return there;
    }
}
