package dev.prakat.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The scene of {@link PublishingTargetContract}: what the author of an adapter gives it, and the words its rules are written
 * in. Extend the contract, not this.
 */
public abstract class PublishingTargetScene {

    static final PublishableItem FIRST = SampleItems.item("261122-contract01");
    static final PublishableItem SECOND = SampleItems.item(FIRST.id(), 2, "ประกาศกำหนดการให้บริการ (แก้ไขเพิ่มเติม)");

    /** The log that every request of this class writes to. */
    protected final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();

    private PublishingTarget target;

    /** Only the contract extends this. */
    PublishingTargetScene() {}

    /**
     * Makes a target on an empty website of its own.
     *
     * @return the target; closed by the contract
     */
    protected abstract PublishingTarget newTarget();

    /**
     * Makes another target object on the same website, as after a restart.
     *
     * @return the target; closed by the contract
     */
    protected abstract PublishingTarget reopen();

    /**
     * Removes an item's page and attachments as a careless administrator would: past the target.
     *
     * @param item the item's key
     */
    protected abstract void removeByHand(String item);

    /**
     * Everything that the public can read on the website, listings and feeds too, in one text.
     *
     * @return the text
     */
    protected abstract String publicText();

    /**
     * What an independent observer saw happen since the last call of this method: a proxy's list of requests, or the
     * difference of two listings of a directory.
     *
     * @return for each action the command and path as the traffic log should have them, for example {@code write index.html}
     */
    protected abstract Set<String> actionsSeenOutside();

    /** The target under test. */
    final PublishingTarget target() {
        return target;
    }

    /** Closes the target and makes another one on the same website. */
    final void restart() {
        target.close();
        target = reopen();
    }

    @BeforeEach
    final void openTarget() {
        target = newTarget();
    }

    @AfterEach
    final void closeTarget() {
        target.close();
        assertThat(recorder.faults()).isEmpty();
    }

    /** Publishes through the target under test. */
    final Receipt publish(PublishableItem item, long fence) {
        return target.publish(SampleItems.publish(item, fence, recorder));
    }

    /** Asks the target under test for a preview, with a site where nothing was published yet. */
    final List<Preview.Page> preview(PublishableItem item) {
        return target.preview(new PreviewRequest(item, SampleItems.untouchedSite()))
                .pages();
    }

    static byte[] bytes(Preview.Page page) throws IOException {
        try (InputStream in = page.source().open()) {
            return in.readAllBytes();
        }
    }

    /** Addresses and bytes of a preview, in one text. */
    static String text(List<Preview.Page> pages) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Preview.Page page : pages) {
            text.append(page.address()).append('\n').append(new String(bytes(page), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** Takes down through the target under test. */
    final Receipt takeDown(PublishableItem item, TakeDownKind kind, long fence, List<Artefact> artefacts) {
        return target.takeDown(SampleItems.takeDown(item, kind, fence, artefacts, recorder));
    }

    final void assertShown(TakeDownKind kind, Receipt live) {
        List<Observation> seen = look(live);
        for (int i = 0; i < seen.size(); i++) {
            Artefact artefact = live.artefacts().get(i);
            assertThat(seen.get(i))
                    .as(kind + " at " + artefact.address() + ": " + seen.get(i).evidence())
                    .satisfies(o -> {
                        if (artefact.shared()) {
                            assertThat(o.answer()).isEqualTo(Observation.Answer.ABSENT);
                        } else {
                            assertOwn(kind, artefact, o);
                        }
                    });
        }
        if (kind == TakeDownKind.VANISH) {
            assertThat(publicText()).doesNotContain(FIRST.title());
        }
    }

    static void assertOwn(TakeDownKind kind, Artefact artefact, Observation seen) {
        boolean page = artefact.kind() != Artefact.Kind.ATTACHMENT;
        switch (kind) {
            case WITHDRAWN -> {
                assertThat(seen.answer()).isEqualTo(Observation.Answer.PRESENT);
                if (page) {
                    assertThat(seen.marker())
                            .isEqualTo(new Marker(FIRST.id(), Marker.State.WITHDRAWN, FIRST.revisionHash()));
                }
            }
            case REDIRECT -> {
                if (artefact.kind() == Artefact.Kind.PAGE || page && seen.answer() != Observation.Answer.ABSENT) {
                    assertThat(seen.redirect()).isEqualTo(SampleItems.ELSEWHERE);
                } else {
                    assertThat(seen.answer()).isEqualTo(Observation.Answer.ABSENT);
                }
            }
            default -> assertThat(seen.answer()).isEqualTo(Observation.Answer.ABSENT);
        }
    }

    final void assertRecorded(Set<String> seen) {
        List<RecordingTrafficRecorder.Recorded> actions = recorder.actions();
        assertThat(actions)
                .extracting(RecordingTrafficRecorder.Recorded::outcome)
                .doesNotContainNull();
        assertThat(actions)
                .extracting(RecordingTrafficRecorder.Recorded::entry)
                .filteredOn(e -> e.kind() != TrafficEntry.Kind.COMMAND)
                .extracting(e -> e.command() + " " + e.path())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(seen);
        recorder.clear();
    }

    static void assertLogFailure(@Nullable Throwable thrown) {
        assertThat(thrown).isInstanceOfAny(TargetUnavailable.class, RecordingTrafficRecorder.Failure.class);
    }

    final List<Observation> look(Receipt receipt) {
        return observe(receipt.artefacts());
    }

    final List<Observation> observe(List<Artefact> artefacts) {
        return observe(FIRST.id(), artefacts);
    }

    final List<Observation> observe(String item, List<Artefact> artefacts) {
        RecordingTrafficRecorder probes = new RecordingTrafficRecorder();
        List<Observation> seen = target.observe(SampleItems.observe(item, artefacts, probes));
        assertThat(seen).hasSameSizeAs(artefacts);
        assertThat(probes.actions())
                .extracting(RecordingTrafficRecorder.Recorded::outcome)
                .doesNotContainNull();
        return seen;
    }

    final List<InventoryPage.Entry> inventory() {
        List<InventoryPage.Entry> entries = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            InventoryPage page = target.inventory(cursor.orElse(null), recorder);
            entries.addAll(page.entries());
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());
        return entries;
    }

    static Set<Artefact.Kind> kinds(Receipt receipt) {
        return Set.copyOf(
                receipt.artefacts().stream().map(Artefact::kind).distinct().toList());
    }

    static List<Artefact> only(Receipt receipt, Artefact.Kind kind) {
        return receipt.artefacts().stream().filter(a -> a.kind() == kind).toList();
    }

    static Marker present(PublishableItem item) {
        return new Marker(item.id(), Marker.State.PRESENT, item.revisionHash());
    }
}
