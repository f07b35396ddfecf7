package dev.prakat.staff;

import dev.prakat.spi.OfficerId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An officer whom a director named to publish for a unit, and what became of it. Immutable. Source: S001-R07, S001-R08.
 *
 * @param officer who is to publish
 * @param unit the code of the unit for which
 * @param sentBy the director who sent the officer's particulars
 * @param dates what happened when
 */
public record Appointment(OfficerId officer, String unit, OfficerId sentBy, Dates dates) {

    /**
     * What happened when; days in Asia/Bangkok.
     *
     * @param sent when the director sent the particulars
     * @param granted the first day on which the officer has an account, or null when it is not granted yet
     * @param guidanceAcknowledged when the officer confirmed to have had the guidance, or null when not yet
     * @param revoked the first day on which the account is no longer the officer's, or null while it is
     */
    public record Dates(
            LocalDate sent,
            @Nullable LocalDate granted,
            @Nullable LocalDate guidanceAcknowledged,
            @Nullable LocalDate revoked) {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if something was granted or acknowledged before it was sent, or revoked without or
         *     before having been granted
         */
        public Dates {
            boolean ordered = !before(granted, sent)
                    && !before(guidanceAcknowledged, sent)
                    && (revoked == null || (granted != null && !revoked.isBefore(granted)));
            if (!ordered) {
                throw new IllegalArgumentException("appointment: found sent " + sent + ", granted " + granted
                        + ", guidance acknowledged " + guidanceAcknowledged + ", revoked " + revoked
                        + ", expected sent first, and granted before revoked");
            }
        }

        private static boolean before(@Nullable LocalDate day, LocalDate sent) {
            return day != null && day.isBefore(sent);
        }
    }

    /** How far an appointment has come. */
    public enum State {
        /** Its director has not sent it yet. */
        NOT_YET,
        /** Sent; no account yet. */
        SENT,
        /** The officer has an account; the guidance is not acknowledged. */
        GRANTED,
        /** The officer has an account and acknowledged the guidance. */
        READY,
        /** The account was taken back. */
        REVOKED
    }

    /**
     * How far it has come at an instant.
     *
     * @param at the instant
     * @return the state
     */
    public State state(Instant at) {
        if (reached(dates.revoked(), at)) {
            return State.REVOKED;
        }
        if (reached(dates.granted(), at)) {
            return reached(dates.guidanceAcknowledged(), at) ? State.READY : State.GRANTED;
        }
        return reached(dates.sent(), at) ? State.SENT : State.NOT_YET;
    }

    /**
     * Whether the officer has an account at an instant.
     *
     * @param at the instant
     * @return true from the day on which it was granted until the day on which it was revoked, that one not included
     */
    public boolean holds(Instant at) {
        State state = state(at);
        return state == State.GRANTED || state == State.READY;
    }

    private static boolean reached(@Nullable LocalDate day, Instant at) {
        return day != null && !at.isBefore(Term.start(day));
    }
}
