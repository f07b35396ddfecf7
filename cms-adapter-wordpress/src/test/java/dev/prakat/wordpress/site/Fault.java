package dev.prakat.wordpress.site;

/** What can befall a request between the adapter and a site. */
public enum Fault {

    /** Nothing: it is forwarded, and its answer comes back. */
    NONE(true),

    /** The connection is reset before the site hears of it. */
    RESET_BEFORE(false),

    /** The site carries it out, then the connection is reset: nobody hears the answer. */
    ANSWER_DROPPED(true),

    /** The site carries it out, and the gateway says 502. */
    BAD_GATEWAY_AFTER(true),

    /** The site is in maintenance: 503 with a page in HTML, nothing is carried out. */
    UNAVAILABLE_BEFORE(false),

    /** The site carries it out, and the connection ends in the middle of the answer. */
    HALF_ANSWER(true),

    /** The connection is reset; the site gets the request later, when the client has given it up already. */
    LATE(false),

    /** 429, nothing is carried out. */
    TOO_MANY(false);

    private final boolean reachesTheSite;

    Fault(boolean reachesTheSite) {
        this.reachesTheSite = reachesTheSite;
    }

    /** {@return whether the site carries the request out before the client knows that it failed} */
    public boolean reachesTheSite() {
        return reachesTheSite;
    }
}
