package dev.prakat.duty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts who has acted against who must. Stateless. Source: AMB-01. */
final class QuorumCount {

    private QuorumCount() {}

    static QuorumAnswer of(
            CellIndex index, @Nullable String central, @Nullable String owner, Collection<DutyActor> acted) {
        Set<String> done = new HashSet<>();
        for (DutyActor actor : acted) {
            String holder = index.holder(actor, owner);
            if (holder != null) {
                done.add(holder);
            }
        }
        List<String> holders = index.holders(owner);
        return switch (index.cell().quorum()) {
            case ANY_OF -> answer(!done.isEmpty(), holders);
            case ALL_OF -> missing(holders, done);
            case OWNER_PLUS_CENTRAL -> ownerPlusCentral(holders, done, central, owner);
        };
    }

    private static QuorumAnswer ownerPlusCentral(
            List<String> holders, Set<String> done, @Nullable String central, @Nullable String owner) {
        List<String> owners =
                holders.stream().filter(holder -> !holder.equals(central)).toList();
        if (central == null || !holders.contains(central) || owners.isEmpty()) {
            return answer(!done.isEmpty(), holders);
        }
        List<String> named = owner != null && owners.contains(owner) ? List.of(owner) : owners;
        List<String> missing = new ArrayList<>();
        if (named.stream().noneMatch(done::contains)) {
            missing.addAll(named);
        }
        if (!done.contains(central)) {
            missing.add(central);
        }
        return new QuorumAnswer(missing.isEmpty(), missing);
    }

    private static QuorumAnswer missing(List<String> holders, Set<String> done) {
        List<String> missing =
                holders.stream().filter(holder -> !done.contains(holder)).toList();
        return new QuorumAnswer(!holders.isEmpty() && missing.isEmpty(), missing);
    }

    private static QuorumAnswer answer(boolean met, List<String> holders) {
        return new QuorumAnswer(met, met ? List.of() : holders);
    }
}
