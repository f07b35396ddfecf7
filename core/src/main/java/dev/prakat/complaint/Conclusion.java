package dev.prakat.complaint;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a complaint ended. It is resolved only when the complainant was told too. Immutable. Source: S004-R16 to S004-R19
 *
 * @param kind one of the kinds of the policy, for example {@code FULLY}
 * @param concluded the day on which it was concluded
 * @param informed the day on which the complainant was told, or null when that is still to be done
 */
public record Conclusion(
        String kind, LocalDate concluded, @Nullable LocalDate informed) {

    /**
     * The day that the indicator counts. Source: S004-R20, AMB-06
     *
     * @return the later of the two days, or null while the complainant was not told
     */
    public @Nullable LocalDate resolved() {
        return informed == null || informed.isAfter(concluded) ? informed : concluded;
    }
}
