package dev.prakat.delivery;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Observation;
import dev.prakat.spi.TakeDownKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The judge of a sweep, for tests of adapters: which captured addresses keep a take-down from counting as proven. */
public final class TakeDownJudge {

    private TakeDownJudge() {}

    /**
     * Judges as a sweep does.
     *
     * @param captured everything that was captured when the item was published
     * @param seen one observation for each of them, in the same order
     * @param how the kind of take-down
     * @param redirectTo where the item's address must lead, for {@link TakeDownKind#REDIRECT}
     * @return a sentence for each address that is not as it must be; empty when the take-down is proven
     * @throws IllegalArgumentException if there is not one observation for each address
     */
    public static List<String> missing(
            List<Artefact> captured, List<Observation> seen, TakeDownKind how, @Nullable URI redirectTo) {
        if (captured.size() != seen.size()) {
            throw new IllegalArgumentException("found " + seen.size() + " observations, expected " + captured.size());
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < captured.size(); i++) {
            Artefact artefact = captured.get(i);
            Expectation expectation = new Expectation(artefact.kind(), artefact.sha256(), artefact.shared(), true);
            if (!expectation.provesTakenDown(seen.get(i), how, redirectTo)) {
                missing.add(artefact.kind() + " " + artefact.address() + ": "
                        + seen.get(i).answer() + ", " + seen.get(i).evidence());
            }
        }
        return missing;
    }
}
