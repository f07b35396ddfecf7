package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.Artefact.Kind;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation.Answer;
import dev.prakat.spi.ObserveRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what an answer to a stranger means. What is not surely gone is not said to be: a refusal, a fault, a page of another make
 * are unknown. Stateless but for the site that it knows.
 */
final class Judge {

    /** What WordPress says of a post that the public may not read, and of one that is not there. */
    private static final Set<String> NOT_PUBLIC = Set.of("rest_forbidden", "rest_post_invalid_id");

    private final WordPressSite site;

    Judge(WordPressSite site) {
        this.site = site;
    }

    /**
     * Judges.
     *
     * @param page the item's own page, when it was asked for too; a list that leads there names the item
     */
    Sighting of(ObserveRequest.Address asked, Reply reply, @Nullable URI page) {
        String seen = "GET " + reply.status();
        if (reply.header("Content-Encoding")
                .filter(how -> !how.equals("identity"))
                .isPresent()) {
            return Sighting.unknown(seen + " in an encoding that was not asked for");
        }
        if (!reply.body().isWhole() && asked.kind() != Kind.ATTACHMENT) {
            return Sighting.unknown(seen + ", longer than anybody reads");
        }
        if (reply.status() >= 300 && reply.status() < 400) {
            return redirected(asked, reply, seen);
        }
        return switch (asked.kind()) {
            case PAGE -> page(asked, reply, seen);
            case ALTERNATIVE -> rest(asked, reply, seen);
            case ATTACHMENT -> file(asked, reply, seen);
            case LISTING, FEED -> list(asked, reply, page, seen);
        };
    }

    private Sighting redirected(ObserveRequest.Address asked, Reply reply, String seen) {
        URI to = reply.header("Location")
                .flatMap(location -> resolved(asked.address(), location))
                .orElse(null);
        boolean guessed = to != null && reply.status() == 301 && Endpoints.sameOrigin(site.address(), to);
        String words = seen + (guessed ? " (GUESS_REDIRECT: WordPress leads to another page)" : "");
        return new Sighting(Answer.UNKNOWN, null, null, to, false, words);
    }

    private static Optional<URI> resolved(URI address, String location) {
        try {
            return Optional.of(address.resolve(Endpoints.ascii(location)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a server may send anything
        }
    }

    private static Sighting page(ObserveRequest.Address asked, Reply reply, String seen) {
        Marker marker = marker(asked, reply.body().text());
        String hash = reply.body().sha256();
        boolean shown = marker != null && marker.state() != Marker.State.GONE;
        if (reply.status() == 404 || reply.status() == 410) {
            return shown
                    ? new Sighting(Answer.UNKNOWN, marker, hash, null, false, seen + " above the item itself")
                    : new Sighting(Answer.ABSENT, marker, hash, null, false, seen);
        }
        if (reply.status() != 200) {
            return Sighting.unknown(seen);
        }
        if (shown) {
            return Sighting.present(marker, hash, seen);
        }
        return marker == null
                ? Sighting.unknown(seen + " without a mark of ours")
                : new Sighting(Answer.ABSENT, marker, hash, null, true, seen + " with the notice");
    }

    /** The REST interface: its refusal in its own words is as good as a page that is not found. */
    private static Sighting rest(ObserveRequest.Address asked, Reply reply, String seen) {
        Optional<JsonNode> json = reply.json();
        if (json.isEmpty() || reply.status() == 200 || reply.status() == 410) {
            return page(asked, reply, seen);
        }
        boolean said = NOT_PUBLIC.contains(reply.code()) && (reply.status() == 401 || reply.status() == 404);
        return said ? Sighting.absent(seen + " " + reply.code()) : Sighting.unknown(seen + " " + reply.code());
    }

    private static Sighting file(ObserveRequest.Address asked, Reply reply, String seen) {
        String hash = reply.body().sha256();
        boolean same = asked.sha256() == null ? reply.status() == 200 : hash.equals(asked.sha256());
        return switch (reply.status()) {
            case 200 ->
                same
                        ? Sighting.present(null, hash, seen)
                        : new Sighting(Answer.UNKNOWN, null, hash, null, false, seen + " with other bytes");
            case 404, 410 ->
                same
                        ? new Sighting(Answer.UNKNOWN, null, hash, null, false, seen + " above the file itself")
                        : Sighting.absent(seen);
            default -> Sighting.unknown(seen);
        };
    }

    private Sighting list(ObserveRequest.Address asked, Reply reply, @Nullable URI page, String seen) {
        String text = reply.body().text();
        if (reply.status() == 404 && isOurs(reply)) {
            return Sighting.absent(seen + " by WordPress itself");
        }
        if (reply.status() != 200) {
            return Sighting.unknown(seen);
        }
        if (!isOurs(reply)) {
            return Sighting.unknown(seen + " of another make");
        }
        Marker marker = marker(asked, text);
        if (copies(reply) > 1) {
            // One of them is not ours: no revision that was approved is shown by both.
            Marker copy = new Marker(asked.item(), Marker.State.PRESENT, Hashes.sha256(text));
            return Sighting.present(
                    copy, null, seen + " with " + copies(reply) + " posts (DUPLICATE: somebody copied it)");
        }
        boolean named = marker != null ? marker.state() != Marker.State.GONE : leadsTo(text, asked.item(), page);
        return named ? Sighting.present(marker, null, seen) : Sighting.absent(seen + ", not named");
    }

    /** How many posts the site's own search for the mark finds; a list of another kind has none. */
    private static int copies(Reply reply) {
        return isJson(reply)
                ? reply.json().filter(JsonNode::isArray).map(JsonNode::size).orElse(0)
                : 0;
    }

    private static boolean isJson(Reply reply) {
        return reply.header("Content-Type").orElse("").startsWith("application/json");
    }

    private static @Nullable Marker marker(ObserveRequest.Address asked, String text) {
        // JSON writes a slash as \/, which no mark has.
        return Mark.find(text, asked.item()).map(Mark::marker).orElse(null);
    }

    private static boolean leadsTo(String text, String item, @Nullable URI page) {
        if (page != null && page.getRawQuery() != null) {
            String query = Pattern.quote(page.getRawQuery());
            return Pattern.compile(query + "(?![0-9])").matcher(text).find();
        }
        return Pattern.compile("(?<![0-9a-z-])" + Pattern.quote(item) + "(?![0-9a-z-])")
                .matcher(text)
                .find();
    }

    /** Whether an answer is WordPress's own, of this site: its head, its feeds, its sitemap, its JSON say so. */
    private boolean isOurs(Reply reply) {
        if (reply.headers().allValues("Link").stream().anyMatch(link -> link.contains("https://api.w.org/"))) {
            return true;
        }
        String text = reply.body().text();
        if (isJson(reply)) {
            return reply.json().filter(JsonNode::isArray).isPresent();
        }
        if (reply.header("Content-Type").orElse("").contains("xml")) {
            return text.contains(site.address().toString())
                    && (text.contains("</urlset>") || text.contains("</rss>") || text.contains("</feed>"));
        }
        return text.contains("</html>")
                && (text.contains(site.address() + "wp-content/") || text.contains(site.address() + "wp-json/"));
    }
}
