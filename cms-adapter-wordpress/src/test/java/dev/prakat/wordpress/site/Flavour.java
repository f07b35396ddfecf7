package dev.prakat.wordpress.site;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a site is set up.
 *
 * @param version which WordPress
 * @param plainPermalinks addresses like {@code ?p=1} instead of {@code /slug/}
 * @param tls https with a certificate of its own, and the environment type "production"
 * @param cache a cache in front that keeps every anonymous page for ten minutes
 * @param emptyTrashDays after how many days WordPress empties its trash; with 0 it has none
 * @param builtInServer PHP's own web server instead of nginx with php-fpm
 */
public record Flavour(
        Version version,
        boolean plainPermalinks,
        boolean tls,
        boolean cache,
        int emptyTrashDays,
        boolean builtInServer) {

    /** Debian's WordPress on nginx with pretty addresses over plain http. */
    public static final Flavour USUAL = new Flavour(Version.DEBIAN, false, false, false, 30, false);

    /** {@return the same with another WordPress} */
    public Flavour with(Version other) {
        return new Flavour(other, plainPermalinks, tls, cache, emptyTrashDays, builtInServer);
    }

    /** {@return the same with addresses like {@code ?p=1}} */
    public Flavour withPlainPermalinks() {
        return new Flavour(version, true, tls, cache, emptyTrashDays, builtInServer);
    }

    /** {@return the same over https, in production} */
    public Flavour withTls() {
        return new Flavour(version, plainPermalinks, true, cache, emptyTrashDays, builtInServer);
    }

    /** {@return the same behind a cache} */
    public Flavour withCache() {
        return new Flavour(version, plainPermalinks, tls, true, emptyTrashDays, builtInServer);
    }

    /** {@return the same without a trash} */
    public Flavour withoutTrash() {
        return new Flavour(version, plainPermalinks, tls, cache, 0, builtInServer);
    }

    /** {@return the same on PHP's own web server} */
    public Flavour withBuiltInServer() {
        return new Flavour(version, plainPermalinks, tls, cache, emptyTrashDays, true);
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("WORDPRESS_SOURCE", version.folder().toString());
        environment.put("PERMALINKS", plainPermalinks ? "plain" : "pretty");
        environment.put("TLS", tls ? "1" : "");
        environment.put("CACHE", cache ? "1" : "");
        environment.put("EMPTY_TRASH_DAYS", Integer.toString(emptyTrashDays));
        environment.put("SERVER", builtInServer ? "php" : "");
        return environment;
    }

    @Override
    public String toString() {
        return version
                + (plainPermalinks ? " plain" : " pretty")
                + (tls ? " TLS" : "")
                + (cache ? " cache" : "")
                + (emptyTrashDays == 0 ? " no trash" : "")
                + (builtInServer ? " php -S" : "");
    }
}
