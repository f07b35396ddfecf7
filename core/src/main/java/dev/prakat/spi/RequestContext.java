package dev.prakat.spi;

/**
 * Where a command came from, as the traffic log must record it. Immutable. An element that does not exist for this call
 * carries a code that begins with {@code na:}, never silence.
 *
 * @param clientAddress the address that the host's server saw, or a code
 * @param forwardedFor the {@code X-Forwarded-For} header as received, or a code
 * @param sessionHash a hash of the session's key, never the key, or a code
 * @param authentication how the person was authenticated ({@code password+otp}, {@code thaid}, {@code os-user}), or a code
 *     Source: S001-R30
 */
public record RequestContext(String clientAddress, String forwardedFor, String sessionHash, String authentication) {

    private static final String LOCAL = "na:local";

    /**
     * A command typed on the machine itself: there is no client, no proxy and no session.
     *
     * @return a context of codes
     */
    public static RequestContext local() {
        return new RequestContext(LOCAL, LOCAL, LOCAL, "os-user");
    }

    /**
     * A step that the system takes by itself, such as a sweep.
     *
     * @return a context of codes
     */
    public static RequestContext system() {
        return new RequestContext("na:system", "na:system", "na:system", "na:system");
    }
}
