package dev.prakat.delivery;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Observation;
import java.util.ArrayList;
import java.util.List;

/** The judge of a sweep, for tests of adapters: which addresses keep a publication from counting as proven. */
public final class PublicationJudge {

    private PublicationJudge() {}

    /**
     * Judges as a sweep does.
     *
     * @param looked every address that was looked at: what the newest publication named, and what earlier ones did
     * @param named what the newest publication named
     * @param seen one observation for each address looked at, in the same order
     * @param revisionHash the hash of the revision that must be public
     * @return a sentence for each address that is not as it must be; empty when the publication is proven
     * @throws IllegalArgumentException if there is not one observation for each address
     */
    public static List<String> missing(
            List<Artefact> looked, List<Artefact> named, List<Observation> seen, String revisionHash) {
        if (looked.size() != seen.size()) {
            throw new IllegalArgumentException("found " + seen.size() + " observations, expected " + looked.size());
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < looked.size(); i++) {
            Artefact artefact = looked.get(i);
            Expectation expectation =
                    new Expectation(artefact.kind(), artefact.sha256(), artefact.shared(), named.contains(artefact));
            if (!expectation.provesPresent(seen.get(i), revisionHash)) {
                missing.add(artefact.kind() + " " + artefact.address() + ": "
                        + seen.get(i).answer() + ", " + seen.get(i).evidence());
            }
        }
        return missing;
    }
}
