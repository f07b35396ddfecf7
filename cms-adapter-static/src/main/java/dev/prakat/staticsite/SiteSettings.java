package dev.prakat.staticsite;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a target was built with. Immutable.
 *
 * @param docroot the folder that the web server shows, absolute
 * @param state the folder that it must not show, absolute
 * @param base the public address of the docroot; ends in a slash
 * @param adopt whether a docroot with files of others in it is accepted
 * @param httpProof whether looking asks the base address too, and not only the files
 * @param lockWait how long to wait for another process
 * @param look how it was told to look
 * @param dataSets the categories with data sets that the next rebuild takes over, or null for those that the site has
 */
record SiteSettings(
        Path docroot,
        Path state,
        URI base,
        boolean adopt,
        boolean httpProof,
        Duration lockWait,
        Look look,
        @Nullable Set<String> dataSets) {

    Locale language() {
        return look.language();
    }

    /** The same with another docroot. */
    SiteSettings at(Path other) {
        return new SiteSettings(other, state, base, adopt, httpProof, lockWait, look, dataSets);
    }

    Path file(String path) {
        return docroot.resolve(path);
    }

    Path stage() {
        return state.resolve("stage");
    }
}
