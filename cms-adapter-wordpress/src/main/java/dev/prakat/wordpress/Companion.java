package dev.prakat.wordpress;

import dev.prakat.spi.PublishableItem;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What our companion plugin is told about a post, in fields of its own. WordPress drops them in silence when it is not there. */
final class Companion {

    private static final String KEY = "_prakat_key";
    private static final String UNTIL = "_prakat_until";
    private static final String REDIRECT = "_prakat_redirect";

    private Companion() {}

    /** The item's key, which the plugin gives to one post only. */
    static Map<String, String> key(String item) {
        return Map.of(KEY, item);
    }

    /** A post that goes public, and when its time is over even if nobody comes to take it down. */
    static Map<String, String> live(PublishableItem item) {
        Map<String, String> meta = new LinkedHashMap<>(key(item.id()));
        meta.put("_prakat_revision", Integer.toString(item.revision()));
        meta.put("_prakat_sha256", item.revisionHash());
        meta.put(
                UNTIL,
                item.expires() == null
                        ? ""
                        : item.expires()
                                .instant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        meta.put(REDIRECT, "");
        return meta;
    }

    /** A post that was taken down, or withdrawn: its end is no longer waited for. */
    static Map<String, String> down(@Nullable URI redirectTo) {
        return Map.of(UNTIL, "", REDIRECT, redirectTo == null ? "" : redirectTo.toASCIIString());
    }
}
