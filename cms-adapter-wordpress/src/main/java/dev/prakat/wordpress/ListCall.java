package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The look-ups of several items as one list, of which each gets what it would have got alone: by slugs or numbers, of which
 * WordPress takes many at once, or by marks, which begin alike when the items were made on the same day. A list that is not whole for
 * sure answers nobody, and each looks by itself. Runs once.
 */
final class ListCall implements Runnable {

    /** Fewer cost as much together. */
    static final int WORTH_WHILE = 3;

    /** The most that WordPress gives at once. */
    static final int A_PAGE = 100;

    /** So many look-ups by themselves take about as long as a page of a hundred posts with their texts. */
    private static final int LOOKS_A_PAGE = 5;
    /** Some web servers refuse an address of 8 KB, and what stands in front of them a shorter one. */
    private static final int LONGEST = 3_000;

    private static final Set<String> ROUTES = Set.of("wp/v2/posts", "wp/v2/media");
    private static final String SEARCH = "search";
    private static final List<String> KEYS = List.of("slug", SEARCH, "include");
    /** The day in an item's key, as in {@code 261122-}. */
    private static final int DAY = 7;

    private final List<Errand> errands;
    private final String key;
    private final Endpoints endpoints;
    private final Account account;
    private final Consumer<Errand> alone;

    /**
     * @param errands those that are alike
     * @param alone sends one by itself
     */
    ListCall(List<Errand> errands, Endpoints endpoints, Account account, Consumer<Errand> alone) {
        this.errands = errands;
        this.key = key(errands.get(0).told()).orElseThrow();
        this.endpoints = endpoints;
        this.account = account;
        this.alone = alone;
    }

    static boolean isPossible(Errand errand) {
        Told told = errand.ask().told();
        return told != null
                && !errand.asStranger()
                && told.method().equals("GET")
                && ROUTES.contains(told.route())
                && key(told).isPresent();
    }

    private static Optional<String> key(Told told) {
        return KEYS.stream().filter(told.query()::containsKey).findFirst();
    }

    private static String value(Errand errand, String key) {
        return String.valueOf(errand.told().query().get(key));
    }

    /** Divides look-ups into those that one list can answer. */
    static List<List<Errand>> alike(List<Errand> looks) {
        Map<String, List<Errand>> alike = new LinkedHashMap<>();
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (Errand look : looks) {
            String key = key(look.told()).orElseThrow();
            String value = value(look, key);
            Map<String, String> rest = new LinkedHashMap<>(look.told().query());
            rest.put(key, key.equals(SEARCH) ? day(value) : "");
            String kind = look.told().route() + rest;
            int length = lengths.merge(
                    kind,
                    key.equals(SEARCH) ? 0 : Endpoints.encoded(value + ",").length(),
                    Integer::sum);
            alike.computeIfAbsent(kind + length / LONGEST, first -> new ArrayList<>())
                    .add(look);
        }
        return List.copyOf(alike.values());
    }

    /** What the marks of all items of one day begin with. */
    static String day(String head) {
        int item = head.lastIndexOf(':', head.length() - 2) + 1;
        return head.substring(0, Math.min(head.length(), item + DAY));
    }

    @Override
    public void run() {
        Calls calls = errands.get(0).calls();
        Answer first = page(calls, 1);
        Reply reply = first.reply();
        List<JsonNode> found = reply != null && reply.isOk() ? whole(calls, reply) : null;
        errands.forEach(errand -> errand.recorded(calls.records()));
        if (reply != null && found != null) {
            errands.forEach(errand -> errand.settle(Answer.of(reply.saying(part(found, errand)))));
        } else if (reply == null || (!reply.isOk() && !Failure.of(reply).isRefusal())) {
            errands.forEach(errand -> errand.settle(first));
        } else {
            errands.forEach(alone);
        }
    }

    /** Everything that there is, or null when that is too much, or something changed meanwhile. */
    private @Nullable List<JsonNode> whole(Calls calls, Reply first) {
        Map<Long, JsonNode> found = new LinkedHashMap<>();
        int total = total(first);
        int pages = pagesOf(total);
        if (total < 0 || !add(found, first) || pages > pages(errands.size())) {
            return null;
        }
        for (int number = 2; number <= pages; number++) {
            Reply next = page(calls, number).reply();
            if (next == null || !next.isOk() || !add(found, next)) {
                return null;
            }
        }
        return found.size() == total ? List.copyOf(found.values()) : null;
    }

    /** How many there are, as the first page says; -1 when it does not. */
    static int total(Reply first) {
        return first.header("X-WP-Total")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(-1);
    }

    static int pagesOf(int total) {
        return (total + A_PAGE - 1) / A_PAGE;
    }

    /** How many pages are worth reading in the place of so many look-ups. */
    static int pages(int looks) {
        return 1 + looks / LOOKS_A_PAGE;
    }

    private static boolean add(Map<Long, JsonNode> found, Reply page) {
        Optional<JsonNode> list = page.json().filter(JsonNode::isArray);
        list.ifPresent(nodes -> nodes.forEach(node -> found.put(node.path("id").asLong(), node)));
        return list.isPresent();
    }

    private Answer page(Calls calls, int number) {
        Told one = errands.get(0).told();
        Map<String, String> query = new LinkedHashMap<>(one.query());
        query.put(key, together());
        query.put("orderby", "id");
        query.put("order", "asc");
        query.put("per_page", Integer.toString(A_PAGE));
        query.put("page", Integer.toString(number));
        Ask ask = new Told(one.method(), one.route(), query, null)
                .ask(endpoints, Errand.itemsOf(errands), errands.get(0).ask().why());
        return Answer.of(() -> calls.send(ask, account.authorization()));
    }

    /** All slugs or numbers, or what all marks begin with. */
    private String together() {
        List<String> values = errands.stream().map(errand -> value(errand, key)).toList();
        if (!key.equals(SEARCH)) {
            return String.join(",", values);
        }
        return common(values);
    }

    /** What all of them begin with. */
    static String common(List<String> values) {
        String common = values.get(0);
        for (String value : values) {
            int same = 0;
            while (same < Math.min(common.length(), value.length()) && common.charAt(same) == value.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        return common;
    }

    /** What one of them would have found alone. */
    private JsonNode part(List<JsonNode> found, Errand errand) {
        String value = value(errand, key);
        Set<String> wanted = new HashSet<>(Arrays.asList(value.split(",", -1)));
        ArrayNode part = JsonNodeFactory.instance.arrayNode();
        for (JsonNode node : found) {
            boolean is = switch (key) {
                case "slug" -> wanted.contains(node.path("slug").asText());
                case "include" -> wanted.contains(node.path("id").asText());
                default -> node.toString().contains(value);
            };
            if (is) {
                part.add(node);
            }
        }
        return part;
    }
}
