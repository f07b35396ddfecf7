package dev.prakat.staticsite;

import dev.prakat.spi.ObserveRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Looks at the files that a web server would open for an address. */
final class FileView {

    private final SiteSettings settings;

    FileView(SiteSettings settings) {
        this.settings = settings;
    }

    Sighting look(ObserveRequest.Address asked, String path) {
        Path file = settings.file(path);
        try {
            if (!Files.exists(file)) {
                return Sighting.absent("file " + path + ": none");
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Sighting.unknown("file " + path + ": found no regular file");
            }
            boolean page = path.equals(SitePath.page(asked.item()));
            URI redirect = page ? Redirects.of(settings.docroot(), asked.item()).orElse(null) : null;
            Sighting sighting = Sighting.of(asked, Body.of(file), "file " + path);
            // Which status a server sends with the notice is not for files to say.
            return new Sighting(
                    sighting.answer(), sighting.marker(), sighting.sha256(), redirect, false, sighting.seen());
        } catch (IOException e) {
            return Sighting.unknown("file " + path + ": " + e);
        }
    }
}
