package dev.prakat.testkit;

import static dev.prakat.spi.Observation.Answer.ABSENT;
import static dev.prakat.spi.Observation.Answer.PRESENT;
import static dev.prakat.spi.Observation.Answer.UNKNOWN;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.TakeDownKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * How a website, or what stands in front of it, can answer after a take-down so that a look means nothing, or so that the item
 * is still there. Each has been met in the wild. While one is on, no honest observer may let the take-down count as done.
 */
public enum HostileBehaviour {
    /** "Page not found", friendly and with status 200, by somebody who never heard of us. */
    STRANGERS_SOFT_404(Reach.OWN, EnumSet.of(UNKNOWN), v -> HostilePages.friendly()),
    /** The same page for every address, filled by a script: a portal rebuilt as one application. */
    SINGLE_PAGE_APPLICATION(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> HostilePages.application()),
    /** Status 404, and a page that repeats the mark of what was asked for. */
    NOT_FOUND_QUOTES_THE_MARK(Reach.PAGE, EnumSet.of(PRESENT, UNKNOWN), HostilePages::quoting),
    /** Status 404, and the whole item below it: an error page that a cache filled with the old one. */
    NOT_FOUND_WITH_THE_OLD_BODY(
            Reach.OWN, EnumSet.of(PRESENT, UNKNOWN), v -> v.before().withStatus(404)),
    /** Status 410, and the whole item below it: a server rule sets the status and the file was never replaced. */
    GONE_WITH_THE_OLD_BODY(
            Reach.OWN, EnumSet.of(PRESENT, UNKNOWN), v -> v.before().withStatus(410)),
    /** The right page with status 404: a template that no rule of the server matches. */
    RIGHT_PAGE_WITH_STATUS_404(
            Reach.OWN, EnumSet.allOf(Observation.Answer.class), v -> v.honest().withStatus(404)),
    /** A cache still has the old copy. Wagtail, GOV.UK and nginx-helper#170 know it: the wrong address was purged. */
    CACHED_COPY(
            Reach.OWN,
            EnumSet.of(PRESENT),
            v -> v.before().with("Age", "3600").with("X-Cache", "HIT").with("Cache-Control", "public, max-age=86400")),
    /** A cache gives the old copy once more and fetches the new one meanwhile. */
    STALE_WHILE_REVALIDATE(
            Reach.OWN,
            EnumSet.of(PRESENT),
            v -> v.number() > 1
                    ? v.honest()
                    : v.before().with("Age", "61").with("Cache-Control", "max-age=60, stale-while-revalidate=600")),
    /** A cache has the old copy, but lets through whoever adds something to the address. */
    CACHE_THAT_A_QUERY_GETS_ROUND(
            Reach.OWN,
            EnumSet.of(PRESENT),
            v -> v.fresh() ? v.honest() : v.before().with("X-Cache", "HIT")),
    /** A cache remembers that the page was missing, and the server behind it shows the item. */
    CACHED_ABSENCE(
            Reach.OWN,
            EnumSet.of(PRESENT),
            v -> v.fresh() ? v.before() : v.honest().with("X-Cache", "HIT")),
    /** One of two servers behind a balancer was not told; every second look meets it. */
    ONE_OF_TWO_SERVERS_IS_OLD(Reach.OWN, EnumSet.of(PRESENT), v -> v.number() % 2 == 0 ? v.before() : v.honest()),
    /** Whatever is missing leads to the home page. */
    REDIRECT_HOME(Reach.OWN, EnumSet.of(UNKNOWN), v -> HostilePages.redirect(302, "/")),
    /** Whatever is missing leads to the search page. */
    REDIRECT_TO_SEARCH(Reach.OWN, EnumSet.of(UNKNOWN), v -> HostilePages.redirect(302, "/search?q=" + v.item())),
    /** The server guesses which page was meant, as WordPress does, and leads to another item. */
    REDIRECT_TO_A_GUESS(
            Reach.OWN, EnumSet.of(UNKNOWN), v -> HostilePages.redirect(301, "/d/" + HostilePages.ANOTHER + "/")),
    /** The item was moved to an address that nobody captured, and is alive there. */
    MOVED_AND_STILL_ALIVE(Reach.OWN, EnumSet.of(UNKNOWN), v -> HostilePages.redirect(308, "/archive/" + v.item())),
    /** A redirect that says nowhere. */
    REDIRECT_WITHOUT_ADDRESS(Reach.OWN, EnumSet.of(UNKNOWN), v -> HostilePages.refusal(302, "Found")),
    /** A form to log in, with status 200: the intranet's gateway. */
    LOGIN_PAGE(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> HostilePages.login()),
    /** A redirect to the form to log in. */
    REDIRECT_TO_LOGIN(
            Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> HostilePages.redirect(302, "/wp-login.php?redirect_to=x")),
    /** A password is asked for. */
    UNAUTHORIZED(
            Reach.EVERYTHING,
            EnumSet.of(UNKNOWN),
            v -> HostilePages.refusal(401, "Unauthorized").with("WWW-Authenticate", "Basic realm=\"staging\"")),
    /** A firewall turns robots away. */
    FORBIDDEN_TO_ROBOTS(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> HostilePages.refusal(403, "Forbidden")),
    /** A firewall tells robots that nothing exists, not even the home page; or the folder is not mounted. */
    NOTHING_IS_FOUND(Reach.EVERYTHING, EnumSet.of(ABSENT, UNKNOWN), v -> HostilePages.refusal(404, "Not Found")),
    /** We ask too often. */
    TOO_MANY_REQUESTS(
            Reach.EVERYTHING,
            EnumSet.of(UNKNOWN),
            v -> HostilePages.refusal(429, "Too Many Requests").with("Retry-After", "120")),
    /** A court had the page blocked for some, which says nothing of the rest. */
    BLOCKED_FOR_LEGAL_REASONS(
            Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> HostilePages.refusal(451, "Unavailable For Legal Reasons")),
    /** The program behind the website fails. */
    SERVER_ERROR(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> HostilePages.refusal(500, "Internal Server Error")),
    /** The balancer does not reach the server. */
    BAD_GATEWAY(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> HostilePages.refusal(502, "Bad Gateway")),
    /** A page that says that work is in hand. */
    MAINTENANCE(
            Reach.EVERYTHING,
            EnumSet.of(UNKNOWN),
            v -> HostilePages.refusal(503, "ปิดปรับปรุงระบบ").with("Retry-After", "3600")),
    /** The right answer, but not within anybody's patience. */
    SILENCE(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> v.honest().damaged(WebAnswer.Fault.SILENT)),
    /** The head says "not found" and the body never ends. */
    SLOW_BODY(
            Reach.EVERYTHING,
            EnumSet.of(UNKNOWN),
            v -> HostilePages.refusal(404, "Not Found").damaged(WebAnswer.Fault.SLOW)),
    /** The body ends before its time, before the place where the item was named. */
    CUT_BODY(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> v.honest().damaged(WebAnswer.Fault.CUT)),
    /** Status 200 and nothing: a page that a failed template left. */
    EMPTY_PAGE(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> WebAnswer.html(200, "")),
    /** Status 204. */
    NO_CONTENT(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> WebAnswer.html(204, "")),
    /** Status 206 and a part that nobody asked for. */
    PARTIAL_CONTENT(
            Reach.EVERYTHING,
            EnumSet.of(PRESENT, UNKNOWN),
            v -> WebAnswer.html(206, "<html>").with("Content-Range", "bytes 0-5/9000")),
    /** Status 304 to somebody who has no copy. */
    NOT_MODIFIED(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> WebAnswer.html(304, "")),
    /** Another item's page, of the same make: a clash of addresses. */
    MARK_OF_ANOTHER_ITEM(Reach.PAGE, EnumSet.of(UNKNOWN), HostilePages::ofAnotherItem),
    /** Another item's notice that it is gone. */
    NOTICE_OF_ANOTHER_ITEM(
            Reach.PAGE,
            EnumSet.of(UNKNOWN),
            v -> HostilePages.marked(200, new Marker(HostilePages.ANOTHER, Marker.State.GONE, null))),
    /** A backup was played back: an older revision is public. */
    MARK_OF_AN_OLDER_REVISION(Reach.PAGE, EnumSet.of(PRESENT), HostilePages::ofAnOlderRevision),
    /** The notice first, and the old page after it. */
    NOTICE_BEFORE_THE_OLD_PAGE(
            Reach.PAGE, EnumSet.of(PRESENT, UNKNOWN), v -> HostilePages.joined(v.honest(), v.before())),
    /** The old page first, and the notice after it. */
    NOTICE_AFTER_THE_OLD_PAGE(
            Reach.PAGE, EnumSet.of(PRESENT, UNKNOWN), v -> HostilePages.joined(v.before(), v.honest())),
    /** Our notice with a status that says "here it is": enough for a period that ended, not for personal data. */
    NOTICE_WITH_STATUS_200(
            Reach.PAGE, EnumSet.allOf(Observation.Answer.class), v -> v.honest().withStatus(200)),
    /** The old page, said to be a file to keep. */
    WRONG_CONTENT_TYPE(
            Reach.OWN, EnumSet.of(PRESENT, UNKNOWN), v -> v.before().with("Content-Type", "application/octet-stream")),
    /** Everything as it was, compressed although nobody said that he can read that. */
    COMPRESSED(Reach.EVERYTHING, EnumSet.of(PRESENT, UNKNOWN), v -> HostilePages.compressed(v.before())),
    /** The page went and its files stayed. GOV.UK whitehall#4237, italia/design-scuole#639, processwire-requests#247. */
    ATTACHMENT_ALIVE(Reach.ATTACHMENT, EnumSet.of(PRESENT), Visit::before),
    /** The file is still there, for whoever may log in. */
    ATTACHMENT_FORBIDDEN(Reach.ATTACHMENT, EnumSet.of(UNKNOWN), v -> HostilePages.refusal(403, "Forbidden")),
    /** The file is still there, made smaller by somebody on the way. */
    ATTACHMENT_RECODED(
            Reach.ATTACHMENT,
            EnumSet.of(PRESENT, UNKNOWN),
            v -> v.before().withText(v.before().text() + "\n% smaller")),
    /** The page went from one of its addresses and not from the others. */
    ALTERNATIVE_ALIVE(Reach.ALTERNATIVE, EnumSet.of(PRESENT), Visit::before),
    /** The list still names it. */
    LISTING_NAMES_IT(Reach.LISTING, EnumSet.of(PRESENT), Visit::before),
    /** The feed still names it, and every reader's program with it. */
    FEED_NAMES_IT(Reach.FEED, EnumSet.of(PRESENT), Visit::before),
    /** The list is of another make, so that nobody can tell whom it names. */
    LISTING_OF_A_STRANGER(Reach.LISTING, EnumSet.of(UNKNOWN), v -> HostilePages.friendly()),
    /** Nobody listens. */
    CONNECTION_REFUSED(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> WebAnswer.fault(WebAnswer.Fault.REFUSED)),
    /** The connection cannot be made safe, or speaks another protocol. */
    TLS_FAULT(Reach.EVERYTHING, EnumSet.of(UNKNOWN), v -> WebAnswer.fault(WebAnswer.Fault.GARBLED));

