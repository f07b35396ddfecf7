package dev.prakat.staticsite;

import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import dev.prakat.spi.TargetUnavailable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lists the item pages below the docroot that carry our mark, whatever the state folder says. */
final class Inventory {

    private static final int PAGE = 200;

    private final SiteSettings settings;
    private final StateFolder state;

    Inventory(SiteSettings settings, StateFolder state) {
        this.settings = settings;
        this.state = state;
    }

    InventoryPage page(@Nullable String cursor) {
        try {
            List<InventoryPage.Entry> entries = new ArrayList<>();
            for (String item : folders()) {
                if (cursor != null && item.compareTo(cursor) <= 0) {
                    continue;
                }
                if (entries.size() == PAGE) {
                    return new InventoryPage(entries, entries.get(PAGE - 1).remoteId());
                }
                entry(item).ifPresent(entries::add);
            }
            return new InventoryPage(entries, null);
        } catch (IOException e) {
            throw new TargetUnavailable(
                    "static site " + settings.base() + ": the inventory of " + settings.docroot() + " cannot be read ("
                            + e + "); mend the folder, then try again",
                    null,
                    e);
        }
    }

    private SortedSet<String> folders() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        Path folder = settings.file("d");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> items = Files.newDirectoryStream(folder)) {
                for (Path item : items) {
                    names.add(String.valueOf(item.getFileName()));
                }
            }
        }
        names.removeIf(name -> !SitePath.isItem(name));
        return names;
    }

    private Optional<InventoryPage.Entry> entry(String item) throws IOException {
        String path = SitePath.page(item);
        Path file = settings.file(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Optional<Marker> marker = Marks.ofPage(Body.of(file).text(), item);
        long fence = state.item(item).map(ItemState::fence).orElse(0L);
        return marker.map(m -> new InventoryPage.Entry(item, m, fence, SitePath.address(settings.base(), path)));
    }
}
