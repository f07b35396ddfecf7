package dev.prakat.cli;

import dev.prakat.delivery.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item on one target, for machines. */
record PlacementView(
        String target,
        String state,
        long fence,
        @Nullable String due,
        int attempts,
        @Nullable String lastProblem,
        @Nullable String deliveredAt,
        @Nullable String provenAt,
        @Nullable Long removalLatenessSeconds,
        List<Address> addresses) {

    /** A public address and what was last seen there. */
    record Address(
            String address,
            String kind,
            @Nullable String seen,
            boolean soft,
            String evidence,
            @Nullable String observedAt) {}

    static PlacementView of(Placement placement) {
        return new PlacementView(
                placement.target(),
                placement.state().name(),
                placement.fence(),
                Json.instant(placement.due()),
                placement.attempts(),
                placement.lastProblem(),
                Json.instant(placement.deliveredAt()),
                Json.instant(placement.provenAt()),
                placement.removalLateness() == null
                        ? null
                        : Long.valueOf(placement.removalLateness().toSeconds()),
                placement.artefacts().stream()
                        .map(seen -> new Address(
                                seen.artefact().address().toString(),
                                seen.artefact().kind().name(),
                                Json.text(seen.answer()),
                                seen.soft(),
                                seen.evidence(),
                                Json.instant(seen.observedAt())))
                        .toList());
    }
}
