package dev.prakat.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The rules of {@link PublishingTargetContract} about tries that break, restarts and one take-down after another. */
public abstract class TargetRecoveryRules extends TargetAddressRules {

    /** Only the contract extends this. */
    TargetRecoveryRules() {}

    @Test
    void aPublicationThatBreaksAnywhereIsFinishedByTheNextTry() {
        assertThat(breakEverywhere(item -> {}, item -> publish(item, 1), (item, scene) -> {
                    Receipt live = publish(item, 1);
                    assertThat(observe(item.id(), live.artefacts()))
                            .as(scene)
                            .allSatisfy(
                                    o -> assertThat(o.answer()).as(o.toString()).isEqualTo(Observation.Answer.PRESENT));
                }))
                .as("calls of the log at which it broke")
                .isPositive();
    }

    @Test
    void aTakeDownThatBreaksAnywhereIsFinishedByTheNextTry() {
        Map<String, Receipt> live = new HashMap<>();
        Consumer<PublishableItem> takeDown =
                item -> takeDown(item, TakeDownKind.GONE, 2, live.get(item.id()).artefacts());
        assertThat(breakEverywhere(item -> live.put(item.id(), publish(item, 1)), takeDown, (item, scene) -> {
                    takeDown.accept(item);
                    assertThat(observe(item.id(), live.get(item.id()).artefacts()))
                            .as(scene)
                            .allSatisfy(
                                    o -> assertThat(o.answer()).as(o.toString()).isEqualTo(Observation.Answer.ABSENT));
                }))
                .as("calls of the log at which it broke")
                .isPositive();
    }

    @Test
    void aPublicationThatBrokeAnywhereCanBeTakenDownWithoutAnyAddressKnown() {
        assertThat(breakEverywhere(item -> {}, item -> publish(item, 1), (item, scene) -> {
                    takeDown(item, TakeDownKind.VANISH, 2, List.of());
                    assertThat(publicText())
                            .as(scene)
                            .doesNotContain(item.title())
                            .doesNotContain(item.revisionHash());
                }))
                .as("calls of the log at which it broke")
                .isPositive();
    }

    @Test
    void whatWasPublishedBeforeARestartCanBeTakenDownAfterIt() {
        Receipt live = publish(FIRST, 1);
        restart();
        takeDown(FIRST, TakeDownKind.GONE, 2, live.artefacts());
        restart();
        assertShown(TakeDownKind.GONE, live);
    }

    @Test
    void aTakeDownNeedsNoneOfTheCapturedAddresses() {
        Receipt live = publish(FIRST, 1);
        takeDown(FIRST, TakeDownKind.GONE, 2, List.of());
        assertShown(TakeDownKind.GONE, live);
    }

    @Test
    void theSameRevisionUnderANewDecisionStaysAsItIs() {
        Receipt before = publish(FIRST, 1);
        String text = publicText();
        Receipt after = publish(FIRST, 2);

        assertThat(after.artefacts()).isEqualTo(before.artefacts());
        assertThat(publicText()).isEqualTo(text);
        assertThatThrownBy(() -> publish(SECOND, 1)).hasMessageContaining("fence");
    }

    @Test
    void ofManyRevisionsOnlyTheLastIsPublic() {
        Receipt last = null;
        for (int revision = 1; revision <= 5; revision++) {
            last = publish(SampleItems.item(FIRST.id(), revision, "ประกาศฉบับที่ " + revision), revision);
        }
        assertThat(look(last)).allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.PRESENT));
        assertThat(only(last, Artefact.Kind.ATTACHMENT)).hasSize(1);
        for (int revision = 1; revision < 5; revision++) {
            assertThat(publicText()).doesNotContain("ประกาศฉบับที่ " + revision);
        }
    }

    @Test
    void aWithdrawnItemCanBeMadePublicAgainWithoutItsBanner() {
        Receipt live = publish(FIRST, 1);
        takeDown(FIRST, TakeDownKind.WITHDRAWN, 2, live.artefacts());
        Receipt again = publish(FIRST, 3);

        assertThat(observe(only(again, Artefact.Kind.PAGE)).get(0).marker()).isEqualTo(present(FIRST));
        assertThat(look(again)).allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.PRESENT));
    }

    @Test
    void aNoticeLosesItsTitleWhenTheItemMustVanish() {
        Receipt live = publish(FIRST, 1);
        takeDown(FIRST, TakeDownKind.GONE, 2, live.artefacts());
        takeDown(FIRST, TakeDownKind.VANISH, 3, live.artefacts());
        assertShown(TakeDownKind.VANISH, live);
    }

    @Test
    void aMilderTakeDownBringsNothingBack() {
        Receipt live = publish(FIRST, 1);
        takeDown(FIRST, TakeDownKind.VANISH, 2, live.artefacts());
        takeDown(FIRST, TakeDownKind.WITHDRAWN, 3, live.artefacts());

        assertThat(observe(only(live, Artefact.Kind.ATTACHMENT)))
                .allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.ABSENT));
        assertThat(observe(only(live, Artefact.Kind.PAGE)))
                .allSatisfy(o -> assertThat(o.answer()).isNotEqualTo(Observation.Answer.PRESENT));
    }

    /** The log breaks at each call of an action in turn, and the program with it; then both are started again. */
    private int breakEverywhere(
            Consumer<PublishableItem> before,
            Consumer<PublishableItem> action,
            BiConsumer<PublishableItem, String> after) {
        int call = 0;
        boolean broke;
        do {
            // Each is the newest, so that a list with room for the newest only names it.
            PublishableItem item = SampleItems.publishedAt(
                    SampleItems.item("261122-recovery" + ++call), SampleItems.NOW.plusSeconds(call));
            before.accept(item);
            recorder.failAt(call);
            Throwable thrown = catchThrowable(() -> action.accept(item));
            recorder.recover();
            broke = thrown != null;
            if (broke) {
                assertLogFailure(thrown);
                restart();
                after.accept(item, "broken at call " + call);
            }
        } while (broke);
        return call - 1;
    }
}
