package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A website that is dead, slow or odd, and an item that is poison, delay nobody else. */
@Tag("S002-R05")
class LanesTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);
    private static final String OVER = "2021-03-31T17:00:00Z";

    @TempDir
    Path folder;

    private TestAgency agency;
    private final InMemoryTarget.Web second = new InMemoryTarget().web();

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void aWebsiteThatNeverAnswersDoesNotHoldUpTheOthersNorTheSweep() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        PublishingTarget hanging = HookedTarget.before(second, (call, item) -> {
            try {
                assertThat(answers.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        agency.restart(
                Map.of("www", new InMemoryTarget(agency.web), "archive", hanging),
                builder -> builder.sweepInterval(Duration.ofMillis(300)));
        agency.approved(onBoth("ประกาศ"));

        sweepsUntil(summary -> summary.published() == 1);

        agency.at(OVER);
        sweepsUntil(summary -> summary.takenDown() == 1);

        answers.countDown();
        SweepSummary third = agency.prakat().sweep();
        while (!third.silent().isEmpty()) {
            third = agency.prakat().sweep();
        }
        agency.clock.advance(Duration.ofMinutes(2));
        agency.prakat().sweep();
        assertThat(this.second.bodies().values()).noneMatch(body -> body.contains("รายละเอียดของ"));
        assertThat(agency.prakat().health().overdue()).isZero();
    }

    /** A pass ends by the true time: on a busy machine the website that answers may need more than one. */
    private void sweepsUntil(Predicate<SweepSummary> done) {
        SweepSummary summary;
        int passes = 0;
        do {
            summary = agency.prakat().sweep();
            assertThat(summary.silent()).contains("archive");
            assertThat(summary.clean()).isFalse();
            assertThat(++passes).as("the other website goes on").isLessThan(100);
        } while (!done.test(summary));
    }

    @Test
    void aWebsiteThatIsBusyWhenThePassIsOverSaysWhatItDidAndIsFreeForTheNext() {
        agency.restart(
                Map.of("www", new InMemoryTarget(agency.web), "archive", new InMemoryTarget(second)),
                builder -> builder.sweepInterval(Duration.ofSeconds(1)));
        int items = 150;
        for (int n = 0; n < items; n++) {
            agency.approved(TestAgency.draft("ประกาศ " + n, FROM, UNTIL));
        }
        int published = 0;
        SweepSummary summary;
        do {
            // The clock stands still, so each pass ends by the true time, in the middle of the work.
            summary = agency.prakat().sweep();
            assertThat(summary.silent())
                    .as("a busy website is not a silent one")
                    .isEmpty();
            published += summary.published();
        } while (summary.more());
        assertThat(published).isEqualTo(items);
        assertThat(summary.clean()).isTrue();
    }

    @Test
    void threeSilencesInARowEndTheLaneUntilTheNextSweep() {
        AtomicInteger calls = new AtomicInteger();
        PublishingTarget dead = HookedTarget.before(second, (call, item) -> {
            calls.incrementAndGet();
            throw new TargetUnavailable("it does not answer", null, null);
        });
        for (int n = 0; n < 8; n++) {
            agency.approved(TestAgency.draft("ประกาศ " + n, FROM, UNTIL));
        }
        agency.restart(dead);

        SweepSummary summary = agency.prakat().sweep();
        assertThat(calls).hasValue(3);
        assertThat(summary.failed()).isEqualTo(3);
        assertThat(summary.skipped()).isEqualTo(5);
        assertThat(summary.silent()).containsExactly("www");
    }

    @Test
    void poisonAtTheHeadOfTheLaneStopsNothingBehindIt() {
        List<ItemId> items = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            items.add(agency.approved(TestAgency.draft("ประกาศ " + n, FROM, UNTIL)));
        }
        agency.prakat().sweep();
        List<String> poison = items.subList(0, 5).stream().map(ItemId::value).toList();
        agency.restart(HookedTarget.before(agency.web, (call, item) -> {
            if (poison.contains(item) && call.equals("takeDown")) {
                throw new IllegalStateException("an adapter's own fault");
            }
        }));
        agency.at(OVER);

        SweepSummary summary = agency.prakat().sweep();
        assertThat(summary.takenDown()).isEqualTo(7);
        assertThat(summary.failed()).isEqualTo(5);
        assertThat(agency.prakat().health().overdue()).isEqualTo(5);
    }

    @Test
    void aTakeDownWaitsAsLongAsItIsAskedToAndNotALifetime() {
        AtomicReference<Duration> asked = new AtomicReference<>(Duration.ofMinutes(7));
        AtomicInteger calls = new AtomicInteger();
        ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
        agency.prakat().sweep();
        agency.restart(HookedTarget.before(agency.web, (call, item) -> {
            if (call.equals("takeDown")) {
                calls.incrementAndGet();
                throw new TargetUnavailable("429", asked.get(), null);
            }
        }));
        agency.at(OVER);
        agency.prakat().sweep();
        agency.clock.advance(Duration.ofMinutes(7).minusMillis(1));
        agency.prakat().sweep();
        assertThat(calls).as("Retry-After is kept").hasValue(1);
        assertThat(agency.prakat().health().status())
                .as("and the alarm goes on meanwhile")
                .isEqualTo(Health.Status.OVERDUE);

        asked.set(Duration.ofDays(3650));
        agency.clock.advance(Duration.ofMillis(1));
        agency.prakat().sweep();
        assertThat(calls).hasValue(2);
        agency.clock.advance(Duration.ofHours(1));
        agency.prakat().sweep();
        assertThat(calls).as("ten years are not granted").hasValue(3);
        assertThat(agency.prakat().placements().of(id).get(0).attempts()).isEqualTo(3);
    }

    @Test
    void aBacklogOfPublicationsDoesNotKeepARemovalWaiting() {
        for (int n = 0; n < 6; n++) {
            agency.approved(TestAgency.draft("ประกาศ " + n, FROM, UNTIL.plusYears(1)));
        }
        List<String> calls = new ArrayList<>();
        agency.restart(
                Map.of("www", HookedTarget.before(agency.web, (call, item) -> {
                    calls.add(call);
                    agency.clock.advance(Duration.ofSeconds(4));
                })),
                builder -> builder.sweepInterval(Duration.ofSeconds(15)));

        SweepSummary summary = agency.prakat().sweep();
        assertThat(summary.more()).as("time was up").isTrue();
        assertThat(summary.published()).isEqualTo(2);
        assertThat(summary.skipped()).isEqualTo(4);
        assertThat(calls).hasSize(4);
        while (summary.more()) {
            summary = agency.prakat().sweep();
        }
        assertThat(summary.clean()).isTrue();
        assertThat(agency.publicText().split("รายละเอียดของ", -1)).hasSize(6 + 1);
    }

    private static Draft onBoth(String title) {
        return TestAgency.draft(title, FROM, UNTIL)
                .withPlacement(PlacementPlan.gone("archive", PublishWindow.ofDates(FROM, UNTIL)));
    }
}
