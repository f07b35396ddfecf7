package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists what carries our mark: public posts with what they show, all others as gone. Serves one call of the target. */
final class Inventory {

    private static final int AT_ONCE = 100;
    private static final Pattern ITEM = Pattern.compile("[0-9a-z-]{4,40}");

    private final WordPressSite site;
    private final Connection connection;
    private final Rest rest;

    Inventory(WordPressSite site, Connection connection, Rest rest) {
        this.site = site;
        this.connection = connection;
        this.rest = rest;
    }

    /** A page of a hundred, in the order in which the posts were made. The cursor is the number of the page. */
    InventoryPage page(@Nullable String cursor) {
        int number = cursor == null ? 1 : Integer.parseInt(cursor);
        JsonNode list = rest.page(
                "inventory",
                "wp/v2/posts",
                "context",
                "edit",
                "status",
                "any,trash",
                "author",
                Long.toString(connection.me()),
                "orderby",
                "id",
                "order",
                "asc",
                "per_page",
                Integer.toString(AT_ONCE),
                "page",
                Integer.toString(number),
                "_fields",
                Rest.POST_FIELDS);
        List<InventoryPage.Entry> entries = new ArrayList<>();
        for (JsonNode node : list) {
            RemotePost post = RemotePost.of(node);
            entries.addAll(entries(post));
        }
        return new InventoryPage(entries, list.size() < AT_ONCE ? null : Integer.toString(number + 1));
    }

    private List<InventoryPage.Entry> entries(RemotePost post) {
        List<InventoryPage.Entry> entries = new ArrayList<>();
        for (Mark mark : Mark.all(post.content())) {
            String item = mark.marker().item();
            Marker shown = post.isPublic() ? mark.marker() : new Marker(item, Marker.State.GONE, null);
            String changed = post.isPublic() ? post.changed(item).orElse(unwatched(post, shown)) : null;
            entries.add(new InventoryPage.Entry(Long.toString(post.id()), shown, mark.fence(), post.link(), changed));
        }
        if (entries.isEmpty() && post.isPublic() && ITEM.matcher(post.slug()).matches()) {
            // Somebody took the mark away; the address still says whose it is.
            Marker shown = new Marker(post.slug(), Marker.State.PRESENT, Hashes.sha256(post.content()));
            entries.add(new InventoryPage.Entry(
                    Long.toString(post.id()),
                    shown,
                    0,
                    post.link(),
                    post.changed(post.slug()).orElse(null)));
        }
        return entries;
    }

    /** What was public before our plugin was installed would stay so beyond its end while the portal is down. */
    private @Nullable String unwatched(RemotePost post, Marker shown) {
        return site.companionPlugin() && !post.watched() && shown.state() == Marker.State.PRESENT
                ? "the companion plugin does not know of it, because it was installed later or somebody took away the field"
                        + " _prakat_key; order the same revision again"
                : null;
    }
}