    /** Which addresses of the item a behaviour touches; the rest answer honestly. */
    enum Reach {
        OWN(EnumSet.of(Artefact.Kind.PAGE, Artefact.Kind.ALTERNATIVE, Artefact.Kind.ATTACHMENT)),
        PAGE(EnumSet.of(Artefact.Kind.PAGE, Artefact.Kind.ALTERNATIVE)),
        ALTERNATIVE(EnumSet.of(Artefact.Kind.ALTERNATIVE)),
        ATTACHMENT(EnumSet.of(Artefact.Kind.ATTACHMENT)),
        LISTING(EnumSet.of(Artefact.Kind.LISTING)),
        FEED(EnumSet.of(Artefact.Kind.FEED)),
        EVERYTHING(EnumSet.allOf(Artefact.Kind.class));

        private final Set<Artefact.Kind> kinds;

        Reach(Set<Artefact.Kind> kinds) {
            this.kinds = kinds;
        }
    }

    private final Reach reach;
    private final Set<Observation.Answer> allowed;
    private final Function<Visit, WebAnswer> answer;

    HostileBehaviour(Reach reach, Set<Observation.Answer> allowed, Function<Visit, WebAnswer> answer) {
        this.reach = reach;
        this.allowed = Collections.unmodifiableSet(allowed);
        this.answer = answer;
    }

