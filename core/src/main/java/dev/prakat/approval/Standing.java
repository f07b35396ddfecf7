package dev.prakat.approval;

import dev.prakat.duty.DutyActor;
import dev.prakat.staff.Delegation;
import org.jspecify.annotations.Nullable;

/**
 * In what capacity an officer acts. Immutable.
 *
 * @param as the capacity in words, for example {@code DIRECTOR of ศสน.}
 * @param actor the unit and posts by which duties are counted
 * @param order the order by which the officer acts in the place of another, or null when the capacity is the officer's own
 */
record Standing(String as, DutyActor actor, @Nullable Delegation order) {}
