package dev.prakat.staticsite;

import dev.prakat.spi.Marker;
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
            Sighting sighting = Sighting.of(asked, Body.of(file), "file " + path);
            Marker marker = sighting.marker();
            // A server that does not follow the redirect shows the file, so the redirect counts only with our notice
            // below it.
            boolean notice = marker != null && marker.state() == Marker.State.GONE;
            URI redirect = page && notice
                    ? Redirects.of(settings.docroot(), asked.item()).orElse(null)
                    : null;
            // Which status a server sends with the notice is not for files to say.
            return new Sighting(
                    sighting.answer(), sighting.marker(), sighting.sha256(), redirect, false, sighting.seen());
        } catch (IOException e) {
            return Sighting.unknown("file " + path + ": " + e);
        }
    }
}
