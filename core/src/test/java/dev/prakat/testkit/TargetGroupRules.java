package dev.prakat.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.DeliveryResult;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TrafficEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The rules of {@link PublishingTargetContract} about several items in one call: for each of them it is as if it had been alone.
 * They hold for a target that takes one after the other too. Extend the contract.
 */
public abstract class TargetGroupRules extends TargetRecoveryRules {

    /** Only the contract extends this. */
    TargetGroupRules() {}

    @Test
    void aGroupLeavesWhatEachPublicationAloneWouldLeave() {
        List<PublishableItem> items = items("group-a", 5);
        List<Receipt> together = done(publishAll(items, 1));
        String before = publicText();

        for (int n = 0; n < items.size(); n++) {
            PublishableItem item = items.get(n);
            Receipt receipt = together.get(n);
            assertThat(observe(item.id(), receipt.artefacts()))
                    .allSatisfy(o -> assertThat(o.answer()).as(o.toString()).isEqualTo(Observation.Answer.PRESENT));
            assertThat(receipt.logRecords()).isNotEmpty().doesNotHaveDuplicates();
            Receipt alone = publish(item, 1);
            assertThat(alone.artefacts()).isEqualTo(receipt.artefacts());
            assertThat(alone.remoteId()).isEqualTo(receipt.remoteId());
        }
        assertThat(publicText()).isEqualTo(before);
    }

    @Test
    void aGroupThatIsRepeatedChangesNothing() {
        List<PublishableItem> items = items("group-b", 3);
        List<Receipt> once = done(publishAll(items, 1));
        String before = publicText();
        List<Receipt> twice = done(publishAll(items, 1));
        assertThat(twice)
                .extracting(Receipt::artefacts)
                .isEqualTo(once.stream().map(Receipt::artefacts).toList());
        assertThat(publicText()).isEqualTo(before);

        done(takeDownAll(items, TakeDownKind.GONE, 2, once));
        String gone = publicText();
        done(takeDownAll(items, TakeDownKind.GONE, 2, once));
        assertThat(publicText()).isEqualTo(gone);
        assertGone(items, once);
    }

    @Test
    void aFenceThatIsTooLowIsRefusedAndHindersNoOther() {
        List<PublishableItem> items = items("group-c", 3);
        PublishableItem old = items.get(1);
        Receipt live = publish(old, 5);
        List<DeliveryResult> results = target().publishAll(List.of(
                SampleItems.publish(items.get(0), 1, recorder),
                SampleItems.publish(SampleItems.item(old.id(), 2, "ประกาศที่มาช้าไป"), 4, recorder),
                SampleItems.publish(items.get(2), 1, recorder)));

        assertThat(results).hasSize(3);
        assertStale(results.get(1), 5);
        done(List.of(results.get(0), results.get(2)));
        assertThat(publicText())
                .contains(items.get(0).title(), old.title(), items.get(2).title())
                .doesNotContain("ประกาศที่มาช้าไป");

        List<Receipt> all = done(List.of(results.get(0), new DeliveryResult.Done(live), results.get(2)));
        List<DeliveryResult> down = target().takeDownAll(List.of(
                SampleItems.takeDown(
                        items.get(0), TakeDownKind.GONE, 2, all.get(0).artefacts(), recorder),
                SampleItems.takeDown(old, TakeDownKind.GONE, 4, live.artefacts(), recorder),
                SampleItems.takeDown(
                        items.get(2), TakeDownKind.VANISH, 2, all.get(2).artefacts(), recorder)));
        assertStale(down.get(1), 5);
        done(List.of(down.get(0), down.get(2)));
        assertThat(observe(old.id(), live.artefacts()))
                .allSatisfy(o -> assertThat(o.answer()).as(o.toString()).isEqualTo(Observation.Answer.PRESENT));
        assertThat(publicText()).doesNotContain(items.get(2).title());
    }

