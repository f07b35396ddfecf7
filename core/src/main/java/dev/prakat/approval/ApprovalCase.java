package dev.prakat.approval;

import dev.prakat.item.ItemId;
import dev.prakat.procedure.Outcome;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A procedure that runs, or ran, for one revision of an item. Immutable.
 *
 * @param id its key
 * @param item the item
 * @param revision the revision that is asked for
 * @param procedure the procedure's id
 * @param policyVersion the version of the policy that it began with and keeps
 * @param binding what an agreement binds to: a hash over the content, the category and the plan
 * @param status where it stands
 * @param step the step that is awaited, or null when none is
 * @param stepDue until when that step is to be done, or null when its rule gives no time
 * @param submittedAt when it was submitted
 * @param submittedBy who submitted it
 * @param decisions what was decided, oldest first
 */
public record ApprovalCase(
        String id,
        ItemId item,
        int revision,
        String procedure,
        String policyVersion,
        String binding,
        Status status,
        @Nullable String step,
        @Nullable Instant stepDue,
        Instant submittedAt,
        OfficerId submittedBy,
        List<Made> decisions) {

    public ApprovalCase {
        decisions = List.copyOf(decisions);
    }

    /** Where a case stands. */
    public enum Status {
        /** A decision is awaited. */
        IN_PROGRESS,
        /** Agreed; the item is still to be published, or its publication is awaited. */
        APPROVED,
        /** Refused; a new submission is a new case. */
        REFUSED,
        /** Sent back to the author; a new submission is a new case. */
        RETURNED,
        /** Every step is done. */
        DONE
    }

    /**
     * A decision that was made.
     *
     * @param step in which step
     * @param outcome what it came to
     * @param reason the opinion or reason
     * @param officer who made it
     * @param at when
     */
    public record Made(String step, Outcome outcome, String reason, OfficerId officer, Instant at) {}
}
