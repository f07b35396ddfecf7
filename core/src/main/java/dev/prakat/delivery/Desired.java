package dev.prakat.delivery;

import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a target must show of an item at an instant. The only place in Prakat that decides this.
 */
public sealed interface Desired {

    /** Nothing is done yet: the window has not opened, or only so lately that a clock ahead of the time could be mistaken. */
    record NotYet() implements Desired {}

    /**
     * A revision is public.
     *
     * @param revision its number
     */
    record Present(int revision) implements Desired {}

    /**
     * It is taken down.
     *
     * @param kind what is left
     * @param reason why
     * @param since the instant from which this holds
     */
    record TakenDown(TakeDownKind kind, TakeDownReason reason, Instant since) implements Desired {}

    /**
     * Decides. An order comes before the window, and the end of the window before its beginning. Before the window opens
     * nothing is shown: what an earlier approval put there is taken down, because no approval that is in force wants it now.
     *
     * @param schedule what was approved and ordered
     * @param begun whether anything of the item was ever begun on this target
     * @param now the instant
     * @param tolerance how far this clock may be ahead of the true time: for so long after the window has opened nothing is
     *     published yet. A take-down does not wait
     * @return what must be shown
     */
    static Desired of(Schedule schedule, boolean begun, Instant now, Duration tolerance) {
        Order order = schedule.order();
        if (order != null && !now.isBefore(order.at())) {
            return new TakenDown(order.kind(), order.reason(), order.at());
        }
        Instant closes = schedule.closes();
        if (closes != null && !now.isBefore(closes)) {
            return new TakenDown(schedule.kind(), TakeDownReason.EXPIRED, closes);
        }
        if (now.isBefore(schedule.opens())) {
            return begun ? new TakenDown(schedule.kind(), TakeDownReason.SUPERSEDED, now) : new NotYet();
        }
        return now.isBefore(schedule.opens().plus(tolerance)) ? new NotYet() : new Present(schedule.revision());
    }

    /**
     * A short form that differs whenever the decision differs.
     *
     * @return for example {@code PUBLISH:2} or {@code TAKE_DOWN:GONE}
     */
    default String key() {
        if (this instanceof Present present) {
            return "PUBLISH:" + present.revision();
        }
        return this instanceof TakenDown down ? "TAKE_DOWN:" + down.kind() : "NONE";
    }

    /**
     * What was approved and ordered for one item on one target. Immutable.
     *
     * @param revision the approved revision
     * @param opens the first instant at which it is public
     * @param closes the first instant at which it is public no more, or null when it is permanent
     * @param kind what is left when the period ends
     * @param redirectTo where the address leads afterwards, or null
     * @param order the order to take it down, or null
     */
    record Schedule(
            int revision,
            Instant opens,
            @Nullable Instant closes,
            TakeDownKind kind,
            @Nullable URI redirectTo,
            @Nullable Order order) {}

    /**
     * An order to take it down.
     *
     * @param kind what is left
     * @param reason why
     * @param at from when it holds
     */
    record Order(TakeDownKind kind, TakeDownReason reason, Instant at) {}
}
