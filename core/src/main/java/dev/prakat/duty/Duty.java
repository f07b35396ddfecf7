package dev.prakat.duty;

import org.jspecify.annotations.Nullable;

/**
 * A duty: one column of the responsibility matrix. The policy names its duties; the code knows none. Immutable. Source:
 * S001-R15, S003-R15.
 *
 * @param id the stable key in upper case, for example {@code DATA}, {@code PUBLISH}, {@code VERIFY}
 * @param labelTh its Thai name
 * @param labelEn its English name
 * @param quorum how many of a cell's holders must act, where the row says nothing else
 * @param central the code of the central unit, for {@link Quorum#OWNER_PLUS_CENTRAL}; null when the policy names none
 */
public record Duty(
        String id,
        String labelTh,
        String labelEn,
        Quorum quorum,
        @Nullable String central) {}
