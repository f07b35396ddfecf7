package dev.prakat.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetRefused;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rules that every publishing target keeps. The author of an adapter extends this in the adapter's tests, gives it a target
 * on an empty website, and four ways of looking and meddling that do not go through the target; every test must pass.
 */
public abstract class PublishingTargetContract extends TargetGroupRules {

    @Test
    void publishedPageAndAttachmentsCanBeSeen() {
        Receipt receipt = publish(FIRST, 1);

        assertThat(kinds(receipt))
                .contains(Artefact.Kind.PAGE, Artefact.Kind.ATTACHMENT, Artefact.Kind.LISTING, Artefact.Kind.FEED);
        for (int i = 0; i < receipt.artefacts().size(); i++) {
            Artefact artefact = receipt.artefacts().get(i);
            Observation seen = look(receipt).get(i);
            assertThat(seen.address()).isEqualTo(artefact.address());
            assertThat(seen.answer()).as(artefact + ": " + seen.evidence()).isEqualTo(Observation.Answer.PRESENT);
            if (artefact.kind() != Artefact.Kind.ATTACHMENT) {
                assertThat(seen.marker()).isEqualTo(present(FIRST));
            }
            if (artefact.sha256() != null) {
                assertThat(seen.sha256()).isEqualTo(artefact.sha256());
            }
        }
    }

    @Test
    void attachmentsArriveUnchanged() {
        Receipt receipt = publish(FIRST, 1);

        assertThat(only(receipt, Artefact.Kind.ATTACHMENT))
                .extracting(Artefact::sha256)
                .containsExactly(FIRST.attachments().get(0).sha256());
    }

    @Test
    void thePreviewIsByteForByteWhatIsThenPublished() throws IOException {
        if (!target().capabilities().preview()) {
            assertThatThrownBy(() -> preview(FIRST)).isInstanceOf(TargetRefused.class);
            return;
        }
        List<Preview.Page> shown = preview(FIRST);
        Receipt live = publish(FIRST, 1);

        assertThat(shown)
                .filteredOn(page -> page.kind() != Preview.Kind.STYLE)
                .extracting(page -> page.address() + " " + page.kind())
                .containsExactlyInAnyOrderElementsOf(live.artefacts().stream()
                        .filter(a -> a.kind() == Artefact.Kind.PAGE || a.kind() == Artefact.Kind.ATTACHMENT)
                        .map(a -> a.address() + " " + a.kind())
                        .toList());
        for (Preview.Page page : shown) {
            byte[] bytes = bytes(page);
            assertThat(bytes).as(page.path()).hasSize((int) page.bytes());
            assertThat(page.sha256()).as(page.path()).isEqualTo(Digests.sha256(bytes));
        }
        for (Artefact artefact : live.artefacts()) {
            shown.stream()
                    .filter(page -> page.address().equals(artefact.address()))
                    .forEach(
                            page -> assertThat(observe(List.of(artefact)).get(0).sha256())
                                    .as("the bytes that are public at " + page.address())
                                    .isEqualTo(page.sha256()));
        }
    }

    @Test
    void thePreviewIsTheSameWhateverTheSiteShowsMeanwhile() throws IOException {
        if (!target().capabilities().preview()) {
            return;
        }
        String before = text(preview(FIRST));
        publish(FIRST, 1);
        publish(SampleItems.item("261122-contract02"), 1);
        assertThat(text(preview(FIRST))).isEqualTo(before);

        takeDown(FIRST, TakeDownKind.GONE, 2, List.of());
        assertThat(text(preview(FIRST))).isEqualTo(before);
        assertThat(text(preview(SECOND))).isNotEqualTo(before);
    }

    @Test
    void thePreviewChangesNothingAndSendsNothing() throws IOException {
        if (!target().capabilities().preview()) {
            return;
        }
        publish(SECOND, 2);
        String before = publicText();
        actionsSeenOutside();
        recorder.clear();

        assertThat(text(preview(FIRST))).contains(FIRST.title());
        assertThat(publicText()).isEqualTo(before);
        assertThat(actionsSeenOutside()).isEmpty();
        assertThat(recorder.actions()).isEmpty();
        publish(SECOND, 2);
        assertThat(publicText()).isEqualTo(before);
    }

    @Test
    void publishingTwiceWithTheSameFenceEndsInTheSameState() {
        Receipt once = publish(FIRST, 1);
        String before = publicText();
        Receipt twice = publish(FIRST, 1);

        assertThat(twice.artefacts()).isEqualTo(once.artefacts());
        assertThat(twice.remoteId()).isEqualTo(once.remoteId());
        assertThat(publicText()).isEqualTo(before);
    }

