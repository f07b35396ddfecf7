package dev.prakat.staticsite;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Marker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Files that are ours although the state folder does not say so, because it was lost: they carry our mark or our hash. */
final class Proof {

    private Proof() {}

    /** The files of an item among what was captured when it was published. */
    static Set<String> ours(SiteSettings settings, String item, List<Artefact> artefacts) throws IOException {
        Set<String> ours = new TreeSet<>();
        for (Artefact artefact : artefacts) {
            String path = SitePath.of(settings.base(), artefact.address()).orElse("");
            if (artefact.shared() || !path.startsWith(SitePath.folder(item))) {
                continue;
            }
            Path file = settings.file(path);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isOurs(item, artefact, file)) {
                ours.add(path);
            }
        }
        return ours;
    }

    private static boolean isOurs(String item, Artefact artefact, Path file) throws IOException {
        if (artefact.kind() == Artefact.Kind.ATTACHMENT) {
            return Hashes.of(file).equals(artefact.sha256());
        }
        Body body = Body.of(file);
        return Marks.ofPage(body.text(), item).map(Marker::item).isPresent();
    }
}
