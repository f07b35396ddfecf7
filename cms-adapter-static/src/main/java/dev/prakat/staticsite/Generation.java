package dev.prakat.staticsite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All files of a whole site that differ from what stands there, while they are prepared beside it: in a folder of the stage folder,
 * with the plan in files there too. Nothing is forced before {@link #force}. One thread adds; what it adds was prepared by several.
 */
final class Generation implements Closeable {

    private final SiteSettings settings;
    private final Disk disk;
    private final Plan.Generation plan;
    private final Stage stage;
    private final PlanFile.Writer site;
    private final PlanFile.Writer state;
    private long written;
    private long removed;
    private boolean empty = true;

    Generation(SiteSettings settings, Disk disk, String folder) throws IOException {
        this.settings = settings;
        this.disk = disk;
        this.plan = new Plan.Generation(folder, null);
        disk.makeFolders(settings.stage().resolve(plan.folder()));
        stage = Stage.ofMany(settings.stage(), plan.folder(), disk);
        site = new PlanFile.Writer(disk, plan.site(settings));
        state = new PlanFile.Writer(disk, plan.state(settings));
    }

    /** Where its files are prepared. */
    Stage stage() {
        return stage;
    }

    void addSite(Collection<Change> changes) throws IOException {
        site.add(changes);
        for (Change change : changes) {
            written += change.staged() == null ? 0 : 1;
            removed += change.staged() == null ? 1 : 0;
        }
        empty &= changes.isEmpty();
    }

    void addState(Collection<Change> changes) throws IOException {
        state.add(changes);
        empty &= changes.isEmpty();
    }

    /** Whether nothing differs from what is there. */
    boolean isEmpty() {
        return empty;
    }

    long written() {
        return written;
    }

    long removed() {
        return removed;
    }

    /** Ends the plan and forces everything that it names to the disk: many files at once, since a disk forces them together. */
    void force() throws IOException {
        close();
        Set<Path> folders = new TreeSet<>();
        for (Path file : List.of(plan.site(settings), plan.state(settings))) {
            PlanFile.each(file, some -> {
                List<Path> staged = some.stream()
                        .map(Change::staged)
                        .filter(name -> name != null)
                        .map(settings.stage()::resolve)
                        .toList();
                staged.forEach(f -> folders.add(f.getParent()));
                SideBySide.waiting(staged, disk::force);
            });
        }
        folders.add(settings.stage().resolve(plan.folder()));
        SideBySide.waiting(folders, disk::force);
    }

    /** Ends the plan; may be called again. */
    @Override
    public void close() throws IOException {
        site.close();
        state.close();
    }
}
