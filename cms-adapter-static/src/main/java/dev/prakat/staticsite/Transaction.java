package dev.prakat.staticsite;

import dev.prakat.spi.TargetUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out a {@link Plan}: writes it down, renames what was staged into place in order, looks at what stands there, takes the
 * state over, forgets the plan. Each step may be done again, so that whoever comes next can finish what was interrupted.
 */
final class Transaction {

    private final SiteSettings settings;
    private final StateFolder state;
    private final Disk disk;

    Transaction(SiteSettings settings, StateFolder state) {
        this.settings = settings;
        this.state = state;
        this.disk = state.disk();
    }

    /**
     * Begins and ends.
     *
     * @param replacing whether an interrupted plan is in its place until now
     * @throws TargetUnavailable if an operation could not be recorded or done. If it was the first, nothing has happened; otherwise
     *     the next call of anybody finishes the plan
     */
    void run(Plan plan, Courier courier, boolean replacing) throws IOException {
        if (plan.hasNothing() && !replacing) {
            return;
        }
        disk.force(settings.stage());
        state.beginJournal(plan);
        try {
            finish(plan, courier);
        } catch (TargetUnavailable e) {
            if (!replacing && plan.site().stream().noneMatch(c -> isDone(c, settings.file(c.path())))) {
                state.endJournal();
            }
            throw e;
        }
    }

    /** Does what of a plan is not done yet. */
    void finish(Plan plan, Courier courier) throws IOException {
        carryOut(plan, courier);
        state.endJournal();
    }

    /** The same, but the plan stays written down. */
    void carryOut(Plan plan, Courier courier) throws IOException {
        Map<String, Change> last = new LinkedHashMap<>();
        Set<Path> folders = new LinkedHashSet<>();
        List<Courier.Step> steps = new ArrayList<>();
        for (Change change : plan.site()) {
            Path target = Batch.target(settings, change.path());
            // What is removed after it was written in the same plan is not there yet.
            boolean after = change.staged() == null && last.containsKey(change.path());
            if (isDone(change, target) && !after) {
                folder(target, folders);
                continue;
            }
            steps.add(new Courier.Step(change.entry(settings.base().toString()), () -> {
                put(change, target, folders);
                folder(target, folders);
            }));
            last.put(change.path(), change);
        }
        courier.carry(steps);
        for (Path folder : folders) {
            settle(folder);
        }
        for (Change change : last.values()) {
            readBack(change);
        }
        Set<Path> of = new LinkedHashSet<>();
        for (Change change : plan.state()) {
            Path target = state.file(change.path());
            if (!isDone(change, target)) {
                put(change, target, of);
            }
            folder(target, of);
        }
        for (Path folder : of) {
            disk.force(folder);
        }
    }

    /** A staged file that is not there any more stands in its place. */
    private boolean isDone(Change change, Path target) {
        return change.staged() == null
                ? !Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                        || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)
                : !Files.exists(settings.stage().resolve(change.staged()), LinkOption.NOFOLLOW_LINKS);
    }

    private void put(Change change, Path target, Set<Path> folders) throws IOException {
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

    private static void folder(Path file, Set<Path> folders) {
        Path folder = file.getParent();
        if (folder != null) {
            folders.add(folder);
        }
    }

    /** Forces a folder, or prunes it when nothing is left in it. */
    private void settle(Path folder) throws IOException {
        Path current = folder;
        while (current != null && !current.equals(settings.docroot()) && isEmpty(current)) {
            try {
                disk.delete(current);
            } catch (java.nio.file.DirectoryNotEmptyException e) {
                break; // somebody put a file there meanwhile
            }
            current = current.getParent();
        }
        if (current != null && Files.isDirectory(current)) {
            disk.force(current);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (var files = Files.list(folder)) {
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
