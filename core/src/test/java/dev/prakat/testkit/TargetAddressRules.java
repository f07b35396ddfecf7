package dev.prakat.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetCapabilities;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of {@link PublishingTargetContract} about addresses, looks, lists and what keeps items apart. Extend the contract. */
public abstract class TargetAddressRules extends PublishingTargetScene {

    private static final PublishableItem OTHER = SampleItems.item("261122-contract02");

    /** Only the contract extends this. */
    TargetAddressRules() {}

    @Test
    void theReceiptNamesEachAddressOnce() {
        assertThat(publish(FIRST, 1).artefacts()).extracting(Artefact::address).doesNotHaveDuplicates();
        assertThat(takeDown(FIRST, TakeDownKind.WITHDRAWN, 2, List.of()).artefacts())
                .extracting(Artefact::address)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyAddressIsWholeAndOfTheSameWebsite() {
        Receipt live = publish(FIRST, 1);
        String host = only(live, Artefact.Kind.PAGE).get(0).address().getHost();

        assertThat(live.artefacts()).extracting(Artefact::address).allSatisfy(address -> {
            assertThat(address.getScheme()).isIn("http", "https");
            assertThat(address.getHost()).isEqualTo(host);
            assertThat(address.getUserInfo()).as("credentials in an address").isNull();
        });
    }

    @Test
    void listsAndFeedsAreSharedAndNothingElseIs() {
        assertThat(publish(FIRST, 1).artefacts())
                .allSatisfy(artefact -> assertThat(artefact.shared())
                        .as(artefact.toString())
                        .isEqualTo(artefact.kind() == Artefact.Kind.LISTING || artefact.kind() == Artefact.Kind.FEED));
    }

    @Test
    void observationsComeInTheOrderAsked() {
        List<Artefact> backwards = new ArrayList<>(publish(FIRST, 1).artefacts());
        Collections.reverse(backwards);

        assertThat(observe(backwards))
                .extracting(Observation::address)
                .containsExactlyElementsOf(
                        backwards.stream().map(Artefact::address).toList());
        assertThat(observe(List.of())).isEmpty();
    }

    @Test
    void anAddressOfAnotherWebsiteIsNeverAsked() {
        publish(FIRST, 1);
        RecordingTrafficRecorder probes = new RecordingTrafficRecorder();
        ObserveRequest.Address elsewhere = new ObserveRequest.Address(
                "pl-" + FIRST.id(),
                FIRST.id(),
                URI.create("http://127.0.0.1:1/d/" + FIRST.id() + "/"),
                Artefact.Kind.PAGE,
                null);

        assertThat(target().observe(new ObserveRequest(List.of(elsewhere), probes)))
                .extracting(Observation::answer)
                .containsExactly(Observation.Answer.UNKNOWN);
        assertThat(probes.actions()).isEmpty();
    }

    @Test
    void lookingChangesNothing() {
        Receipt live = publish(FIRST, 1);
        String before = publicText();
        look(live);
        inventory();
        target().check();
        assertThat(publicText()).isEqualTo(before);
    }

    @Test
    void theCapabilitiesAreConstant() {
        TargetCapabilities before = target().capabilities();
        publish(FIRST, 1);
        restart();
        assertThat(target().capabilities()).isEqualTo(before);
    }

    @Test
    void takingOneItemDownLeavesTheOthersAlone() {
        Receipt other = publish(OTHER, 1);
        Receipt live = publish(FIRST, 1);
        takeDown(FIRST, TakeDownKind.VANISH, 2, live.artefacts());

        assertThat(observe(OTHER.id(), other.artefacts()))
                .allSatisfy(o -> assertThat(o.answer())
                        .as(o.address() + ": " + o.evidence())
                        .isEqualTo(Observation.Answer.PRESENT));
    }

    @Test
    void theFenceOfOneItemDoesNotHinderAnother() {
        publish(FIRST, 900);
        Receipt other = publish(OTHER, 1);
        takeDown(OTHER, TakeDownKind.GONE, 2, other.artefacts());

        assertThat(observe(OTHER.id(), only(other, Artefact.Kind.PAGE)))
                .allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.ABSENT));
    }

    @Test
    void attachmentsOfTheSameNameDoNotCollide() {
        AttachmentContent one = SampleItems.attachment("one", 1);
        AttachmentContent two = SampleItems.attachment("two", 1);
        assertThat(one.name()).isEqualTo(two.name());
        Receipt live = publish(SampleItems.item(FIRST.id(), 1, FIRST.title(), List.of(one, two)), 1);

        assertThat(observe(only(live, Artefact.Kind.ATTACHMENT)))
                .extracting(Observation::sha256)
                .containsExactlyInAnyOrder(one.sha256(), two.sha256());
    }

    @Test
    void theNameOfAnAttachmentLeadsNowhere() {
        Receipt before = publish(OTHER, 1);
        AttachmentContent file = SampleItems.attachment(FIRST.id(), 1);
        AttachmentContent climbing = new AttachmentContent(
                "../../../index.html", file.mediaType(), file.bytes(), file.sha256(), file.source());
        Receipt live = publish(SampleItems.item(FIRST.id(), 1, FIRST.title(), List.of(climbing)), 1);

        assertThat(observe(only(live, Artefact.Kind.ATTACHMENT)))
                .extracting(Observation::sha256)
                .containsExactly(file.sha256());
        assertThat(observe(OTHER.id(), before.artefacts()))
                .allSatisfy(o -> assertThat(o.answer()).isEqualTo(Observation.Answer.PRESENT));
        takeDown(FIRST, TakeDownKind.VANISH, 2, live.artefacts());
        assertThat(publicText()).contains(OTHER.title());
    }

    @Test
    void anItemPublishedTwiceIsListedOnce() {
        publish(FIRST, 1);
        publish(FIRST, 1);
        publish(SECOND, 2);
        if (target().capabilities().inventory()) {
            assertThat(inventory())
                    .extracting(InventoryPage.Entry::marker)
                    .filteredOn(marker -> marker.state() == Marker.State.PRESENT)
                    .containsExactly(present(SECOND));
        }
    }

    @Test
    void theInventoryComesToAnEndAndNamesEachItemOnce() {
        List<String> items = new ArrayList<>();
        for (int n = 1; n <= 7; n++) {
            PublishableItem item = SampleItems.item("261122-inventory" + n);
            publish(item, n);
            items.add(item.id());
        }
        if (target().capabilities().inventory()) {
            assertThat(inventory())
                    .extracting(entry -> entry.marker().item())
                    .containsExactlyInAnyOrderElementsOf(items);
        }
    }
}
