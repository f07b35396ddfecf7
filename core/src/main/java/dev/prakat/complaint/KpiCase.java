package dev.prakat.complaint;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the indicator needs to know of a complaint, and no more. Immutable.
 *
 * @param number the complaint's number in the register
 * @param unit the code of the unit whose it is
 * @param received the day on which it was received, in Asia/Bangkok
 * @param resolved the later of the days on which it was concluded and the complainant was told; null while one is missing.
 *     Source: S004-R16, S004-R20, AMB-06
 * @param admissible whether it has everything that makes a complaint. Source: S004-R15
 */
public record KpiCase(
        String number,
        String unit,
        LocalDate received,
        @Nullable LocalDate resolved,
        boolean admissible) {}
