package dev.prakat.staticsite;

import dev.prakat.spi.TargetUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

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
            if (!replacing && isUntouched(plan)) {
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
        Set<Path> folders = ConcurrentHashMap.newKeySet();
        Plan.Generation generation = plan.generation();
        if (generation == null) {
            new Placing(settings, disk, courier).few(plan.site());
            takeOver(plan.state(), folders);
        } else {
            place(generation, courier);
            PlanFile.each(generation.state(settings), some -> {
                for (Change bundle : some.stream().filter(Bundle::is).toList()) {
                    Bundle.unpack(bundle, settings, state, folders);
                }
                List<Change> others = some.stream().filter(c -> !Bundle.is(c)).toList();
                SideBySide.waiting(others, c -> takeOver(List.of(c), folders));
            });
        }
        for (Path folder : folders) {
            disk.force(folder);
        }
        if (generation != null && generation.beside() != null) {
            Set<String> removed = new TreeSet<>();
            PlanFile.each(
                    generation.site(settings),
                    some -> some.stream().filter(c -> c.staged() == null).forEach(c -> removed.add(c.path())));
            new Generations(settings, state).prune(generation.beside(), removed);
        }
    }

    private void place(Plan.Generation generation, Courier courier) throws IOException {
        Plan.Beside beside = generation.beside();
        SiteSettings where = beside == null ? settings : settings.at(Path.of(beside.next()));
        PlanFile.each(generation.site(settings), new Placing(where, disk, courier)::many);
        if (beside != null) {
            new Generations(settings, state).show(beside, courier);
        }
    }

    private void takeOver(List<Change> changes, Set<Path> folders) throws IOException {
        for (Change change : changes) {
            Path target = state.file(change.path());
            if (!Placing.isDone(settings, change, target)) {
                Placing.put(settings, disk, change, target, folders);
            }
            Placing.folder(target, folders);
        }
    }

    private boolean isUntouched(Plan plan) throws IOException {
        AtomicBoolean touched = new AtomicBoolean(isTouched(plan.site()));
        Plan.Generation generation = plan.generation();
        if (generation != null && generation.beside() != null) {
            return !new Generations(settings, state).isShown(generation.beside());
        }
        if (generation != null) {
            PlanFile.each(generation.site(settings), some -> touched.compareAndSet(false, isTouched(some)));
        }
        return !touched.get();
    }

    private boolean isTouched(List<Change> changes) {
        return changes.stream().anyMatch(c -> Placing.isDone(settings, c, settings.file(c.path())));
    }
}
