package dev.prakat.staticsite;

import dev.prakat.spi.TargetFinding;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a folder may be our docroot. Other builders emptied folders of their users; this one asks first. */
final class Docroots {

    private Docroots() {}

    /** What speaks against it; empty when nothing does. */
    static Optional<TargetFinding> problem(SiteSettings settings, StateFolder state) throws IOException {
        Optional<StateFolder.Binding> binding = state.binding();
        if (binding.isPresent() && binding.get().format() < StateFolder.FORMAT) {
            return error(
                    "state folder " + settings.state() + ": found format "
                            + binding.get().format() + ", expected " + StateFolder.FORMAT,
                    "run site rebuild");
        }
        return problemOfRebuild(settings, state);
    }

    /** The same, but a state folder of an earlier version is fine. */
    static Optional<TargetFinding> problemOfRebuild(SiteSettings settings, StateFolder state) throws IOException {
        Path docroot = settings.docroot();
        Optional<StateFolder.Binding> binding = state.binding();
        if (binding.isPresent() && binding.get().format() > StateFolder.FORMAT) {
            return error(
                    "state folder " + settings.state() + ": found format "
                            + binding.get().format() + ", expected at most " + StateFolder.FORMAT,
                    "use the version of Prakat that wrote it, or a newer one");
        }
        if (Files.exists(docroot) && !Files.isDirectory(docroot)) {
            return error("found a file at " + docroot + ", expected a folder", "choose another path");
        }
        if (binding.isEmpty() && !settings.adopt() && !isEmpty(docroot)) {
            return error(
                    "the folder " + docroot + " has files in it and the state folder " + settings.state()
                            + " does not know them, expected an empty folder",
                    "choose another folder, bring the state folder back, or build the target with adopt(true) (site rebuild"
                            + " --adopt), which replaces the files that have the same names");
        }
        return Optional.empty();
    }

    private static Optional<TargetFinding> error(String message, String remedy) {
        return Optional.of(new TargetFinding(TargetFinding.Severity.ERROR, message, remedy));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }
}
