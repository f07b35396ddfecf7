package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that was too slow: its claim has ended, and what it would write is written by whoever took over. */
class ClaimLostTest {

    @TempDir
    Path folder;

    @Test
    void whoeverIsTooSlowWritesNothingAndThatIsNoFailure() {
        try (TestAgency agency = new TestAgency(folder)) {
            ItemId id =
                    agency.approved(TestAgency.draft("ประกาศ", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31)));
            boolean[] once = new boolean[1];
            agency.restart(HookedTarget.before(agency.web, (call, item) -> {
                if (call.equals("publish") && !once[0]) {
                    once[0] = true;
                    agency.sql("update prakat_placement set claim_token = null, claim_until = null");
                }
            }));

            SweepSummary slow = agency.prakat().sweep();
            assertThat(slow.failed()).isZero();
            assertThat(slow.published()).isZero();
            assertThat(agency.prakat().placements().of(id).get(0).lastProblem()).isNull();

            assertThat(agency.prakat().sweep().published()).isEqualTo(1);
            assertThat(agency.prakat().placements().of(id).get(0).fence())
                    .as("the same decision, tried once more")
                    .isEqualTo(1);
        }
    }
}
