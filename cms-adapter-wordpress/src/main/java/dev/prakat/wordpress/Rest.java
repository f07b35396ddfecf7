package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TargetException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the REST interface with the adapter's account. Serves one item in one call of the target; one thread. Every address
 * carries the name of the step it belongs to, so that a line of the web server's access log can be told from the next and found in
 * the traffic log.
 */
final class Rest {

    /** What every answer about a post is cut down to. */
    static final String POST_FIELDS = "id,slug,status,link,date_gmt,modified_gmt,title.raw,content.raw,excerpt.raw,"
            + "categories,tags,featured_media,comment_status,ping_status,meta._prakat_key";

    private static final String BEHIND_THE_LAST = "rest_post_invalid_page_number";
    private static final String COMPANION_FIELD = "_prakat_key";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Line line;
    private final Endpoints endpoints;
    private final @Nullable String subject;
    private @Nullable Instant theirClock;

    Rest(Line line, Endpoints endpoints, @Nullable String subject) {
        this.line = line;
        this.endpoints = endpoints;
        this.subject = subject;
    }

    Rest(Calls calls, Account account, Endpoints endpoints, @Nullable String subject) {
        this(new OwnLine(calls, account), endpoints, subject);
    }

    List<LogReceipt> records() {
        return line.records();
    }

    /** What the website's own clock said last, or null before the first answer. */
    @Nullable
    Instant theirClock() {
        return theirClock;
    }

    /**
     * Reads.
     *
     * @throws TargetException if there is no success with JSON
     */
    JsonNode get(String step, String route, String... query) {
        return json(looking(step, route, query), false);
    }

    /** The request that {@link #get} would send. */
    Ask looking(String step, String route, String... query) {
        return Told.get(route, query).ask(endpoints, subject, step);
    }

    /**
     * Reads several at the same time.
     *
     * @return what there is, in the order given
     * @throws TargetException if one has no success with JSON
     */
    List<JsonNode> getAll(List<Ask> looks) {
        List<Answer> answers = line.send(looks);
        List<JsonNode> all = new ArrayList<>();
        for (int n = 0; n < looks.size(); n++) {
            Ask ask = looks.get(n);
            all.add(json(ask, reply(ask, answers.get(n), false), false));
        }
        return all;
    }

    /**
     * Reads a page of a list. WordPress refuses the page behind the last one, which a list of whole hundreds is asked for; it is
     * empty.
     *
     * @throws TargetException if there is no success with JSON
     */
    JsonNode page(String step, String route, String... query) {
        Ask ask = looking(step, route, query);
        Reply reply = reply(ask, false);
        return reply.code().equals(BEHIND_THE_LAST) ? MAPPER.createArrayNode() : json(ask, reply, false);
    }

    /**
     * Changes something.
     *
     * @throws TargetException if there is no success with JSON
     */
    JsonNode post(String step, String route, Map<String, ?> body, String... query) {
        return json(asking(step, route, body, query), true);
    }

    /** The request that {@link #post} would send. */
    Ask asking(String step, String route, Map<String, ?> body, String... query) {
        return Told.post(route, body, query).ask(endpoints, subject, step);
    }

    /** Sends what was built elsewhere, such as a file. */
    JsonNode send(Ask ask) {
        return json(ask, true);
    }

    URI at(String step, String route, String... query) {
        return looking(step, route, query).address();
    }

    /** Deletes for good; what is not there is fine. */
    void delete(String step, String route) {
        deleteAll(step, List.of(route));
    }

    /** Deletes several for good, whatever becomes of one of them; then throws what the first that failed would. */
    void deleteAll(String step, List<String> routes) {
        List<Ask> asks = routes.stream()
                .map(route -> Told.delete(route, "force", "true", "_fields", "deleted")
                        .ask(endpoints, subject, step))
                .toList();
        List<Answer> answers = asks.isEmpty() ? List.of() : line.send(asks);
        for (int n = 0; n < asks.size(); n++) {
            requireGone(asks.get(n), reply(asks.get(n), answers.get(n), true));
        }
    }

    /** Puts into the bin; what is there already is fine. A site without a bin deletes. */
    void trash(String step, String route) {
        Ask ask = Told.delete(route, "_fields", "id,status").ask(endpoints, subject, step);
        Reply reply = reply(ask, true);
        if (reply.code().equals("rest_trash_not_supported")) {
            delete(step, route);
        } else {
            requireGone(ask, reply);
        }
    }

    private static void requireGone(Ask ask, Reply reply) {
        if (!reply.isOk() && Failure.of(reply) != Failure.GONE) {
            throw failure(ask, reply, true);
        }
    }

    /** Whether the site runs our companion plugin: the description of its posts then knows our fields. */
    boolean hasCompanion() {
        return description("companion", "wp/v2/posts")
                .json()
                .map(node -> node.at("/schema/properties/meta/properties").has(COMPANION_FIELD))
                .orElse(false);
    }

    /** How a route describes itself, whatever it says. */
    Reply description(String step, String route) {
        return reply(Ask.options(endpoints.at(route, "prakat", step), subject, step), false);
    }

    private JsonNode json(Ask ask, boolean changes) {
        return json(ask, reply(ask, changes), changes);
    }

    private static JsonNode json(Ask ask, Reply reply, boolean changes) {
        if (!reply.isOk()) {
            throw failure(ask, reply, changes);
        }
        return reply.json()
                .orElseThrow(() -> Failure.AMBIGUOUS.exception(
                        what(ask) + ": found status " + reply.status()
                                + " and no JSON, expected the answer of WordPress",
                        changes,
                        reply,
                        null));
    }

    /** Sends with the account's password, and takes whatever is said. */
    Reply reply(Ask ask, boolean changes) {
        return reply(ask, line.send(List.of(ask)).get(0), changes);
    }

    private Reply reply(Ask ask, Answer answer, boolean changes) {
        try {
            Reply reply = answer.get();
            theirClock = reply.date().orElse(theirClock);
            return reply;
        } catch (Unanswered e) {
            throw Failure.of(e).exception(what(ask) + ": found no answer, " + e.getMessage(), changes, null, e);
        }
    }

    /** Asks as a stranger; empty when there is no answer. */
    Optional<Reply> asStranger(Ask ask) {
        try {
            return Optional.of(line.sendAsStranger(ask).get());
        } catch (Unanswered e) {
            return Optional.empty();
        }
    }

    static TargetException failure(Ask ask, Reply reply, boolean changes) {
        String said = reply.code().isEmpty() ? "" : " " + reply.code() + parameters(reply);
        return Failure.of(reply).exception(what(ask) + ": found " + reply.status() + said, changes, reply, null);
    }

    private static String parameters(Reply reply) {
        JsonNode params = reply.json().map(node -> node.at("/data/params")).orElse(MAPPER.nullNode());
        return params.isObject() && !params.isEmpty()
                ? " for " + params.fieldNames().next()
                : "";
    }

    private static String what(Ask ask) {
        return "WordPress " + ask.method() + " " + ask.address();
    }
}
