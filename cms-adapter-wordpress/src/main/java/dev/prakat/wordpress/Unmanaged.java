package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.Jsoup;

/** Lists what is public on a site without our mark, whoever wrote it. Serves one call of the target. */
final class Unmanaged {

    private static final int AT_ONCE = 100;

    private final Rest rest;

    Unmanaged(Rest rest) {
        this.rest = rest;
    }

    /** Posts and pages, what nobody has changed for longest first. */
    List<UnmanagedPost> list() {
        List<UnmanagedPost> found = new ArrayList<>();
        for (String route : List.of("wp/v2/posts", "wp/v2/pages")) {
            int number = 1;
            boolean more = true;
            while (more) {
                JsonNode page = page(route, number);
                page.forEach(node -> add(node, found));
                more = page.size() == AT_ONCE;
                number++;
            }
        }
        found.sort(Comparator.comparing(UnmanagedPost::changed)
                .thenComparing(post -> post.address().toString()));
        return found;
    }

    private JsonNode page(String route, int number) {
        return rest.page(
                "unmanaged",
                route,
                "status",
                "publish",
                "orderby",
                "id",
                "order",
                "asc",
                "per_page",
                Integer.toString(AT_ONCE),
                "page",
                Integer.toString(number),
                "_fields",
                "link,date_gmt,modified_gmt,title,content");
    }

    private static void add(JsonNode node, List<UnmanagedPost> found) {
        if (Mark.all(node.at("/content/rendered").asText()).isEmpty()) {
            found.add(new UnmanagedPost(
                    Endpoints.ascii(node.path("link").asText()),
                    Jsoup.parseBodyFragment(node.at("/title/rendered").asText()).text(),
                    instant(node.path("date_gmt").asText()),
                    instant(node.path("modified_gmt").asText())));
        }
    }

    /** WordPress writes UTC without saying so, and nothing sensible for some old imports. */
    private static Instant instant(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
