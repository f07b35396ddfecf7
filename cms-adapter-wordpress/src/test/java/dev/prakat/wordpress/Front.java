package dev.prakat.wordpress;

import dev.prakat.testkit.HostileServer;
import dev.prakat.testkit.HostileWeb;
import dev.prakat.testkit.Upstream;
import dev.prakat.wordpress.site.RealWordPress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Stands between an adapter and a real WordPress, and writes down every request that came. */
final class Front implements AutoCloseable {

    private final Set<String> seen = new TreeSet<>();
    private final HostileWeb web;
    private final HostileServer server;

    Front(RealWordPress site) {
        Upstream upstream = new Upstream(site.baseUri());
        web = new HostileWeb(request -> {
            synchronized (seen) {
                seen.add(request.method() + " " + request.target());
            }
            return upstream.answer(request);
        });
        server = HostileServer.start(web);
    }

    URI address() {
        return server.address();
    }

    HostileWeb web() {
        return web;
    }

    /** The requests since the last call. */
    Set<String> requests() {
        synchronized (seen) {
            Set<String> before = new TreeSet<>(seen);
            seen.clear();
            return before;
        }
    }

    WordPressSite site(RealWordPress real) {
        return site(real, RealWordPress.PUBLISHER);
    }

    WordPressSite site(RealWordPress real, String account) {
        return new WordPressSite(
                address(), account, "test", name -> real.password(account).toCharArray());
    }

    /**
     * Empties the site, and gives it what every website has: a dozen older posts of somebody else, so that its lists of the
     * newest are full.
     */
    static void empty(RealWordPress real) {
        StringBuilder posts = new StringBuilder();
        for (int n = 1; n <= 12; n++) {
            posts.append(n == 1 ? "" : ",")
                    .append("(1,'2020-01-01 00:00:0")
                    .append(n % 10)
                    .append("','2020-01-01 00:00:00','ข่าวเก่า','ข่าวเก่าที่ ")
                    .append(n)
                    .append("','','publish','old-")
                    .append(n)
                    .append("','','','','2020-01-01 00:00:00','2020-01-01 00:00:00')");
        }
        real.sql("delete from wp_posts; delete from wp_postmeta; delete from wp_term_relationships; "
                + "insert into wp_posts (post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt, "
                + "post_status, post_name, to_ping, pinged, post_content_filtered, post_modified, post_modified_gmt) "
                + "values " + posts);
        RealFiles.deleteBelow(Path.of(real.root().toString(), "wp-content", "uploads"));
    }

    @Override
    public void close() {
        server.close();
    }
}
