package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A post as WordPress has it. Immutable.
 *
 * @param id its number
 * @param slug the last part of its address
 * @param status {@code publish}, {@code draft}, {@code trash}, …
 * @param link its public address, as WordPress says it
 * @param date when it says that it was published, UTC, without a zone
 * @param modified when it was last changed, UTC, without a zone
 * @param title the title as it was sent
 * @param content the content as it was sent
 * @param excerpt the summary as it was sent
 * @param categories the numbers of its categories
 * @param comments whether somebody may comment
 */
record RemotePost(
        long id,
        String slug,
        String status,
        URI link,
        String date,
        String modified,
        String title,
        String content,
        String excerpt,
        TreeSet<Long> categories,
        boolean comments) {

    static RemotePost of(JsonNode node) {
        TreeSet<Long> categories = new TreeSet<>();
        node.path("categories").forEach(category -> categories.add(category.asLong()));
        return new RemotePost(
                node.path("id").asLong(),
                node.path("slug").asText(),
                node.path("status").asText(),
                Endpoints.ascii(node.path("link").asText()),
                node.path("date_gmt").asText(),
                node.path("modified_gmt").asText(),
                node.at("/title/raw").asText(),
                node.at("/content/raw").asText(),
                node.at("/excerpt/raw").asText(),
                categories,
                node.path("comment_status").asText().equals("open")
                        || node.path("ping_status").asText().equals("open"));
    }

    boolean isPublic() {
        return status.equals("publish");
    }

    String route() {
        return "wp/v2/posts/" + id;
    }

    Optional<Mark> mark(String item) {
        return Mark.find(content, item);
    }

    /** Whether a person has changed what was put here; false when the post does not say what was put. */
    boolean isEdited(String item) {
        return mark(item)
                .map(Mark::sum)
                .filter(sum -> !sum.equals(Written.sum(title, Written.withoutBanner(Mark.without(content)), excerpt)))
                .isPresent();
    }
}
