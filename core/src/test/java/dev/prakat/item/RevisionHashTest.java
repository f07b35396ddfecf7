package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.item.RevisionHash.Content;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.window.PublishWindow;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionHashTest {

    private static final Attachment FILE = new Attachment("ก.pdf", "application/pdf", 3, "a".repeat(64));
    private static final Attachment CHANGED = new Attachment("ก.pdf", "application/pdf", 3, "b".repeat(64));
    private static final Instant OPENS = Instant.parse("2021-03-01T00:00:00Z");
    private static final Instant CLOSES = Instant.parse("2021-04-01T00:00:00Z");

    @Test
    void everyPartOfTheContentChangesTheHash() {
        Set<String> hashes = new HashSet<>();
        List<Content> contents = List.of(
                new Content("t", "s", "b", "th", null, null, List.of()),
                new Content("t2", "s", "b", "th", null, null, List.of()),
                new Content("t", "s2", "b", "th", null, null, List.of()),
                new Content("t", "s", "b2", "th", null, null, List.of()),
                new Content("t", "s", "b", "en", null, null, List.of()),
                new Content("t", "s", "b", "th", "https://example.go.th", null, List.of()),
                new Content("t", "s", "b", "th", null, "r", List.of()),
                new Content("t", "s", "b", "th", null, "", List.of()),
                new Content("t", "s", "b", "th", null, null, List.of(FILE)),
                new Content("t", "s", "b", "th", null, null, List.of(FILE, FILE)),
                new Content("t", "s", "b", "th", null, null, List.of(CHANGED)));
        contents.forEach(content -> hashes.add(RevisionHash.ofContent(content)));
        assertThat(hashes).hasSameSizeAs(contents);
    }

    @Test
    void textCannotBeMovedFromOneFieldToTheNext() {
        assertThat(RevisionHash.ofContent(new Content("a\nsummary:1:b", "", "", "th", null, null, List.of())))
                .isNotEqualTo(RevisionHash.ofContent(new Content("a", "b", "", "th", null, null, List.of())));
    }

    @Test
    void everyPartOfThePlanChangesTheBinding() {
        PublishWindow window = PublishWindow.of(OPENS, CLOSES);
        List<PlacementPlan> plans = List.of(
                new PlacementPlan("www", window, TakeDownKind.GONE, null),
                new PlacementPlan("archive", window, TakeDownKind.GONE, null),
                new PlacementPlan("www", PublishWindow.of(OPENS.plusMillis(1), CLOSES), TakeDownKind.GONE, null),
                new PlacementPlan("www", PublishWindow.of(OPENS, CLOSES.plusMillis(1)), TakeDownKind.GONE, null),
                new PlacementPlan("www", window, TakeDownKind.WITHDRAWN, null),
                new PlacementPlan("www", window, TakeDownKind.REDIRECT, URI.create("https://example.go.th/")),
                new PlacementPlan(
                        "www",
                        PublishWindow.permanent(OPENS, "กฎหมาย", LocalDate.of(2022, 1, 1)),
                        TakeDownKind.GONE,
                        null));
        Set<String> bindings = new HashSet<>();
        plans.forEach(plan -> bindings.add(RevisionHash.ofBinding("c", "organisation-history", List.of(plan))));
        bindings.add(RevisionHash.ofBinding("d", "organisation-history", List.of(plans.get(0))));
        bindings.add(RevisionHash.ofBinding("c", "mission", List.of(plans.get(0))));
        assertThat(bindings).hasSize(plans.size() + 2);
    }
}
