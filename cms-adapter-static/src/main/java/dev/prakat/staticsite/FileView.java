package dev.prakat.staticsite;

import dev.prakat.spi.ObserveRequest;
import java.io.IOException;
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
            Sighting sighting = Sighting.of(asked, Body.of(file), "file " + path);
            // Which status a server sends with the notice is not for files to say.
            return new Sighting(sighting.answer(), sighting.marker(), sighting.sha256(), null, false, sighting.seen());
        } catch (IOException e) {
            return Sighting.unknown("file " + path + ": " + e);
        }
    }
}
