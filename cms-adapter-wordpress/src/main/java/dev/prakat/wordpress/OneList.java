package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list of the REST interface as a stranger gets it now, to its end or not at all. Asked for once; thread-safe. */
final class OneList {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Looks looks;
    private final String address;
    private final int mostPages;
    private boolean asked;
    private @Nullable Reply head;
    private @Nullable List<JsonNode> nodes;

    /**
     * @param address with a query
     * @param mostPages a longer list is not read
     */
    OneList(Looks looks, String address, int mostPages) {
        this.looks = looks;
        this.address = address;
        this.mostPages = mostPages;
    }

    /** All that is in it; empty when it is not whole for sure. */
    synchronized Optional<List<JsonNode>> nodes() {
        if (!asked) {
            asked = true;
            try {
                nodes = read();
            } catch (Unanswered e) {
                nodes = null; // each is asked for by itself, and that says more
            }
        }
        return Optional.ofNullable(nodes);
    }

    /** The answer that the list began with. */
    synchronized Optional<Reply> head() {
        return Optional.ofNullable(head);
    }

    private @Nullable List<JsonNode> read() throws Unanswered {
        Map<Long, JsonNode> found = new LinkedHashMap<>();
        Reply first = page(1);
        head = first;
        int total = ListCall.total(first);
        int pages = ListCall.pagesOf(total);
        if (total < 0 || pages > mostPages || !isAdded(found, first)) {
            return null;
        }
        for (int number = 2; number <= pages; number++) {
            if (!isAdded(found, page(number))) {
                return null;
            }
        }
        return found.size() == total ? new ArrayList<>(found.values()) : null;
    }

    private Reply page(int number) throws Unanswered {
        String page = "&orderby=id&order=asc&per_page=" + ListCall.A_PAGE + "&page=" + number + "&prakat-look="
                + UUID.randomUUID();
        return looks.forAll(URI.create(address + page), PATIENCE);
    }

    private static boolean isAdded(Map<Long, JsonNode> found, Reply page) {
        Optional<JsonNode> list =
                page.json().filter(json -> page.status() == 200 && json.isArray() && !Looks.isFromACache(page));
        list.ifPresent(all -> all.forEach(node -> found.put(node.path("id").asLong(), node)));
        return list.isPresent();
    }
}
