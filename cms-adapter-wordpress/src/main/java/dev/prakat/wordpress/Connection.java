package dev.prakat.wordpress;

import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TrafficRecorder;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was found out about a site at the first call: where its REST interface is, who we are there, and whether it answers
 * strangers. Immutable.
 *
 * @param endpoints the REST interface
 * @param me the number of our account
 * @param openToStrangers whether the REST interface answers without an account, as WordPress does unless a plugin forbids it
 */
record Connection(Endpoints endpoints, long me, boolean openToStrangers) {

    private static final Pattern REST_LINK = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"https://api\\.w\\.org/\"");

    /**
     * Finds a site's REST interface and logs in.
     *
     * @throws dev.prakat.spi.TargetException if it cannot be used now, or at all
     */
    static Connection open(WordPressSite site, HttpClient client, Account account, TrafficRecorder recorder) {
        Calls calls = new Calls(client, recorder);
        Endpoints endpoints = new Endpoints(root(site, calls));
        Rest rest = new Rest(calls, account, endpoints, null);
        if (site.companionPlugin() && !rest.hasCompanion()) {
            throw new TargetRefused(
                    "WordPress " + site.address()
                            + ": the settings say that our companion plugin is installed, found no sign"
                            + " of it. Put it into wp-content/mu-plugins (docs/how-to/wordpress-companion-plugin.md), or change the settings",
                    null);
        }
        long me = rest.get("me", "wp/v2/users/me", "context", "edit", "_fields", "id")
                .path("id")
                .asLong();
        URI look = rest.at("open", "wp/v2/posts", "per_page", "1", "_fields", "id");
        boolean open = stranger(calls, look).filter(Reply::isOk).isPresent();
        return new Connection(endpoints, me, open);
    }

    /** Where the site says that its REST interface is; where it usually is when it says nothing. */
    private static URI root(WordPressSite site, Calls calls) {
        Ask ask = Ask.get(site.address(), null, "discovery");
        try {
            Reply home = calls.send(ask, null);
            Optional<URI> said = said(home);
            if (said.isPresent()) {
                return sameSite(site, said.get());
            }
            for (String usual : new String[] {"wp-json/", "index.php?rest_route=/"}) {
                URI root = site.address().resolve(usual);
                boolean there = stranger(calls, root)
                        .flatMap(Reply::json)
                        .filter(index -> index.path("namespaces").toString().contains("\"wp/v2\""))
                        .isPresent();
                if (there) {
                    return root;
                }
            }
            if (home.status() >= 500 || home.status() == 429) {
                throw Rest.failure(ask, home, false);
            }
        } catch (Unanswered e) {
            throw Failure.of(e)
                    .exception("WordPress " + site.address() + ": found no answer, " + e.getMessage(), false, null, e);
        }
        throw new TargetRefused(
                "WordPress " + site.address() + ": found no REST interface (neither a link to it, nor wp-json/, nor "
                        + "index.php?rest_route=/), expected that of WordPress; see whether a plugin switches it off",
                null);
    }

    private static Optional<URI> said(Reply home) {
        return home.headers().allValues("Link").stream()
                .map(REST_LINK::matcher)
                .filter(Matcher::find)
                .map(matcher -> Endpoints.ascii(matcher.group(1)))
                .findFirst();
    }

    /** The password goes to the website that was configured, and nowhere else. */
    private static URI sameSite(WordPressSite site, URI root) {
        if (!Endpoints.sameOrigin(site.address(), root)) {
            throw new TargetRefused(
                    "WordPress " + site.address() + ": it says that its REST interface is at " + root
                            + ", which is another website; configure the address that the site calls its own",
                    null);
        }
        return root;
    }

    private static Optional<Reply> stranger(Calls calls, URI address) {
        try {
            return Optional.of(calls.send(Ask.get(address, null, "discovery"), null));
        } catch (Unanswered e) {
            return Optional.empty(); // as if it were not there; what must be there is asked again with the account
        }
    }
}