    @Test
    void aLowerFenceIsRefusedAndChangesNothing() {
        publish(SECOND, 2);
        String before = publicText();

        assertThatThrownBy(() -> publish(FIRST, 1))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("fence")
                .satisfies(refusal -> assertThat(((TargetRefused) refusal).highestFence())
                        .as("the fence that whoever was restored from a backup must jump above")
                        .hasValue(2));
        assertThatThrownBy(() -> takeDown(FIRST, TakeDownKind.GONE, 1, List.of()))
                .isInstanceOf(TargetRefused.class);
        assertThat(publicText()).isEqualTo(before);
    }

    @Test
    void aNewRevisionReplacesTheOldOne() {
        Receipt first = publish(FIRST, 1);
        Receipt second = publish(SECOND, 2);

        assertThat(look(second)).allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.PRESENT));
        assertThat(observe(only(second, Artefact.Kind.PAGE)).get(0).marker()).isEqualTo(present(SECOND));
        assertThat(publicText()).doesNotContain(FIRST.title()).doesNotContain(FIRST.revisionHash());
        assertThat(first.remoteId()).isEqualTo(second.remoteId());
    }

    @Test
    void anAttachmentThatTheNewRevisionLacksIsGone() {
        Receipt first = publish(FIRST, 1);
        publish(SampleItems.item(FIRST.id(), 2, FIRST.title(), List.of()), 2);

        assertThat(observe(only(first, Artefact.Kind.ATTACHMENT)))
                .allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.ABSENT));
    }

    @ParameterizedTest
    @EnumSource(TakeDownKind.class)
    void takeDownShowsWhatItsKindPromises(TakeDownKind kind) {
        Receipt live = publish(FIRST, 1);
        if (!target().capabilities().takeDownKinds().contains(kind)) {
            assertRefused(kind, live);
            return;
        }
        takeDown(FIRST, kind, 2, live.artefacts());

        assertShown(kind, live);
    }

    @ParameterizedTest
    @EnumSource(TakeDownKind.class)
    void takeDownTwiceEndsInTheSameState(TakeDownKind kind) {
        Receipt live = publish(FIRST, 1);
        if (!target().capabilities().takeDownKinds().contains(kind)) {
            assertRefused(kind, live);
            return;
        }
        Receipt once = takeDown(FIRST, kind, 2, live.artefacts());
        String before = publicText();
        Receipt twice = takeDown(FIRST, kind, 2, live.artefacts());

        assertThat(twice.artefacts()).isEqualTo(once.artefacts());
        assertThat(publicText()).isEqualTo(before);
        assertShown(kind, live);
    }

    /** What a target does not promise it must refuse, and leave the item as it is. */
    private void assertRefused(TakeDownKind kind, Receipt live) {
        assertThatThrownBy(() -> takeDown(FIRST, kind, 2, live.artefacts())).isInstanceOf(TargetRefused.class);
        assertThat(observe(only(live, Artefact.Kind.PAGE)))
                .allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.PRESENT));
    }

    @Test
    void aWithdrawnItemCanStillBeTakenDownForGood() {
        assertThat(target().capabilities().takeDownKinds())
                .as("every target can take down for good and can mark as withdrawn")
                .contains(TakeDownKind.GONE, TakeDownKind.WITHDRAWN, TakeDownKind.VANISH);
        Receipt live = publish(FIRST, 1);
        takeDown(FIRST, TakeDownKind.WITHDRAWN, 2, live.artefacts());
        takeDown(FIRST, TakeDownKind.VANISH, 3, live.artefacts());

        assertShown(TakeDownKind.VANISH, live);
    }

    @Test
    void takingDownWhatWasNeverPublishedSucceeds() {
        takeDown(FIRST, TakeDownKind.GONE, 1, List.of());

        assertThat(publicText()).doesNotContain(FIRST.title());
    }

    @Test
    void takingDownWhatWasRemovedByHandSucceeds() {
        Receipt live = publish(FIRST, 1);
        removeByHand(FIRST.id());
        takeDown(FIRST, TakeDownKind.GONE, 2, live.artefacts());

        assertShown(TakeDownKind.GONE, live);
    }

    @Test
    void publishingAgainMendsWhatWasRemovedByHand() {
        Receipt live = publish(FIRST, 1);
        removeByHand(FIRST.id());
        Receipt again = publish(FIRST, 1);

        assertThat(only(again, Artefact.Kind.PAGE))
                .extracting(Artefact::address)
                .isEqualTo(only(live, Artefact.Kind.PAGE).stream()
                        .map(Artefact::address)
                        .toList());
        assertThat(look(again)).allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.PRESENT));
    }

    @Test
    void nothingRisesAgainAfterATakeDown() {
        Receipt live = publish(FIRST, 1);
        takeDown(FIRST, TakeDownKind.GONE, 3, live.artefacts());

        assertThatThrownBy(() -> publish(SECOND, 2)).isInstanceOf(TargetRefused.class);
        restart();
        assertThatThrownBy(() -> publish(SECOND, 2)).isInstanceOf(TargetRefused.class);
        assertShown(TakeDownKind.GONE, live);
    }

    @Test
    void theFenceOfAnItemThatWasNeverPublishedIsRememberedToo() {
        takeDown(FIRST, TakeDownKind.GONE, 5, List.of());
        restart();

        assertThatThrownBy(() -> publish(FIRST, 4)).isInstanceOf(TargetRefused.class);
    }

    @Test
    void aNewDecisionMayPublishAgain() {
        Receipt live = publish(FIRST, 1);
        takeDown(FIRST, TakeDownKind.GONE, 2, live.artefacts());
        Receipt again = publish(SECOND, 3);

        assertThat(look(again)).allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.PRESENT));
    }

    @Test
    void everyActionIsRecordedOnceAndOutsidersSawNoOther() {
        actionsSeenOutside();
        Receipt live = publish(FIRST, 1);
        assertRecorded(actionsSeenOutside());
        takeDown(FIRST, TakeDownKind.GONE, 2, live.artefacts());
        assertRecorded(actionsSeenOutside());
    }

    @Test
    void theReceiptNamesItsLogRecords() {
        assertThat(publish(FIRST, 1).logRecords()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void withoutALogNothingIsDone() {
        recorder.fail();
        assertThatThrownBy(() -> publish(FIRST, 1)).satisfies(PublishingTargetScene::assertLogFailure);
        assertThat(publicText()).doesNotContain(FIRST.title());
        recorder.recover();
        Receipt live = publish(FIRST, 1);
        String before = publicText();

        recorder.fail();
        assertThatThrownBy(() -> takeDown(FIRST, TakeDownKind.GONE, 2, live.artefacts()))
                .satisfies(PublishingTargetScene::assertLogFailure);
        assertThat(publicText()).isEqualTo(before);
        recorder.recover();
        takeDown(FIRST, TakeDownKind.GONE, 2, live.artefacts());
        assertShown(TakeDownKind.GONE, live);
    }

    @Test
    void hostileTextIsShownAsText() {
        PublishableItem hostile = SampleItems.item(
                "261122-hostile01", 1, "<script>alert('x')</script> \"><img src=x onerror=alert(1)> {{title}} &amp;");
        Receipt live = publish(hostile, 1);

        assertThat(publicText()).doesNotContain("<script>alert").doesNotContain("<img src=x");
        takeDown(hostile, TakeDownKind.GONE, 2, live.artefacts());
        assertThat(publicText()).doesNotContain("<script>alert").doesNotContain("<img src=x");
    }

    @Test
    void theInventoryListsWhatIsThere() {
        if (!target().capabilities().inventory()) {
            assertThat(inventory()).isEmpty();
            return;
        }
        PublishableItem other = SampleItems.item("261122-contract02");
        publish(FIRST, 7);
        publish(other, 1);
        assertThat(inventory())
                .filteredOn(e -> e.marker().state() == Marker.State.PRESENT)
                .extracting(e -> e.marker().text(), InventoryPage.Entry::fence)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(present(FIRST).text(), 7L),
                        org.assertj.core.groups.Tuple.tuple(present(other).text(), 1L));

        takeDown(FIRST, TakeDownKind.GONE, 8, List.of());
        assertThat(inventory())
                .filteredOn(e -> e.marker().state() == Marker.State.PRESENT)
                .extracting(e -> e.marker().item())
                .containsExactly(other.id());
    }

    @Test
    void aGoodTargetHasNoErrors() {
        assertThat(target().check()).extracting(TargetFinding::severity).doesNotContain(TargetFinding.Severity.ERROR);
        publish(FIRST, 1);
        assertThat(target().check()).extracting(TargetFinding::severity).doesNotContain(TargetFinding.Severity.ERROR);
    }

    @Test
    void closingTwiceIsFine() {
        publish(FIRST, 1);
        target().close();
        assertThatCode(target()::close).doesNotThrowAnyException();
    }
}
