package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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
 * @param adorned whether it has tags or a lead picture, which we give to none
 * @param watched whether our companion plugin knows whose it is; never where the plugin is not installed
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
        boolean comments,
        boolean adorned,
        boolean watched) {

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
                        || node.path("ping_status").asText().equals("open"),
                !node.path("tags").isEmpty() || node.path("featured_media").asLong() != 0,
                !node.at("/meta/_prakat_key").asText().isEmpty());
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

    /**
     * What a person has changed since it was put here, for people.
     *
     * @return empty when nothing was, or when the post does not say what was put
     */
    Optional<String> changed(String item) {
        Optional<Mark> mark = mark(item);
        if (mark.isEmpty()) {
            return isPublic() ? Optional.of("the mark at the end of the content is gone") : Optional.empty();
        }
        String sum = mark.get().sum();
        if (sum == null) {
            return Optional.empty();
        }
        List<String> changes = new ArrayList<>();
        String text = Written.textSum(title, Written.withoutBanner(Mark.without(content)), excerpt);
        if (!sum.startsWith(text)) {
            changes.add("title, content or summary");
        }
        if (!sum.endsWith(Written.labelSum(date, categories))) {
            changes.add("date or categories");
        }
        if (!slug.equals(item)) {
            changes.add("the address, now '" + slug + "'");
        }
        if (adorned) {
            changes.add("tags or a lead picture, which it had none of");
        }
        if (comments) {
            changes.add("comments, now open");
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of("changed by hand, last at " + modified + " UTC: " + String.join("; ", changes));
    }
}