    @Test
    void anItemThatCannotBePublishedHindersNoOther() {
        List<PublishableItem> items = new ArrayList<>(items("group-d", 3));
        AttachmentContent file = SampleItems.attachment("group-d", 1);
        AttachmentContent unreadable =
                new AttachmentContent(file.name(), file.mediaType(), file.bytes(), file.sha256(), () -> {
                    throw new IOException("the store does not answer");
                });
        PublishableItem broken = SampleItems.item("261122-group-dx", 1, "ประกาศที่แนบแฟ้มไม่ได้", List.of(unreadable));
        items.add(1, broken);
        List<DeliveryResult> results = publishAll(items, 1);

        assertThat(results.get(1)).isInstanceOf(DeliveryResult.Failed.class);
        assertThat(publicText()).doesNotContain(broken.title());
        items.remove(1);
        List<DeliveryResult> others = List.of(results.get(0), results.get(2), results.get(3));
        assertAll(items, done(others), Observation.Answer.PRESENT);
    }

    @Test
    void itemsOfAGroupMayGoInDifferentWays() {
        List<PublishableItem> items = items("group-e", 3);
        List<Receipt> live = done(publishAll(items, 1));
        List<TakeDownKind> kinds = List.of(TakeDownKind.GONE, TakeDownKind.WITHDRAWN, TakeDownKind.VANISH);
        List<TakeDownRequest> requests = IntStream.range(0, items.size())
                .mapToObj(n -> SampleItems.takeDown(
                        items.get(n), kinds.get(n), 2, live.get(n).artefacts(), recorder))
                .toList();
        done(target().takeDownAll(requests));

        assertGone(List.of(items.get(0), items.get(2)), List.of(live.get(0), live.get(2)));
        assertThat(observe(items.get(1).id(), only(live.get(1), Artefact.Kind.PAGE)))
                .allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.PRESENT));
    }

    /** What one look sees of several items is what each look by itself would see. */
    @Test
    void theAddressesOfSeveralItemsAreJudgedForEach() {
        List<PublishableItem> items = items("group-f", 3);
        List<Receipt> live = done(publishAll(items, 1));
        takeDown(items.get(1), TakeDownKind.GONE, 2, live.get(1).artefacts());
        RecordingTrafficRecorder probes = new RecordingTrafficRecorder();
        List<ObserveRequest.Address> addresses = IntStream.range(0, items.size())
                .boxed()
                .flatMap(n ->
                        SampleItems.observe(items.get(n).id(), live.get(n).artefacts(), probes).addresses().stream())
                .toList();
        List<Observation> together = target().observe(new ObserveRequest(addresses, probes));

        List<Observation> alone = IntStream.range(0, items.size())
                .boxed()
                .flatMap(n -> observe(items.get(n).id(), live.get(n).artefacts()).stream())
                .toList();
        assertThat(said(together)).containsExactlyElementsOf(said(alone));
        assertThat(together)
                .extracting(Observation::answer)
                .contains(Observation.Answer.PRESENT, Observation.Answer.ABSENT);
        assertThat(probes.actions())
                .extracting(RecordingTrafficRecorder.Recorded::outcome)
                .doesNotContainNull();
    }

    @Test
    void whatAGroupDoesIsRecordedAndOutsidersSawNothingElse() {
        List<PublishableItem> items = items("group-g", 3);
        actionsSeenOutside();
        List<Receipt> live = done(publishAll(items, 1));
        assertSeen(actionsSeenOutside());
        done(takeDownAll(items, TakeDownKind.GONE, 2, live));
        assertSeen(actionsSeenOutside());
    }

    @Test
    void withoutALogNothingIsDoneForAnyOfAGroup() {
        List<PublishableItem> items = items("group-h", 3);
        recorder.fail();
        assertThat(publishAll(items, 1)).hasSize(3).allSatisfy(TargetGroupRules::assertNotLogged);
        recorder.recover();
        assertThat(publicText())
                .doesNotContain(items.get(0).title(), items.get(1).title());
        List<Receipt> live = done(publishAll(items, 1));
        String before = publicText();

        recorder.fail();
        assertThat(takeDownAll(items, TakeDownKind.GONE, 2, live))
                .hasSize(3)
                .allSatisfy(TargetGroupRules::assertNotLogged);
        recorder.recover();
        assertThat(publicText()).isEqualTo(before);
    }

    @Test
    void aGroupThatBreaksAnywhereIsFinishedByTheNext() {
        int call = 0;
        boolean broke;
        do {
            List<PublishableItem> items = items("break" + ++call + "-", 2);
            recorder.failAt(call);
            List<DeliveryResult> first = new ArrayList<>();
            Throwable thrown = catchThrowable(() -> first.addAll(publishAll(items, 1)));
            recorder.recover();
            broke = thrown != null || first.stream().anyMatch(DeliveryResult.Failed.class::isInstance);
            if (broke) {
                restart();
                assertAll(items, done(publishAll(items, 1)), Observation.Answer.PRESENT);
                done(takeDownAll(items, TakeDownKind.VANISH, 2, List.of()));
            }
        } while (broke);
        assertThat(call).as("calls of the log at which it broke").isGreaterThan(1);
    }

    private static List<PublishableItem> items(String name, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(n -> SampleItems.item("261122-" + name + n))
                .toList();
    }

    private List<DeliveryResult> publishAll(List<PublishableItem> items, long fence) {
        List<PublishRequest> requests = items.stream()
                .map(item -> SampleItems.publish(item, fence, recorder))
                .toList();
        return target().publishAll(requests);
    }

    private List<DeliveryResult> takeDownAll(
            List<PublishableItem> items, TakeDownKind kind, long fence, List<Receipt> live) {
        List<TakeDownRequest> requests = IntStream.range(0, items.size())
                .mapToObj(n -> SampleItems.takeDown(
                        items.get(n),
                        kind,
                        fence,
                        live.isEmpty() ? List.of() : live.get(n).artefacts(),
                        recorder))
                .toList();
        return target().takeDownAll(requests);
    }

    private static List<Receipt> done(List<DeliveryResult> results) {
        assertThat(results).as("all done").allMatch(DeliveryResult.Done.class::isInstance);
        return results.stream()
                .map(result -> ((DeliveryResult.Done) result).receipt())
                .toList();
    }

    private static void assertStale(DeliveryResult result, long highest) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        DeliveryResult.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOfSatisfying(
                                        TargetRefused.class,
                                        refusal -> assertThat(refusal.highestFence())
                                                .hasValue(highest)));
    }

    private static void assertNotLogged(DeliveryResult result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        DeliveryResult.Failed.class,
                        failed -> PublishingTargetScene.assertLogFailure(failed.failure()));
    }

    private void assertGone(List<PublishableItem> items, List<Receipt> live) {
        assertAll(items, live, Observation.Answer.ABSENT);
    }

    private void assertAll(List<PublishableItem> items, List<Receipt> live, Observation.Answer answer) {
        for (int n = 0; n < items.size(); n++) {
            assertThat(observe(items.get(n).id(), live.get(n).artefacts()))
                    .allSatisfy(o -> assertThat(o.answer()).as(o.toString()).isEqualTo(answer));
        }
    }

    private static List<String> said(List<Observation> seen) {
        return seen.stream()
                .map(o -> o.placement() + " " + o.address() + " " + o.answer() + " " + o.marker() + " " + o.redirect())
                .toList();
    }

    /**
     * What a target that takes one after the other does for one item, it may undo or replace for the next; whoever looks before and
     * after sees what came of it. Everything else that was recorded was seen, and everything seen was recorded.
     */
    private void assertSeen(Set<String> seen) {
        assertThat(recorder.actions())
                .extracting(RecordingTrafficRecorder.Recorded::outcome)
                .doesNotContainNull();
        Set<String> recorded = new TreeSet<>();
        Map<String, Set<String>> commands = new HashMap<>();
        for (RecordingTrafficRecorder.Recorded action : recorder.actions()) {
            TrafficEntry entry = action.entry();
            recorded.add(entry.command() + " " + entry.path());
            commands.computeIfAbsent(entry.path(), path -> new TreeSet<>()).add(entry.command());
        }
        assertThat(recorded).containsAll(seen);
        recorded.removeAll(seen);
        if (target().capabilities().atOnce() == 1) {
            recorded.removeIf(action ->
                    commands.get(action.substring(action.indexOf(' ') + 1)).size() > 1);
        }
        assertThat(recorded).as("recorded, and seen by nobody").isEmpty();
        recorder.clear();
    }
}
