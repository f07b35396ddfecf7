package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.TargetAmbiguous;
import dev.prakat.spi.TargetUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one item in the site's media library. Each item has its own copies, so that what goes with it takes nothing from
 * another; each says in its description whose it is and what its bytes are. Serves one call of the target.
 */
final class MediaFiles {

    private static final String ROUTE = "wp/v2/media";
    /** WordPress knows no parts of these two: asked for one, it gives nothing. */
    private static final String FIELDS = "id,source_url,description,media_details,post";

    private final Rest rest;
    private final long me;
    private final String item;

    MediaFiles(Rest rest, long me, String item) {
        this.rest = rest;
        this.me = me;
        this.item = item;
    }

    /**
     * Every file of the item, also one that a late request made, or whose post is gone.
     *
     * @return in the order in which they were made
     */
    List<StoredFile> find() {
        Map<Long, StoredFile> found = new TreeMap<>();
        JsonNode list = rest.get(
                "files",
                ROUTE,
                "search",
                StoredFile.head(item),
                "search_columns",
                "post_content",
                "context",
                "edit",
                "author",
                Long.toString(me),
                "per_page",
                "100",
                "_fields",
                FIELDS);
        for (JsonNode node : list) {
            StoredFile.of(node).filter(file -> file.item().equals(item)).ifPresent(file -> found.put(file.id(), file));
        }
        return new ArrayList<>(found.values());
    }

    /**
     * Sends a file.
     *
     * @param number which of the item's files it is, for the log
     * @param post the post that it belongs to
     */
    StoredFile upload(AttachmentContent file, int number, RemotePost post) {
        Multipart form = new Multipart()
                .field("title", Escaped.line(file.name()))
                .field("description", StoredFile.description(item, file))
                .field("post", Long.toString(post.id()))
                .field("comment_status", "closed")
                .field("ping_status", "closed")
                .file("file", UploadName.of(item, file, number), file);
        Ask ask;
        try {
            ask = form.ask(rest.at("file-" + number, ROUTE, "_fields", FIELDS), item, file.bytes());
        } catch (IOException e) {
            throw new TargetUnavailable(
                    "WordPress: the attachment " + number + " of " + item + " cannot be read (" + e.getMessage()
                            + "); see to the attachment store",
                    null,
                    e);
        }
        return StoredFile.of(rest.send(ask))
                .orElseThrow(() -> new TargetAmbiguous(
                        "WordPress: the attachment " + number + " of " + item
                                + " came back without its description; the next try looks at what is there",
                        null));
    }

    /** Deletes several at the same time. They are sent one by one, because WordPress gives one name to two that come at once. */
    void delete(List<StoredFile> files) {
        rest.deleteAll("delete-file", files.stream().map(StoredFile::route).toList());
    }
}
