package dev.prakat.wordpress;

import dev.prakat.spi.Artefact.Kind;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Observation.Answer;
import dev.prakat.spi.ObserveRequest;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at addresses as a stranger does: without an account, without a way round a cache, following nothing. What would prove a
 * take-down is asked once more under an address that no cache has seen, and the more public of the two answers counts. Asks over
 * two connections at once, the pages before all others, and once only for what stands there for several items or is said of several
 * by one list. Serves one observe call: once the site does not answer at all, the rest is not tried.
 */
final class Observer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FOR_A_FILE = Duration.ofSeconds(60);
    private static final Pattern POST_NUMBER = Pattern.compile("/posts/([0-9]+)$");

    private static final Pattern SITEMAP_PART = Pattern.compile("wp-sitemap-posts-post-[0-9]+\\.xml");

    private final WordPressSite site;
    private final Looks looks;
    private final Lists lists;
    private final Judge judge;
    private final Map<String, URI> pages = new HashMap<>();
    /** By placement and address: another item may have the page now, and sees something else there. */
    private final Map<String, Sighting> pageSeen = new HashMap<>();

    private volatile @Nullable String silence;
    private @Nullable List<URI> sitemap;

    Observer(WordPressSite site, Looks looks, Lists lists) {
        this.site = site;
        this.looks = looks;
        this.lists = lists;
        this.judge = new Judge(site);
    }

    List<Observation> observe(ObserveRequest request) {
        List<ObserveRequest.Address> first = request.addresses().stream()
                .filter(asked -> asked.kind() == Kind.PAGE)
                .toList();
        first.forEach(asked -> pages.put(asked.placement(), asked.address()));
        List<Sighting> shown = TwoAtOnce.with(first, asked -> look(asked, asked.address()));
        for (int n = 0; n < first.size(); n++) {
            ObserveRequest.Address page = first.get(n);
            pageSeen.put(page.placement() + " " + page.address(), shown.get(n));
        }
        List<ObserveRequest.Address> all = request.addresses();
        List<Sighting> seen = TwoAtOnce.with(all, this::sighting);
        List<Observation> observations = new ArrayList<>();
        for (int n = 0; n < all.size(); n++) {
            observations.add(seen.get(n).of(all.get(n)));
        }
        return observations;
    }

    private Sighting sighting(ObserveRequest.Address asked) {
        Sighting page = asked.kind() == Kind.PAGE ? pageSeen.get(asked.placement() + " " + asked.address()) : null;
        return page == null ? look(asked, pages.get(asked.placement())) : page;
    }

    private Sighting look(ObserveRequest.Address asked, @Nullable URI page) {
        if (!Endpoints.sameOrigin(site.address(), asked.address())) {
            return Sighting.unknown("not an address of " + site.address());
        }
        if (Lists.isSearch(asked)) {
            return searched(asked, page);
        }
        Sighting plain = seen(asked, page, this::plain);
        if (plain.shows() > 2) {
            return withCache(plain, asked, page);
        }
        Sighting fresh = secondLook(plain, asked, page);
        Sighting most = fresh.shows() > plain.shows() ? fresh.saying(plain.seen() + "; afresh " + fresh.seen()) : plain;
        return asked.kind() == Kind.ALTERNATIVE ? elsewhere(asked, most, page) : most;
    }

    /**
     * The search for a mark says which copies there are now. Nobody but us asks it, and never twice under the same address, so that no
     * cache has an older answer.
     */
    private Sighting searched(ObserveRequest.Address asked, @Nullable URI page) {
        Optional<Reply> among = lists.found(asked);
        return among.map(reply -> inASearchForSeveral(judge.of(asked, reply, page)))
                .orElseGet(() -> seen(asked, page, this::afresh));
    }

    private static Sighting inASearchForSeveral(Sighting seen) {
        return seen.saying(seen.seen() + " in a search for several");
    }

    /** What no cache has seen; a number is looked for among several, unless a cache said that it is gone. */
    private Sighting secondLook(Sighting plain, ObserveRequest.Address asked, @Nullable URI page) {
        boolean gone = plain.answer() == Answer.ABSENT
                && !plain.soft()
                && !plain.seen().contains("HIT");
        return gone && lists.omits(asked)
                ? Sighting.absent("a list of several that does not name it")
                : seen(asked, page, this::afresh);
    }

    /** A page that is there for everybody who asks in the usual way, and gone behind the cache, is told apart: somebody must purge. */
    private Sighting withCache(Sighting plain, ObserveRequest.Address asked, @Nullable URI page) {
        boolean old = plain.answer() == Answer.PRESENT && plain.seen().contains("HIT");
        if (!old) {
            return plain;
        }
        Sighting fresh = seen(asked, page, this::afresh);
        return fresh.answer() == Answer.ABSENT
                ? plain.saying(plain.seen() + " (STALE_CACHE: afresh " + fresh.seen() + "; purge it there)")
                : plain;
    }

    /**
     * A post has its number as an address too, from which WordPress leads to the page as long as that is public, and the site's
     * sitemap names it. Both are asked when its REST address says that it is gone, and only then: a withdrawn item may stand in
     * the sitemap.
     */
    private Sighting elsewhere(ObserveRequest.Address asked, Sighting seen, @Nullable URI page) {
        Matcher number = POST_NUMBER.matcher(String.valueOf(asked.address()));
        if (seen.answer() != Answer.ABSENT || !number.find()) {
            return seen;
        }
        URI byNumber = site.address().resolve("?p=" + number.group(1));
        ObserveRequest.Address there =
                new ObserveRequest.Address(asked.placement(), asked.item(), byNumber, Kind.PAGE, null);
        Sighting other = seen(there, null, this::plain);
        if (other.shows() > seen.shows()) {
            return other.saying(seen.seen() + "; at " + byNumber + " " + other.seen());
        }
        Sighting shown = page == null ? null : pageSeen.get(asked.placement() + " " + page);
        if (shown != null && shown.answer() == Answer.PRESENT) {
            return seen; // another post has the page now, and the sitemap names it rightly
        }
        for (URI part : sitemap()) {
            ObserveRequest.Address list =
                    new ObserveRequest.Address(asked.placement(), asked.item(), part, Kind.LISTING, null);
            Sighting listed = seen(list, page, one -> looks.forAll(one.address(), PATIENCE));
            if (listed.answer() == Answer.PRESENT) {
                return listed.saying(seen.seen() + "; still in " + part);
            }
        }
        return seen;
    }

    /** The parts of WordPress's own sitemap that name posts; read once, by whoever comes first. A site without one has none. */
    private synchronized List<URI> sitemap() {
        if (sitemap == null) {
            List<URI> parts = new ArrayList<>();
            try {
                URI index = site.address().resolve("wp-sitemap.xml");
                Reply reply = looks.forAll(index, PATIENCE);
                Matcher part = SITEMAP_PART.matcher(reply.isOk() ? reply.body().text() : "");
                while (part.find()) {
                    parts.add(site.address().resolve(part.group()));
                }
            } catch (Unanswered e) {
                parts.clear(); // the addresses that were captured decide
            }
            sitemap = parts;
        }
        return sitemap;
    }

    /** How an address is asked for. */
    private interface Way {
        Reply ask(ObserveRequest.Address asked) throws Unanswered;
    }

    private Reply plain(ObserveRequest.Address asked) throws Unanswered {
        Duration patience = asked.kind() == Kind.ATTACHMENT ? FOR_A_FILE : PATIENCE;
        return looks.plain(asked.address(), asked.item(), patience);
    }

    private Reply afresh(ObserveRequest.Address asked) throws Unanswered {
        return looks.afresh(asked.address(), asked.item(), PATIENCE);
    }

    private Sighting seen(ObserveRequest.Address asked, @Nullable URI page, Way way) {
        if (silence != null) {
            return Sighting.unknown("GET not tried again after " + silence);
        }
        try {
            Reply reply = way.ask(asked);
            Sighting seen = judge.of(asked, reply, page);
            return Looks.isFromACache(reply) ? seen.saying(seen.seen() + " from a cache (HIT)") : seen;
        } catch (Unanswered e) {
            Throwable cause = e.getCause();
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof TimeoutException) {
                silence = cause.getClass().getSimpleName();
            }
            return Sighting.unknown("GET failed: " + e.getMessage());
        }
    }
}
