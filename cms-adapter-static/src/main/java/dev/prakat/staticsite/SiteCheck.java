package dev.prakat.staticsite;

import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetFinding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks whether the folders can be used. Changes nothing, asks nobody. */
final class SiteCheck {

    /** In megabytes; a change needs a few at most, and an attachment its size once more. */
    private static final long ROOM = 200;

    /** How many more files should fit: a change needs a hundred at most, and attachments. */
    static final long INODES = 10_000;

    private final SiteSettings settings;
    private final StateFolder state;
    private final List<TargetFinding> findings = new ArrayList<>();
    private More more = List::of;

    SiteCheck(SiteSettings settings, StateFolder state) {
        this.settings = settings;
        this.state = state;
    }

    /** What else is looked at. */
    @FunctionalInterface
    interface More {
        List<TargetFinding> findings() throws IOException;
    }

    /** Looks at something else, too. */
    SiteCheck with(More other) {
        more = other;
        return this;
    }

    List<TargetFinding> run() {
        try {
            Docroots.problem(settings, state).ifPresent(findings::add);
            Path docroot = existing(settings.docroot());
            Path stateFolder = existing(settings.state());
            writable(docroot);
            writable(stateFolder);
            room(docroot);
            inodes(docroot, Inodes.free(docroot)).ifPresent(findings::add);
            if (!Files.getFileStore(docroot).equals(Files.getFileStore(stateFolder))) {
                add(
                        Severity.ERROR,
                        "found " + settings.docroot() + " and " + settings.state()
                                + " on two file systems, expected one",
                        "give a state folder on the file system of the docroot: no file can be renamed from one to the other");
            }
            findings.addAll(more.findings());
        } catch (IOException e) {
            add(Severity.ERROR, "the folders cannot be read: " + e, "mend the folder or its rights");
        }
        if (settings.base().getScheme().equals("http") && !isLoopback()) {
            add(
                    Severity.WARNING,
                    "found the base address " + settings.base() + ", expected https",
                    "serve the site over https: on the way anybody can change what readers see");
        }
        if (!settings.httpProof()) {
            add(
                    Severity.WARNING,
                    "the base address is never asked: a take-down is proven on the files only",
                    "build the target without httpProof(false)");
        }
        return findings;
    }

    private void room(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace() >> 20;
        if (free < ROOM) {
            add(
                    free == 0 ? Severity.ERROR : Severity.WARNING,
                    "found " + free + " MB free below " + folder + ", expected at least " + ROOM + " MB",
                    "make room: a change that cannot be written waits, and a take-down with it");
        }
    }

    /** What is to be said about the number of files that still fit. */
    static Optional<TargetFinding> inodes(Path folder, OptionalLong free) {
        if (free.isEmpty() || free.getAsLong() >= INODES) {
            return Optional.empty();
        }
        return Optional.of(new TargetFinding(
                free.getAsLong() == 0 ? Severity.ERROR : Severity.WARNING,
                "found room for " + free.getAsLong() + " more files (inodes) below " + folder + ", expected at least "
                        + INODES,
                "make room: a change that cannot be written waits, and a take-down with it; df -i tells who has them"));
    }

    private void writable(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            add(
                    Severity.ERROR,
                    "found " + folder + ", expected a folder that may be written",
                    "give this process the right");
        }
    }

    /** The folder, or the nearest one above it that exists. */
    private static Path existing(Path folder) {
        Path found = folder;
        while (!Files.exists(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found;
    }

    private boolean isLoopback() {
        String host = settings.base().getHost();
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private void add(Severity severity, String message, String remedy) {
        findings.add(new TargetFinding(severity, message, remedy));
    }
}
