package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.MemoryFolder;
import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.testkit.HostileDelivery;
import dev.prakat.testkit.HostileTarget;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A publication that fails, or only says that it did not: what nobody can see is never proven to be public. */
class HostilePublicationTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @ParameterizedTest
    @EnumSource(HostileDelivery.class)
    void isProvenOnlyWhenItIsSeenAndWhenTheTargetIsHonestAgain(HostileDelivery delivery) {
        try (TestAgency agency = new TestAgency(folder)) {
            HostileTarget target = new HostileTarget(new InMemoryTarget(agency.web));
            agency.restart(target);
            ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
            target.beginPublications(delivery);
            agency.prakat().sweep();

            boolean there = agency.publicText().contains("รายละเอียดของ ประกาศ");
            if (!there) {
                assertThat(state(agency, id)).isNotEqualTo(PlacementState.LIVE_PROVEN);
            }
            target.end();
            agency.clock.advance(Duration.ofMinutes(15));
            agency.prakat().sweep();
            agency.clock.advance(Duration.ofMinutes(15));
            agency.prakat().sweep();
            PlacementState expected =
                    delivery == HostileDelivery.REFUSED_FOR_EVER ? PlacementState.DEAD : PlacementState.LIVE_PROVEN;
            assertThat(state(agency, id)).isEqualTo(expected);
            assertThat(agency.publicText().contains("รายละเอียดของ ประกาศ"))
                    .isEqualTo(expected == PlacementState.LIVE_PROVEN);
        }
    }

    private static PlacementState state(TestAgency agency, ItemId id) {
        return agency.prakat().placements().of(id).get(0).state();
    }
}
