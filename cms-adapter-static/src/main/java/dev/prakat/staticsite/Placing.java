package dev.prakat.staticsite;

import dev.prakat.spi.TargetUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    void inOrder(List<Change> changes) throws IOException {
        Map<String, Change> last = new LinkedHashMap<>();
        Set<Path> folders = new LinkedHashSet<>();
        for (Change change : changes) {
            place(change, folders, last);
        }
        for (Path folder : folders) {
            settle(folder);
        }
        for (Change change : last.values()) {
            readBack(change);
        }
    }

    /**
     * Places some changes of a whole site, several at a time, so that disk and log serve them together. Those of one item, and the
     * pages that lead to others, keep their order.
     */
    void sideBySide(List<Change> changes) throws IOException {
        Map<String, Change> last = new ConcurrentHashMap<>();
        Set<Path> folders = ConcurrentHashMap.newKeySet();
        for (Collection<List<Change>> wave : waves(changes)) {
            SideBySide.waiting(wave, inOrder -> {
                for (Change change : inOrder) {
                    place(change, folders, last);
                }
            });
        }
        for (Change change : changes) {
            if (change.staged() == null) {
                settle(settings.file(change.path()).getParent());
            }
        }
        SideBySide.waiting(folders, disk::force);
        SideBySide.all(last.values(), change -> {
            readBack(change);
            return change;
        });
    }

    /** What may be placed at once: in each wave some lists, each of which keeps its order. */
    private static List<Collection<List<Change>>> waves(List<Change> changes) {
        List<Collection<List<Change>>> waves = new ArrayList<>();
        Map<String, List<Change>> wave = new LinkedHashMap<>();
        String kind = "";
        for (Change change : changes) {
            String path = change.path();
            String next = kind(change);
            if (!next.equals(kind) || next.equals(path)) {
                wave = new LinkedHashMap<>();
                waves.add(wave.values());
                kind = next;
            }
            String unit = path.startsWith("d/") ? path.substring(0, path.indexOf('/', 2)) : path;
            wave.computeIfAbsent(unit, u -> new ArrayList<>()).add(change);
        }
        return waves;
    }

    /** Changes in a row of one kind do not lead to each other. What leads to others is a kind of its own. */
    private static String kind(Change change) {
        String path = change.path();
        long depth = path.chars().filter(c -> c == '/').count();
        if (change.staged() == null) {
            return "removal";
        }
        return path.startsWith("d/") ? "d" : depth < 3 && !path.startsWith("sitemap/") ? path : "depth " + depth;
    }

    private void place(Change change, Set<Path> folders, Map<String, Change> last) throws IOException {
        Path target = Batch.target(settings, change.path());
        if (!isDone(settings, change, target)) {
            courier.carry(change.entry(settings.base().toString()), () -> put(settings, disk, change, target, folders));
            last.put(change.path(), change);
        }
        folder(target, folders);
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
