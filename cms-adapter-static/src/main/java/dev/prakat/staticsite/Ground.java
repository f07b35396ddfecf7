package dev.prakat.staticsite;

import dev.prakat.spi.TargetRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands below the docroot, for one who asks about many files: a folder that others share is looked at once. What comes or
 * goes meanwhile is met when files are put in place, which looks again. Thread-safe.
 */
final class Ground {

    private final SiteSettings settings;
    private final Map<String, Boolean> shared = new ConcurrentHashMap<>();

    Ground(SiteSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether anything stands at a path.
     *
     * @throws TargetRefused if a folder on the way is a symbolic link: it could lead out of the docroot
     */
    boolean has(String path) {
        return hasFolderOf(path) && Files.exists(settings.file(path), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean hasFolderOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 || hasFolder(path.substring(0, slash));
    }

    private boolean hasFolder(String folder) {
        Boolean known = shared.get(folder);
        if (known != null) {
            return known;
        }
        boolean there = hasFolderOf(folder) && isFolder(folder);
        if (!SitePath.isOfItem(folder)) {
            shared.put(folder, there);
        }
        return there;
    }

    /** A file in a folder's place is met when something is put below it. */
    private boolean isFolder(String folder) {
        BasicFileAttributes attributes;
        try {
            attributes =
                    Files.readAttributes(settings.file(folder), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return false; // nothing there, or nothing that can be looked at, as for every file below it
        }
        if (attributes.isSymbolicLink()) {
            throw new TargetRefused(
                    "static site " + settings.base() + ": found a symbolic link at " + settings.file(folder)
                            + ", expected a folder; replace it by a folder",
                    null);
        }
        return attributes.isDirectory();
    }
}
