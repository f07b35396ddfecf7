package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody swept for 72 hours. What opened and closed meanwhile is never shown; what only closed comes down before anything new
 * goes up. {@code -Dprakat.windows=N} says how many of each.
 */
@Tag("soak")
@Tag("S002-R05")
@Tag("AT-42")
class CatchUpTest {

    private static final int WINDOWS = Integer.getInteger("prakat.windows", 12);
    private static final LocalDate BEFORE = LocalDate.of(2021, 3, 1);

    @TempDir
    Path folder;

    @Test
    void afterThreeDaysWithoutASweepNothingFlashesAndRemovalsComeFirst() {
        try (TestAgency agency = new TestAgency(folder)) {
            List<String> calls = new ArrayList<>();
            agency.restart(HookedTarget.before(new InMemoryTarget(agency.web).web(), (call, item) -> {
                if (!call.equals("observe")) {
                    calls.add(call + " " + item);
                }
            }));
            List<String> flashes = new ArrayList<>();
            for (int n = 0; n < WINDOWS; n++) {
                agency.approved(TestAgency.draft("หมดอายุ " + n, BEFORE, LocalDate.of(2021, 3, 2 + n % 3)));
                LocalDate day = LocalDate.of(2021, 3, 2 + n % 3);
                flashes.add(agency.approved(TestAgency.draft("แวบเดียว " + n, day, day))
                        .value());
                agency.approved(TestAgency.draft("ใหม่ " + n, LocalDate.of(2021, 3, 3), LocalDate.of(2021, 4, 30)));
            }
            SweepSummary first = agency.prakat().sweep();
            while (first.more()) {
                first = agency.prakat().sweep();
            }
            assertThat(calls).hasSize(WINDOWS);
            calls.clear();

            agency.at("2021-03-04T17:00:10Z");
            SweepSummary summary = agency.prakat().sweep();

            assertThat(calls)
                    .as("calls for what opened and closed while nobody swept")
                    .noneMatch(call -> flashes.contains(call.substring(call.indexOf(' ') + 1)));
            assertThat(summary.takenDown()).isEqualTo(WINDOWS);
            assertThat(summary.published()).isEqualTo(WINDOWS);
            assertThat(calls.subList(0, WINDOWS)).allMatch(call -> call.startsWith("takeDown "));
            assertThat(calls.subList(WINDOWS, 2 * WINDOWS)).allMatch(call -> call.startsWith("publish "));
            assertThat(agency.prakat().health().dead()).isEqualTo(WINDOWS);
            System.out.printf(
                    "72 h of downtime: %d windows opened and closed inside, 0 published; %d removals before %d publications%n",
                    WINDOWS, summary.takenDown(), summary.published());
        }
    }
}
