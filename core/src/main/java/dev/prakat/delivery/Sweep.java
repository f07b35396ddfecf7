package dev.prakat.delivery;

import dev.prakat.delivery.Delivery.Ending;
import dev.prakat.delivery.Lane.Result;
import java.time.Instant;
import java.util.List;

/** Adds up what the lanes of one pass came to. */
final class Sweep {

    private Sweep() {}

    static SweepSummary summary(Instant now, List<Result> results) {
        return new SweepSummary(
                now,
                count(results, Ending.PUBLISHED),
                count(results, Ending.TAKEN_DOWN),
                count(results, Ending.PROVEN),
                count(results, Ending.UNPROVEN),
                count(results, Ending.FAILED) + count(results, Ending.UNAVAILABLE) + count(results, Ending.BROKEN),
                results.stream().mapToInt(Result::left).sum(),
                results.stream().filter(Result::silent).map(Result::target).toList(),
                results.stream().anyMatch(Result::timeUp));
    }

    private static int count(List<Result> results, Ending ending) {
        return results.stream()
                .mapToInt(result -> result.counts().getOrDefault(ending, 0))
                .sum();
    }
}
