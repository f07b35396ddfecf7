package dev.prakat.policy;

/**
 * What a policy decides beside its matrix and procedures. Immutable.
 *
 * @param approverMustDiffer whether the person who approves must be another than the one who submitted. Source: AMB-02
 * @param defaultTakeDownKind what is left in the place of an item whose period ended, a name of {@code spi.TakeDownKind}.
 *     Source: AMB-11
 * @param permanentReviewDays after how many days an item without an end is looked at again, 1 to 3650. Source: AMB-09
 */
public record PolicySettings(boolean approverMustDiffer, String defaultTakeDownKind, int permanentReviewDays) {}
