package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.AttachmentContent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in the site's media library. Immutable.
 *
 * @param id its number
 * @param address where the public finds it
 * @param sizes where the public finds the smaller pictures that WordPress made of it
 * @param item the item that it belongs to, as its description says
 * @param sha256 the hash of the bytes that were sent, as its description says
 */
record StoredFile(long id, URI address, List<URI> sizes, String item, String sha256) {

    private static final Pattern DESCRIBED = Pattern.compile("<!-- prakat-file:([0-9a-z-]{4,40}):([0-9a-f]{64}) -->");

    /** What the description of a file begins with. */
    static String head(String item) {
        return "prakat-file:" + item + ":";
    }

    static String description(String item, AttachmentContent file) {
        return "<!-- " + head(item) + file.sha256() + " -->";
    }

    /** A file of ours, or empty when the description does not say so. */
    static Optional<StoredFile> of(JsonNode node) {
        Matcher matcher = DESCRIBED.matcher(node.at("/description/raw").asText());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String address = node.path("source_url").asText();
        List<URI> sizes = new ArrayList<>();
        node.at("/media_details/sizes").forEach(size -> {
            String other = size.path("source_url").asText();
            if (!other.isEmpty() && !other.equals(address)) {
                sizes.add(Endpoints.ascii(other));
            }
        });
        return Optional.of(new StoredFile(
                node.path("id").asLong(), Endpoints.ascii(address), sizes, matcher.group(1), matcher.group(2)));
    }

    String route() {
        return "wp/v2/media/" + id;
    }
}
