package dev.prakat.staticsite;

import dev.prakat.spi.TargetUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts what was staged into its place below the docroot, each file in one step and between its two records in the traffic log;
 * forces the folders; looks at what stands there. Each step may be done again.
 */
final class Placing {

    private final SiteSettings settings;
    private final Disk disk;
    private final Courier courier;

    Placing(SiteSettings settings, Disk disk, Courier courier) {
        this.settings = settings;
        this.disk = disk;
        this.courier = courier;
    }

    /** Places the changes of one item, one after the other. */
    void few(List<Change> changes) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        Collection<Change> placed = place(changes, folders);
        for (Path folder : folders) {
            settle(folder);
        }
        for (Change change : placed) {
            readBack(change);
        }
    }

    /** Places changes of a whole site, and then has the disk force and read many at a time. */
    void many(List<Change> changes) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        Collection<Change> placed = place(changes, folders);
        for (Change change : changes) {
            if (change.staged() == null) {
                settle(settings.file(change.path()).getParent());
            }
        }
        SideBySide.waiting(folders, disk::force);
        SideBySide.all(placed, change -> {
            readBack(change);
            return change;
        });
    }

    /**
     * Does in order what is not done yet.
     *
     * @param folders is given those that are to be forced
     * @return what came last of each file
     */
    private Collection<Change> place(List<Change> changes, Set<Path> folders) {
        Map<String, Change> last = new LinkedHashMap<>();
        List<Courier.Operation> operations = new ArrayList<>();
        for (Change change : changes) {
            Path target = Batch.target(settings, change.path());
            // What this plan writes first and removes then is not there yet.
            if (!isDone(settings, change, target) || (change.staged() == null && last.containsKey(change.path()))) {
                operations.add(new Courier.Operation(
                        change.entry(settings.base().toString()),
                        () -> put(settings, disk, change, target, folders),
                        () -> untouched(change, target)));
                last.put(change.path(), change);
            }
            folder(target, folders);
        }
        courier.carry(operations);
        return last.values();
    }

    /** What was to be removed is still there, or what was to be put there still lies in the stage folder: a rename is one step. */
    private void untouched(Change change, Path target) throws IOException {
        Path before = change.staged() == null ? target : settings.stage().resolve(change.staged());
        Files.readAttributes(before, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** A staged file that is not there any more stands in its place. */
    static boolean isDone(SiteSettings settings, Change change, Path target) {
        return change.staged() == null
                ? !Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                        || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)
                : !Files.exists(settings.stage().resolve(change.staged()), LinkOption.NOFOLLOW_LINKS);
    }

    /** Does it, and says which folders are to be forced because of it besides the target's own. */
    static void put(SiteSettings settings, Disk disk, Change change, Path target, Set<Path> folders)
            throws IOException {
        if (change.staged() == null) {
            disk.delete(target);
            return;
        }
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            // The new folder's name is in the folder above it, which has to be forced as well.
            for (Path up = folder; up != null && !Files.isDirectory(up); up = up.getParent()) {
                folder(up, folders);
            }
            disk.makeFolders(folder);
        }
        disk.rename(settings.stage().resolve(change.staged()), target);
    }

    static void folder(Path file, Set<Path> folders) {
        Path folder = file.getParent();
        if (folder != null) {
            folders.add(folder);
        }
    }

    /** Forces a folder, or prunes it when nothing is left in it. */
    private void settle(@org.jspecify.annotations.Nullable Path folder) throws IOException {
        Path current = folder;
        while (current != null && !current.equals(settings.docroot()) && isEmpty(current)) {
            try {
                disk.delete(current);
            } catch (DirectoryNotEmptyException e) {
                break; // somebody put a file there meanwhile
            }
            current = current.getParent();
        }
        if (current != null && Files.isDirectory(current)) {
            disk.force(current);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private void readBack(Change change) throws IOException {
        if (change.sha256() == null) {
            return;
        }
        Path file = settings.file(change.path());
        String found = Files.isSymbolicLink(file)
                ? Hashes.of(Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8))
                : Files.isRegularFile(file) ? Hashes.of(file) : "none";
        if (!found.equals(change.sha256())) {
            throw new TargetUnavailable(
                    "static site " + settings.base() + ": " + change.path() + ": found hash " + found
                            + " right after it was written, expected " + change.sha256()
                            + "; find out who else writes there, then try again",
                    null,
                    null);
        }
    }
}
