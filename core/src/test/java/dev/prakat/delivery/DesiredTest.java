package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.delivery.Desired.NotYet;
import dev.prakat.delivery.Desired.Order;
import dev.prakat.delivery.Desired.Present;
import dev.prakat.delivery.Desired.Schedule;
import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
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
        assertThat(Desired.of(schedule, false, OPENS.minusMillis(1))).isInstanceOf(NotYet.class);
        assertThat(Desired.of(schedule, false, OPENS)).isEqualTo(new Present(2));
        assertThat(Desired.of(schedule, true, CLOSES.minusMillis(1))).isEqualTo(new Present(2));
        assertThat(Desired.of(schedule, true, CLOSES))
                .isEqualTo(new TakenDown(TakeDownKind.GONE, TakeDownReason.EXPIRED, CLOSES));
    }

    @Test
    @Tag("S002-R05")
    void comesDownForEverOnceItsPeriodIsOver() {
        Schedule schedule = new Schedule(1, OPENS, CLOSES, TakeDownKind.WITHDRAWN, null, null);
        assertThat(Desired.of(schedule, true, CLOSES.plusSeconds(86_400L * 36_500)))
                .isInstanceOf(TakenDown.class);
    }

    @Test
    void anOrderComesBeforeTheWindow() {
        Order order = new Order(TakeDownKind.VANISH, TakeDownReason.PDPA_REQUEST, OPENS.plusSeconds(60));
        Schedule schedule = new Schedule(1, OPENS, null, TakeDownKind.GONE, null, order);
        assertThat(Desired.of(schedule, true, OPENS.plusSeconds(59))).isEqualTo(new Present(1));
        assertThat(Desired.of(schedule, true, OPENS.plusSeconds(60)))
                .isEqualTo(new TakenDown(TakeDownKind.VANISH, TakeDownReason.PDPA_REQUEST, OPENS.plusSeconds(60)));
    }

    @Test
    void whatAnEarlierApprovalPutThereComesDownUntilTheNewWindowOpens() {
        Schedule schedule = new Schedule(2, OPENS, CLOSES, TakeDownKind.GONE, null, null);
        assertThat(Desired.of(schedule, true, OPENS.minusSeconds(1)))
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
            assertThat(Desired.of(schedule, random.nextBoolean(), now) instanceof Present)
                    .as("seed %d, case %d: %s at %s", seed, n, schedule, now)
                    .isEqualTo(inside);
        }
    }
}
