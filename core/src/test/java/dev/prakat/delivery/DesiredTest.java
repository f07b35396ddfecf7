package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.delivery.Desired.NotYet;
import dev.prakat.delivery.Desired.Order;
import dev.prakat.delivery.Desired.Present;
import dev.prakat.delivery.Desired.Schedule;
import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DesiredTest {

    private static final Instant OPENS = Instant.parse("2021-03-31T17:00:00Z");
    private static final Instant CLOSES = Instant.parse("2021-04-30T17:00:00Z");

    @Test
    @Tag("S001-R26")
    void isPublicFromItsFirstInstantToTheLastBeforeItsEnd() {
        Schedule schedule = new Schedule(2, OPENS, CLOSES, TakeDownKind.GONE, null, null);
        assertThat(Desired.of(schedule, false, OPENS.minusMillis(1), Duration.ZERO))
                .isInstanceOf(NotYet.class);
        assertThat(Desired.of(schedule, false, OPENS, Duration.ZERO)).isEqualTo(new Present(2));
        assertThat(Desired.of(schedule, true, CLOSES.minusMillis(1), Duration.ZERO))
                .isEqualTo(new Present(2));
        assertThat(Desired.of(schedule, true, CLOSES, Duration.ZERO))
                .isEqualTo(new TakenDown(TakeDownKind.GONE, TakeDownReason.EXPIRED, CLOSES));
    }

    @Test
    @Tag("S002-R05")
    void comesDownForEverOnceItsPeriodIsOver() {
        Schedule schedule = new Schedule(1, OPENS, CLOSES, TakeDownKind.WITHDRAWN, null, null);
        assertThat(Desired.of(schedule, true, CLOSES.plusSeconds(86_400L * 36_500), Duration.ZERO))
                .isInstanceOf(TakenDown.class);
    }

    @Test
    void anOrderComesBeforeTheWindow() {
        Order order = new Order(TakeDownKind.VANISH, TakeDownReason.PDPA_REQUEST, OPENS.plusSeconds(60));
        Schedule schedule = new Schedule(1, OPENS, null, TakeDownKind.GONE, null, order);
        assertThat(Desired.of(schedule, true, OPENS.plusSeconds(59), Duration.ZERO))
                .isEqualTo(new Present(1));
        assertThat(Desired.of(schedule, true, OPENS.plusSeconds(60), Duration.ZERO))
                .isEqualTo(new TakenDown(TakeDownKind.VANISH, TakeDownReason.PDPA_REQUEST, OPENS.plusSeconds(60)));
    }

    @Test
    void whatAnEarlierApprovalPutThereComesDownUntilTheNewWindowOpens() {
        Schedule schedule = new Schedule(2, OPENS, CLOSES, TakeDownKind.GONE, null, null);
        assertThat(Desired.of(schedule, true, OPENS.minusSeconds(1), Duration.ZERO))
                .isEqualTo(new TakenDown(TakeDownKind.GONE, TakeDownReason.SUPERSEDED, OPENS.minusSeconds(1)));
    }

    @Test
    void isPresentExactlyInsideTheWindowForAnyWindow() {
        long seed = 20260901;
        Random random = new Random(seed);
        for (int n = 0; n < 100_000; n++) {
            Instant opens = OPENS.plusMillis(random.nextInt(100_000));
            Instant closes = random.nextInt(5) == 0 ? null : opens.plusMillis(1 + random.nextInt(100_000));
            Instant now = OPENS.plusMillis(random.nextInt(250_000) - 20_000L);
            Order order = random.nextInt(4) == 0
                    ? new Order(TakeDownKind.GONE, TakeDownReason.ORDERED, OPENS.plusMillis(random.nextInt(200_000)))
                    : null;
            Schedule schedule = new Schedule(1, opens, closes, TakeDownKind.GONE, null, order);
            boolean inside = !now.isBefore(opens)
                    && (closes == null || now.isBefore(closes))
                    && (order == null || now.isBefore(order.at()));
            assertThat(Desired.of(schedule, random.nextBoolean(), now, Duration.ZERO) instanceof Present)
                    .as("seed %d, case %d: %s at %s", seed, n, schedule, now)
                    .isEqualTo(inside);
        }
    }

    /** Two nodes whose clocks are up to five seconds off, each way: at the adapter's door nothing comes before its time. */
    @Test
    @Tag("S001-R26")
    void aClockThatIsAheadByTheToleranceNeverPublishesEarly() {
        long seed = 20260902;
        Random random = new Random(seed);
        Duration tolerance = Duration.ofSeconds(5);
        int early = 0;
        for (int n = 0; n < 100_000; n++) {
            Instant opens = OPENS.plusMillis(random.nextInt(100_000));
            Schedule schedule = new Schedule(
                    1, opens, opens.plusMillis(20_000 + random.nextInt(100_000)), TakeDownKind.GONE, null, null);
            Instant trueTime = opens.plusMillis(random.nextInt(20_000) - 10_000L);
            Instant clock = trueTime.plusMillis(random.nextInt(10_001) - 5_000L);
            boolean published = Desired.of(schedule, false, clock, tolerance) instanceof Present;
            early += published && trueTime.isBefore(opens) ? 1 : 0;
            if (!trueTime.isBefore(opens.plusSeconds(10))) {
                assertThat(published)
                        .as("seed %d, case %d: %s at %s", seed, n, schedule, clock)
                        .isTrue();
            }
        }
        System.out.printf("never early: %d of 100,000 random windows with clocks skewed by 5 s either way%n", early);
        assertThat(early).isZero();
    }
}
