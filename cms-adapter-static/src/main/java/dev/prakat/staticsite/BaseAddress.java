package dev.prakat.staticsite;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.net.URI;

/** What may be the public address of a docroot. Stateless. */
final class BaseAddress {

    private BaseAddress() {}

    /**
     * The same address with a slash at its end.
     *
     * @throws PrakatException with {@link ProblemCode#CONFIGURATION} if a site cannot stand there
     */
    static URI of(URI given) {
        String scheme = given.getScheme();
        boolean web = "https".equals(scheme) || "http".equals(scheme);
        if (!web
                || given.getHost() == null
                || given.getUserInfo() != null
                || given.getQuery() != null
                || given.getFragment() != null) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "static site: found the base address " + given
                            + ", expected one like https://www.example.go.th/ without user, query or fragment");
        }
        String text = given.normalize().toString();
        return URI.create(text.endsWith("/") ? text : text + "/");
    }
}
