package dev.prakat.cli;

import dev.prakat.delivery.Placement;
import dev.prakat.delivery.PlacementState;
import dev.prakat.item.ItemState;
import dev.prakat.item.ItemSummary;
import java.util.List;
import java.util.stream.Collectors;

/** An item in a list, for machines and for people. */
record ItemRow(
        String id,
        String category,
        String ownerUnit,
        String state,
        int revision,
        String title,
        String source,
        String createdAt,
        List<Where> placements) {

    /** Where it is, in short. */
    record Where(String target, String state) {}

    static ItemRow of(ItemSummary item, List<Placement> placements) {
        return new ItemRow(
                item.id().value(),
                item.category().value(),
                item.ownerUnit(),
                item.state().name(),
                item.revision(),
                item.title(),
                item.source(),
                item.createdAt().toString(),
                placements.stream()
                        .map(placement ->
                                new Where(placement.target(), placement.state().name()))
                        .toList());
    }

    String line(Session session) {
        String where = placements.stream()
                .map(placement ->
                        placement.target() + ": " + session.messages().of(PlacementState.valueOf(placement.state())))
                .collect(Collectors.joining(", "));
        return id + "  " + session.messages().of(ItemState.valueOf(state)) + "  " + title
                + (where.isEmpty() ? "" : "  [" + where + "]");
    }
}
