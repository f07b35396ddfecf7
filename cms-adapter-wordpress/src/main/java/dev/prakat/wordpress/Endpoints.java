package dev.prakat.wordpress;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Builds addresses of the REST interface, with pretty permalinks ({@code /wp-json/}) and with plain ones ({@code
 * /index.php?rest_route=/}). Immutable.
 *
 * @param root the address of the interface, as the site says it
 */
record Endpoints(URI root) {

    /**
     * An address below the interface.
     *
     * @param route for example {@code wp/v2/posts/12}
     * @param query pairs of names and values, not encoded
     */
    URI at(String route, String... query) {
        StringBuilder address = new StringBuilder(root.toString());
        boolean plain = root.getRawQuery() != null;
        address.append(plain ? encoded(route) : route);
        for (int i = 0; i < query.length; i += 2) {
            address.append(i == 0 && !plain ? '?' : '&')
                    .append(encoded(query[i]))
                    .append('=')
                    .append(encoded(query[i + 1]));
        }
        return URI.create(address.toString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether two addresses are of one website: scheme, host and port. */
    static boolean sameOrigin(URI a, URI b) {
        return String.valueOf(a.getScheme()).equalsIgnoreCase(String.valueOf(b.getScheme()))
                && String.valueOf(a.getHost()).equalsIgnoreCase(String.valueOf(b.getHost()))
                && port(a) == port(b);
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /** An address that WordPress gave, with everything that is not ASCII encoded. */
    static URI ascii(String address) {
        return URI.create(URI.create(address.replace(" ", "%20")).toASCIIString());
    }
}
