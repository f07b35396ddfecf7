package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.prakat.spi.Artefact.Kind;
import dev.prakat.spi.ObserveRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the lists of the REST interface say to a stranger of several items at once: which of their numbers are public, and which posts
 * bear their marks. Each list is asked for once, by whoever needs it first, under an address that no cache has seen. One that is
 * not whole for sure, came from a cache all the same, or has a post in it that nobody can place says nothing, and each item is asked
 * for by itself. Serves one observe call; thread-safe.
 */
final class Lists {

    /** Fewer cost as much together. */
    private static final int WORTH_WHILE = 3;

    private static final int NUMBERS_A_LIST = 100;
    private static final Pattern POST = Pattern.compile("(.*wp(?:/|%2F)v2(?:/|%2F)posts)(?:/|%2F)([0-9]{1,18})");

    private final Map<ObserveRequest.Address, OneList> numbered = new HashMap<>();
    private final Map<ObserveRequest.Address, OneList> marked = new HashMap<>();

    Lists(Looks looks, Collection<ObserveRequest.Address> asked) {
        Map<String, Set<ObserveRequest.Address>> posts = new LinkedHashMap<>();
        Map<String, Set<ObserveRequest.Address>> searches = new LinkedHashMap<>();
        for (ObserveRequest.Address one : asked) {
            Matcher post = POST.matcher(one.address().toString());
            if (one.kind() == Kind.ALTERNATIVE && post.matches()) {
                posts.computeIfAbsent(post.group(1), first -> new LinkedHashSet<>())
                        .add(one);
            } else if (isSearch(one)) {
                String head = Mark.presentHead(one.item());
                String kind = one.address().toString().replace(Endpoints.encoded(head), "") + " "
                        + ListCall.day(Mark.head(one.item()));
                searches.computeIfAbsent(kind, first -> new LinkedHashSet<>()).add(one);
            }
        }
        posts.forEach((route, those) -> numbers(looks, route, List.copyOf(those)));
        searches.values().forEach(those -> marks(looks, List.copyOf(those)));
    }

    /** Whether it is the site's search for an item's own mark, which nobody but us ever asks. */
    static boolean isSearch(ObserveRequest.Address one) {
        return one.kind() == Kind.LISTING
                && one.address().toString().contains("search=" + Endpoints.encoded(Mark.presentHead(one.item())) + "&");
    }

    private void numbers(Looks looks, String route, List<ObserveRequest.Address> all) {
        for (int from = 0; from < all.size(); from += NUMBERS_A_LIST) {
            List<ObserveRequest.Address> some = all.subList(from, Math.min(all.size(), from + NUMBERS_A_LIST));
            if (some.size() >= WORTH_WHILE) {
                String numbers = String.join(
                        ",",
                        some.stream().map(one -> Long.toString(number(one))).toList());
                String address = route + (route.contains("?") ? "&" : "?") + "include=" + numbers + "&_fields=id";
                OneList list = new OneList(looks, address, 1);
                some.forEach(one -> numbered.put(one, list));
            }
        }
    }

    private void marks(Looks looks, List<ObserveRequest.Address> all) {
        if (all.size() < WORTH_WHILE) {
            return;
        }
        List<String> heads =
                all.stream().map(one -> Mark.presentHead(one.item())).toList();
        String common = ListCall.common(heads);
        String address =
                all.get(0).address().toString().replace(Endpoints.encoded(heads.get(0)), Endpoints.encoded(common));
        OneList list = new OneList(looks, address, ListCall.pages(all.size()));
        all.forEach(one -> marked.put(one, list));
    }

    private static long number(ObserveRequest.Address one) {
        Matcher post = POST.matcher(one.address().toString());
        return post.matches() ? Long.parseLong(post.group(2)) : 0;
    }

    /** Whether a post's number is surely not among those that strangers may read. */
    boolean omits(ObserveRequest.Address asked) {
        OneList list = numbered.get(asked);
        return list != null
                && list.nodes()
                        .filter(nodes ->
                                nodes.stream().noneMatch(node -> node.path("id").asLong() == number(asked)))
                        .isPresent();
    }

    /** What the search for an item's mark finds now; empty when nobody can say. */
    Optional<Reply> found(ObserveRequest.Address asked) {
        OneList list = marked.get(asked);
        return list == null ? Optional.empty() : list.nodes().flatMap(nodes -> part(list, nodes, asked.item()));
    }

    /** A post that bears none of the marks is one whose content strangers do not get, so that it may be anybody's. */
    private Optional<Reply> part(OneList list, List<JsonNode> nodes, String item) {
        ArrayNode own = JsonNodeFactory.instance.arrayNode();
        for (JsonNode node : nodes) {
            if (Mark.all(node.path("content").path("rendered").asText()).isEmpty()) {
                return Optional.empty();
            }
            if (node.toString().contains(Mark.presentHead(item))) {
                own.add(node);
            }
        }
        return list.head().map(head -> head.saying(own));
    }
}
