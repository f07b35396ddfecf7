package dev.prakat.wordpress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TargetException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the REST interface with the adapter's account, from two threads at the most. Serves one call of the target. Every address carries the name of the
 * step it belongs to, so that a line of the web server's access log can be told from the next and found in the traffic log.
 */
final class Rest {

    /** What every answer about a post is cut down to. */
    static final String POST_FIELDS = "id,slug,status,link,date_gmt,modified_gmt,title.raw,content.raw,excerpt.raw,"
            + "categories,tags,featured_media,comment_status,ping_status,meta._prakat_key";

    private static final String BEHIND_THE_LAST = "rest_post_invalid_page_number";
    private static final String COMPANION_FIELD = "_prakat_key";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Calls calls;
    private final Account account;
    private final Endpoints endpoints;
    private final @Nullable String subject;
    private volatile @Nullable Instant theirClock;

    Rest(Calls calls, Account account, Endpoints endpoints, @Nullable String subject) {
        this.calls = calls;
        this.account = account;
        this.endpoints = endpoints;
        this.subject = subject;
    }

    List<LogReceipt> records() {
        return calls.records();
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
        return json(Ask.get(endpoints.at(route, step(step, query)), subject, step), false);
    }

    /**
     * Reads a page of a list. WordPress refuses the page behind the last one, which a list of whole hundreds is asked for; it is
     * empty.
     *
     * @throws TargetException if there is no success with JSON
     */
    JsonNode page(String step, String route, String... query) {
        Ask ask = Ask.get(endpoints.at(route, step(step, query)), subject, step);
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
        return Ask.post(endpoints.at(route, step(step, query)), written(body), subject, step);
    }

    /** Sends what was built elsewhere, such as a file. */
    JsonNode send(Ask ask) {
        return json(ask, true);
    }

    URI at(String step, String route, String... query) {
        return endpoints.at(route, step(step, query));
    }

    /** Deletes for good; what is not there is fine. Travels as POST, because hosts block DELETE. */
    void delete(String step, String route) {
        Ask ask = Ask.post(
                endpoints.at(route, step(step, "force", "true", "_method", "DELETE", "_fields", "deleted")),
                "{}",
                subject,
                step);
        Reply reply = reply(ask, true);
        if (!reply.isOk() && Failure.of(reply) != Failure.GONE) {
            throw failure(ask, reply, true);
        }
    }

    /** Puts into the bin; what is there already is fine. A site without a bin deletes. */
    void trash(String step, String route) {
        String[] query = step(step, "_method", "DELETE", "_fields", "id,status");
        Ask ask = Ask.post(endpoints.at(route, query), "{}", subject, step);
        Reply reply = reply(ask, true);
        if (reply.code().equals("rest_trash_not_supported")) {
            delete(step, route);
        } else if (!reply.isOk() && Failure.of(reply) != Failure.GONE) {
            throw failure(ask, reply, true);
        }
    }

    /** Whether the site runs our companion plugin: the description of its posts then knows our fields. */
    boolean hasCompanion() {
        Ask ask = Ask.options(endpoints.at("wp/v2/posts", step("companion")), "companion");
        return reply(ask, false)
                .json()
                .map(node -> node.at("/schema/properties/meta/properties").has(COMPANION_FIELD))
                .orElse(false);
    }

    private static String[] step(String step, String... query) {
        String[] all = new String[query.length + 2];
        System.arraycopy(query, 0, all, 0, query.length);
        all[query.length] = "prakat";
        all[query.length + 1] = step;
        return all;
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
        try {
            Reply reply = calls.send(ask, account.authorization());
            theirClock = reply.date().orElse(theirClock);
            return reply;
        } catch (Unanswered e) {
            throw Failure.of(e).exception(what(ask) + ": found no answer, " + e.getMessage(), changes, null, e);
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

    private static String written(Map<String, ?> body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts could not be written as JSON", e);
        }
    }
}
