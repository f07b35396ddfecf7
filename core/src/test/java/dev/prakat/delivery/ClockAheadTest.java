package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Actor;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep ran with a clock that was years ahead; the clock is right again. */
@Tag("S001-R30")
class ClockAheadTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsPublishedUntilAnOfficerSaysThatTheClockOfNowIsRight() {
        try (TestAgency agency = new TestAgency(folder)) {
            agency.at("2030-01-01T02:00:00Z");
            agency.prakat().sweep();
            agency.at("2021-03-02T02:00:00Z");
            ItemId id =
                    agency.approved(TestAgency.draft("ประกาศ", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31)));
            assertThat(agency.prakat().sweep().published()).isZero();
            assertThat(agency.prakat().health().alarms()).anyMatch(alarm -> alarm.contains("--accept-clock"));

            assertThatThrownBy(() -> agency.prakat().placements().acceptClock(Actor.local("nobody")))
                    .isInstanceOf(PrakatException.class)
                    .hasMessageContaining("may not say which clock is right");
            assertThat(agency.prakat().placements().acceptClock(TestAgency.DIRECTOR))
                    .isTrue();
            assertThat(agency.prakat().sweep().published()).isEqualTo(1);
            assertThat(agency.prakat().placements().of(id).get(0).state()).isEqualTo(PlacementState.LIVE_PROVEN);
            assertThat(agency.prakat().placements().acceptClock(TestAgency.DIRECTOR))
                    .as("said once more")
                    .isFalse();
        }
    }
}
