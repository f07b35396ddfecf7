package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.Preview;
import dev.prakat.spi.PreviewRequest;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetAmbiguous;
import dev.prakat.spi.TargetCapabilities;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as proof that an item is gone, and what is done while there is none. */
@Tag("S002-R05")
class RemovalProofTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    @TempDir
    Path folder;

    @Test
    void aRemovalThatIsNotSeenIsDoneAgainUntilItIs() {
        try (TestAgency agency = new TestAgency(folder)) {
            ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
            Wayward target = new Wayward(new InMemoryTarget(agency.web));
            agency.restart(target).sweep();
            agency.at("2021-03-31T17:00:00Z");
            target.blind = true;
            for (int n = 1; n <= 5; n++) {
                assertThat(agency.prakat().sweep().unproven()).isEqualTo(1);
                assertThat(target.takeDowns).isEqualTo(n);
                assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.OVERDUE);
                agency.clock.advance(Duration.ofMinutes(1));
            }
            target.blind = false;
            assertThat(agency.prakat().sweep().clean()).isTrue();
            assertThat(state(agency, id)).isEqualTo(PlacementState.REMOVAL_PROVEN);
        }
    }

    @Test
    void aPublicationThatNeverAnsweredIsTakenDownAndLookedForInTheTargetsList() {
        try (TestAgency agency = new TestAgency(folder)) {
            ItemId id = agency.approved(TestAgency.draft("ไม่มีคำตอบ", FROM, UNTIL));
            Wayward target = new Wayward(new InMemoryTarget(agency.web));
            target.publishesWithoutAnswer = true;
            agency.restart(target);
            assertThat(agency.prakat().sweep().failed()).isEqualTo(1);
            assertThat(agency.publicText()).contains("ไม่มีคำตอบ");

            agency.at("2021-03-31T17:00:00Z");
            target.takesNothingDown = true;
            assertThat(agency.prakat().sweep().takenDown()).isZero();
            assertThat(state(agency, id)).isNotEqualTo(PlacementState.REMOVAL_PROVEN);

            target.takesNothingDown = false;
            agency.clock.advance(Duration.ofMinutes(1));
            assertThat(agency.prakat().sweep().takenDown()).isEqualTo(1);
            assertThat(agency.publicText()).doesNotContain("รายละเอียดของ ไม่มีคำตอบ");
        }
    }

    private static PlacementState state(TestAgency agency, ItemId id) {
        return agency.prakat().placements().of(id).get(0).state();
    }

    /** A target that lies, or cannot see, as it is told. */
    private static final class Wayward implements PublishingTarget {
        private final InMemoryTarget honest;
        private boolean blind;
        private boolean publishesWithoutAnswer;
        private boolean takesNothingDown;
        private int takeDowns;

        Wayward(InMemoryTarget honest) {
            this.honest = honest;
        }

        @Override
        public TargetCapabilities capabilities() {
            return honest.capabilities();
        }

        @Override
        public List<TargetFinding> check() {
            return honest.check();
        }

        @Override
        public Preview preview(PreviewRequest request) {
            return honest.preview(request);
        }

        @Override
        public Receipt publish(PublishRequest request) {
            Receipt receipt = honest.publish(request);
            if (publishesWithoutAnswer) {
                throw new TargetAmbiguous("the answer was lost", null);
            }
            return receipt;
        }

        @Override
        public Receipt takeDown(TakeDownRequest request) {
            takeDowns++;
            return takesNothingDown
                    ? new Receipt("none", List.of(), "nothing done", List.of())
                    : honest.takeDown(request);
        }

        @Override
        public List<Observation> observe(ObserveRequest request) {
            List<Observation> seen = honest.observe(request);
            return blind ? seen.stream().map(Wayward::unknown).toList() : seen;
        }

        private static Observation unknown(Observation seen) {
            return new Observation(
                    seen.placement(), seen.address(), Observation.Answer.UNKNOWN, null, null, null, false, "503");
        }

        @Override
        public InventoryPage inventory(@Nullable String cursor, TrafficRecorder recorder) {
            return honest.inventory(cursor, recorder);
        }

        @Override
        public void close() {
            honest.close();
        }
    }
}
