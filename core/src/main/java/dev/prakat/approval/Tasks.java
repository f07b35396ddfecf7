package dev.prakat.approval;

import dev.prakat.item.ItemId;
import dev.prakat.spi.Officer;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what an officer may and should do: candidates by their keys, each then asked of authority at this instant. */
final class Tasks {

    /** A few more than are shown, so that the few that the officer may not take need no second page. */
    private static final int PAGE = 250;

    private final Casework casework;
    private final SiteChecks checks;

    Tasks(Casework casework, SiteChecks checks) {
        this.casework = casework;
        this.checks = checks;
    }

    List<Task> of(EntityManager manager, Officer officer, Instant now, int limit) {
        FlushModeType before = manager.getFlushMode();
        // Nothing is changed here: no question need look through hundreds of cases for what is to be written first.
        manager.setFlushMode(FlushModeType.COMMIT);
        try {
            return found(manager, officer, now, limit);
        } finally {
            manager.setFlushMode(before);
        }
    }

    private List<Task> found(EntityManager manager, Officer officer, Instant now, int limit) {
        Set<String> keys = casework.authority().holders().keysOf(officer, now);
        List<Mine> mine = new ArrayList<>();
        int first = 0;
        List<String> page;
        do {
            page = CaseQueries.withKeys(manager, keys, first, PAGE);
            for (CaseEntity entity : page.isEmpty() ? List.<CaseEntity>of() : CaseQueries.toRead(manager, page)) {
                if (mine.size() < limit) {
                    mine(entity, officer, now).ifPresent(mine::add);
                }
            }
            first += page.size();
        } while (page.size() == PAGE && mine.size() < limit);
        Map<ItemId, String> titles = casework.items()
                .titles(
                        manager,
                        mine.stream()
                                .map(one -> one.open().entity().item())
                                .distinct()
                                .toList());
        List<Task> tasks = new ArrayList<>(checks.tasks(manager, officer, now));
        for (Mine one : mine) {
            tasks.add(
                    Task.of(one.open(), titles.getOrDefault(one.open().entity().item(), ""), one.standing(), now));
        }
        return tasks.stream()
                .sorted(Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Task::key))
                .limit(limit)
                .toList();
    }

    /** A case that the officer may take on, and in what capacity. */
    private record Mine(Casework.Open open, Standing standing) {}

    private Optional<Mine> mine(CaseEntity entity, Officer officer, Instant now) {
        Casework.Open open = casework.open(entity);
        return casework.authority()
                .asTaker(officer, open.facts(), open.step(), now)
                .map(standing -> new Mine(open, standing));
    }
}
