package dev.prakat.complaint;

import dev.prakat.spi.OfficerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a unit sent to the centre for a month, as they were when it sent them. Immutable. Source: S004-R22
 *
 * @param unit the unit's code
 * @param month the month
 * @param counts the figures
 * @param due when it was due
 * @param sentAt when it was first sent
 * @param sentBy by whom it was last sent
 * @param correctedAt when it was sent again, or null
 * @param late whether it was first sent after it was due
 */
public record MonthlyReport(
        String unit,
        YearMonth month,
        Counts counts,
        LocalDate due,
        Instant sentAt,
        OfficerId sentBy,
        @Nullable Instant correctedAt,
        boolean late) {

    /**
     * The figures of a month as numbers: what may leave the register.
     *
     * @param received how many were received
     * @param carriedIn how many came from earlier months
     * @param counted how many counted
     * @param inTime how many of these were resolved in time
     * @param failed how many passed the limit
     * @param carriedOut how many go into the next month
     * @param incomplete how many lack something
     * @param lateConcluded how many were concluded after they had counted as failed
     */
    public record Counts(
            int received,
            int carriedIn,
            int counted,
            int inTime,
            int failed,
            int carriedOut,
            int incomplete,
            int lateConcluded) {

        /** No complaint at all. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        /**
         * Takes the numbers of figures.
         *
         * @param figures the figures
         * @return their numbers
         */
        public static Counts of(KpiFigures figures) {
            return new Counts(
                    figures.count(KpiStanding.RECEIVED),
                    figures.count(KpiStanding.CARRIED_IN),
                    figures.counted(),
                    figures.inTime(),
                    figures.count(KpiStanding.FAILED),
                    figures.count(KpiStanding.CARRIED_OUT),
                    figures.count(KpiStanding.INCOMPLETE),
                    figures.count(KpiStanding.LATE_CONCLUDED));
        }

        /** As an event tells them. */
        Map<String, String> told() {
            Map<String, String> told = new TreeMap<>();
            told.put("received", Integer.toString(received));
            told.put("carriedIn", Integer.toString(carriedIn));
            told.put("counted", Integer.toString(counted));
            told.put("inTime", Integer.toString(inTime));
            told.put("failed", Integer.toString(failed));
            told.put("carriedOut", Integer.toString(carriedOut));
            told.put("incomplete", Integer.toString(incomplete));
            told.put("lateConcluded", Integer.toString(lateConcluded));
            return told;
        }

        /**
         * Puts two together.
         *
         * @param other the other figures
         * @return the sums
         */
        public Counts plus(Counts other) {
            return new Counts(
                    received + other.received,
                    carriedIn + other.carriedIn,
                    counted + other.counted,
                    inTime + other.inTime,
                    failed + other.failed,
                    carriedOut + other.carriedOut,
                    incomplete + other.incomplete,
                    lateConcluded + other.lateConcluded);
        }
    }
}
