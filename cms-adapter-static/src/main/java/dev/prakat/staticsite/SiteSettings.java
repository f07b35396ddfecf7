package dev.prakat.staticsite;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

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
 */
record SiteSettings(
        Path docroot, Path state, URI base, boolean adopt, boolean httpProof, Duration lockWait, Look look) {

    Locale language() {
        return look.language();
    }

    /** The same with another docroot. */
    SiteSettings at(Path other) {
        return new SiteSettings(other, state, base, adopt, httpProof, lockWait, look);
    }

    Path file(String path) {
        return docroot.resolve(path);
    }

    Path stage() {
        return state.resolve("stage");
    }
}
