package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.category.CategoryId;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.window.PublishWindow;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RevisionHashTest {

    private static final Attachment FILE = new Attachment("ก.pdf", "application/pdf", 3, "a".repeat(64));
    private static final Attachment CHANGED = new Attachment("ก.pdf", "application/pdf", 3, "b".repeat(64));
    private static final Instant OPENS = Instant.parse("2021-03-01T00:00:00Z");
    private static final Instant CLOSES = Instant.parse("2021-04-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2021, 2, 26);

    @Test
    void everyPartOfTheContentChangesTheHash() {
        Set<String> hashes = new HashSet<>();
        List<Content> contents = List.of(
                content("t", "s", "b", "th", null, null),
                content("t2", "s", "b", "th", null, null),
                content("t", "s2", "b", "th", null, null),
                content("t", "s", "b2", "th", null, null),
                content("t", "s", "b", "en", null, null),
                content("t", "s", "b", "th", URI.create("https://example.go.th"), null),
                content("t", "s", "b", "th", null, "r"),
                content("t", "s", "b", "th", null, ""),
                new Content("t", "s", "b", "th", null, null, Map.of("SOURCE", "x")),
                new Content("t", "s", "b", "th", null, null, Map.of("SOURCE", "y")),
                new Content("t", "s", "b", "th", null, null, Map.of("DONE_ON", "x")));
        contents.forEach(content -> hashes.add(RevisionHash.ofContent(content, List.of())));
        Content first = contents.get(0);
        hashes.add(RevisionHash.ofContent(first, List.of(FILE)));
        hashes.add(RevisionHash.ofContent(first, List.of(FILE, FILE)));
        hashes.add(RevisionHash.ofContent(first, List.of(CHANGED)));
        assertThat(hashes).hasSize(contents.size() + 3);
    }

    @Test
    void textCannotBeMovedFromOneFieldToTheNext() {
        assertThat(RevisionHash.ofContent(content("a\nsummary:1:b", "", "", "th", null, null), List.of()))
                .isNotEqualTo(RevisionHash.ofContent(content("a", "b", "", "th", null, null), List.of()));
    }

    @Test
    @Tag("S001-R16")
    void everyPartOfTheOriginChangesItsHash() {
        List<Origin> origins = new ArrayList<>(List.of(
                Origin.internal(),
                new Origin("EXTERNAL", null, null, null),
                Origin.internal().withProvider(new Provider("ก", DAY)),
                Origin.internal().withProvider(new Provider("ข", DAY)),
                Origin.internal().withProvider(new Provider("ก", DAY.plusDays(1))),
                Origin.internal().withPersonalData(new PersonalDataStatement("s.24(4)", "p", "w", true)),
                Origin.internal().withPersonalData(new PersonalDataStatement("s.24(6)", "p", "w", true)),
                Origin.internal().withPersonalData(new PersonalDataStatement("s.24(4)", "q", "w", true)),
                Origin.internal().withPersonalData(new PersonalDataStatement("s.24(4)", "p", "v", true)),
                Origin.internal().withPersonalData(new PersonalDataStatement("s.24(4)", "p", "w", false))));
        List<RegisteredLetter> letters = List.of(
                new RegisteredLetter("1", "2", DAY, "a", "s", "p"),
                new RegisteredLetter("x", "2", DAY, "a", "s", "p"),
                new RegisteredLetter("1", "x", DAY, "a", "s", "p"),
                new RegisteredLetter("1", "2", DAY.plusDays(1), "a", "s", "p"),
                new RegisteredLetter("1", "2", DAY, "x", "s", "p"),
                new RegisteredLetter("1", "2", DAY, "a", "x", "p"),
                new RegisteredLetter("1", "2", DAY, "a", "s", "x"));
        letters.forEach(letter -> origins.add(Origin.internal().withLetter(letter)));
        Set<String> hashes = new HashSet<>();
        origins.forEach(origin -> hashes.add(RevisionHash.ofOrigin(origin, null)));
        hashes.add(RevisionHash.ofOrigin(origins.get(0), FILE));
        hashes.add(RevisionHash.ofOrigin(origins.get(0), CHANGED));
        assertThat(hashes).hasSize(origins.size() + 2);
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
        plans.forEach(plan -> bindings.add(binding("c", "o", "organisation-history", plan)));
        bindings.add(binding("d", "o", "organisation-history", plans.get(0)));
        bindings.add(binding("c", "p", "organisation-history", plans.get(0)));
        bindings.add(binding("c", "o", "mission", plans.get(0)));
        assertThat(bindings).hasSize(plans.size() + 3);
    }

    private static String binding(String content, String origin, String category, PlacementPlan plan) {
        Revision revision = new Revision(
                1,
                new CategoryId(category),
                content("t", "", "b", "th", null, null),
                List.of(),
                Origin.internal(),
                null,
                List.of(plan),
                content,
                origin,
                List.of(),
                OPENS,
                new OfficerId("somying"),
                null);
        return RevisionHash.ofBinding(revision, category);
    }

    private static Content content(
            String title, String summary, String body, String language, @Nullable URI link, @Nullable String remark) {
        return new Content(title, summary, body, language, link, remark, Map.of());
    }
}