    /**
     * Whether it touches what stands at such an address.
     *
     * @param kind what stood there when the item was public
     * @return false when the address answers honestly all the while
     */
    public boolean touches(Artefact.Kind kind) {
        return reach.kinds.contains(kind);
    }

    /**
     * What an honest observer may say of an address that it touches, after a take-down that leaves nothing readable.
     *
     * @return one answer or more
     */
    public Set<Observation.Answer> allowed() {
        return allowed;
    }

    /**
     * Whether a proof of such a take-down would be false while this is on: something is alive, or nobody can say.
     *
     * @param kind the kind of take-down
     * @return false where the behaviour touches nothing that this kind has to remove
     */
    public boolean forbidsProof(TakeDownKind kind) {
        return switch (this) {
            // Under a banner the files stay readable.
            case ATTACHMENT_ALIVE, ATTACHMENT_FORBIDDEN, ATTACHMENT_RECODED -> kind != TakeDownKind.WITHDRAWN;
            case NOTICE_WITH_STATUS_200 -> kind == TakeDownKind.VANISH;
            case RIGHT_PAGE_WITH_STATUS_404 -> kind == TakeDownKind.WITHDRAWN || kind == TakeDownKind.REDIRECT;
            default -> true;
        };
    }

    /**
     * Whether a proof that a new revision is public in the place of the old one would be false while this is on.
     *
     * @return false where whoever asks in the usual way gets the new revision, first if not alone
     */
    public boolean forbidsProofOfANewRevision() {
        return switch (this) {
            case CACHED_ABSENCE, ONE_OF_TWO_SERVERS_IS_OLD, NOTICE_BEFORE_THE_OLD_PAGE, NOTICE_WITH_STATUS_200 -> false;
            default -> true;
        };
    }

    WebAnswer answer(Visit visit) {
        return touches(visit.kind()) ? answer.apply(visit) : visit.honest();
    }
}
