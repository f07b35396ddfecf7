package dev.prakat.testkit;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.Marker;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownRequest;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the website in memory has of one item, public or taken down, by path. */
final class MemoryPages {

    private MemoryPages() {}

    /** What an item has while it is public. */
    static SortedMap<String, MemoryPage> own(PublishableItem item) {
        SortedMap<String, MemoryPage> own = new TreeMap<>();
        int number = 0;
        for (AttachmentContent attachment : item.attachments()) {
            own.put(folder(item.id()) + "f/" + ++number, MemoryPage.file(attachment));
        }
        own.put(folder(item.id()), MemoryPage.item(item));
        return own;
    }

    /** What is left of it, given what it has. */
    static SortedMap<String, MemoryPage> takenDown(SortedMap<String, MemoryPage> before, TakeDownRequest request) {
        String item = request.item();
        SortedMap<String, MemoryPage> wanted = new TreeMap<>();
        MemoryPage page = before.get(folder(item));
        switch (request.kind()) {
            case WITHDRAWN -> wanted.putAll(withdrawn(item, page, before, request));
            case REDIRECT -> wanted.put(folder(item), new MemoryPage(301, "", request.redirectTo()));
            default -> wanted.put(folder(item), MemoryPage.notice(item, request));
        }
        return wanted;
    }

    private static SortedMap<String, MemoryPage> withdrawn(
            String item, @Nullable MemoryPage page, SortedMap<String, MemoryPage> before, TakeDownRequest request) {
        Marker old = page == null ? null : Marker.find(page.body(), item).orElse(null);
        SortedMap<String, MemoryPage> wanted = new TreeMap<>(before);
        if (page == null || old == null || old.revisionHash() == null) {
            wanted.clear();
            wanted.put(folder(item), MemoryPage.notice(item, request));
        } else if (old.state() == Marker.State.PRESENT) {
            Marker marker = new Marker(item, Marker.State.WITHDRAWN, old.revisionHash());
            String body = page.body().replace(MemoryPage.comment(old), MemoryPage.comment(marker));
            wanted.put(
                    folder(item),
                    MemoryPage.ok(body + MemoryPage.escape(request.notice().text())));
        }
        return wanted;
    }

    static String folder(String item) {
        return "d/" + item + "/";
    }
}
