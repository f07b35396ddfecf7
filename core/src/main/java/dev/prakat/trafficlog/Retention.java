package dev.prakat.trafficlog;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How long records are kept. Counted in whole days of Bangkok after the day of the last record of a segment; a hold keeps longer.
 * The law's 90 days are a floor that no setting goes below. Immutable.
 *
 * @param days how many days a record is kept after its own day, at least 90
 * @param identityDays how many days the keys of the personal parts are kept, at least 90 and at most {@code days}; without the key
 *     of its day a record says what happened, and no longer who did it Source: S001-R30
 */
public record Retention(int days, int identityDays) {

    /** What section 26 of the Computer Crimes Act asks for at least. */
    public static final int FLOOR_DAYS = 90;

    /** 120 days for both. */
    public static final Retention DEFAULT = new Retention(120, 120);

    /**
     * Checks the values.
     *
     * @throws InvalidException {@link ProblemCode#CONFIGURATION} with every finding
     */
    public Retention {
        List<Finding> findings = new ArrayList<>();
        if (days < FLOOR_DAYS) {
            findings.add(finding("trafficLog.retention.days", days, "at least " + FLOOR_DAYS));
        }
        if (identityDays < FLOOR_DAYS || identityDays > days) {
            String expected = "from " + FLOOR_DAYS + " to the days of the records, " + days;
            findings.add(finding("trafficLog.retention.identityDays", identityDays, expected));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "retention of the traffic log", findings);
        }
    }

    /**
     * The same number of days for records and keys.
     *
     * @param days the days
     * @return the retention
     * @throws InvalidException as the constructor
     */
    public static Retention ofDays(int days) {
        return new Retention(days, days);
    }

    /** The first day on which what was recorded last on a day may go. */
    LocalDate free(LocalDate last) {
        return last.plusDays(days + 1L);
    }

    /** The first day on which the key of a day may go. */
    LocalDate keyFree(LocalDate day) {
        return day.plusDays(identityDays + 1L);
    }

    private static Finding finding(String field, int found, String expected) {
        return new Finding(field, "S001-R30", "found " + found + " days, expected " + expected, "give more days");
    }
}
