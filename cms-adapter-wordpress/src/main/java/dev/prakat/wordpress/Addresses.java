package dev.prakat.wordpress;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Artefact.Kind;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every public address at which a post can be met: its page, the REST interface, its files and their smaller pictures, the lists
 * and feeds that name it, and the site's own search for its mark, which also finds a copy that somebody made.
 */
final class Addresses {

    private final WordPressSite site;
    private final Connection connection;
    private final Map<URI, Artefact> artefacts = new LinkedHashMap<>();

    Addresses(WordPressSite site, Connection connection) {
        this.site = site;
        this.connection = connection;
    }

    /** What is the item's own. */
    Addresses own(RemotePost post, List<StoredFile> files) {
        add(post.link(), Kind.PAGE, "posts/" + post.id(), null, false);
        if (connection.openToStrangers()) {
            add(connection.endpoints().at(post.route()), Kind.ALTERNATIVE, "posts/" + post.id(), null, false);
        }
        for (StoredFile file : files) {
            add(file.address(), Kind.ATTACHMENT, "media/" + file.id(), file.sha256(), false);
        }
        return this;
    }

    /** A smaller picture that WordPress made of a file. */
    Addresses size(StoredFile file, URI address, @Nullable String sha256) {
        add(address, Kind.ATTACHMENT, "media/" + file.id(), sha256, false);
        return this;
    }

    /** What names the item among others. */
    Addresses lists(String item, List<Terms.Term> path) {
        add(site.address(), Kind.LISTING, "home", null, true);
        path.forEach(term -> add(term.address(), Kind.LISTING, "categories/" + term.id(), null, true));
        add(feed(site.address()), Kind.FEED, "feed", null, true);
        if (!path.isEmpty()) {
            Terms.Term leaf = path.get(path.size() - 1);
            add(feed(leaf.address()), Kind.FEED, "feed/" + leaf.id(), null, true);
        }
        if (connection.openToStrangers()) {
            URI search = connection
                    .endpoints()
                    .at("wp/v2/posts", "search", Mark.presentHead(item), "_fields", "id,link,content");
            add(search, Kind.LISTING, "search", null, true);
        }
        return this;
    }

    private URI feed(URI list) {
        if (list.getRawQuery() != null) {
            return URI.create(list + "&feed=rss2");
        }
        boolean pretty = connection.endpoints().root().getRawQuery() == null;
        return pretty ? list.resolve("feed/") : URI.create(list + "?feed=rss2");
    }

    private void add(URI address, Kind kind, String path, @Nullable String sha256, boolean shared) {
        artefacts.putIfAbsent(address, new Artefact(address, kind, path, sha256, shared));
    }

    List<Artefact> all() {
        return List.copyOf(artefacts.values());
    }
}
