package dev.prakat.approval;

import dev.prakat.category.CategoryId;
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
 * @param category the category as it stands in this case
 * @param procedure the procedure's id
 * @param policyVersion the version of the policy that it began with and keeps
 * @param binding what an agreement binds to: a hash over the content, the category and the plan
 * @param status where it stands
 * @param step the step that is awaited, or null when none is
 * @param stepDue until when that step is to be done, or null when its rule gives no time or it is on hold
 * @param submittedAt when it was submitted
 * @param submittedBy who submitted it
 * @param resubmits the key of the case whose refusal or return this one answers, or null
 * @param assignedUnit the unit to which it was assigned, or null
 * @param assignedOfficer the officer to whom it was assigned, or null
 * @param publisher who answers for the publication, or null before it
 * @param acts what was done, oldest first
 * @param findings what screening found and did not block
 */
public record ApprovalCase(
        String id,
        ItemId item,
        int revision,
        CategoryId category,
        String procedure,
        String policyVersion,
        String binding,
        Status status,
        @Nullable String step,
        @Nullable Instant stepDue,
        Instant submittedAt,
        OfficerId submittedBy,
        @Nullable String resubmits,
        @Nullable String assignedUnit,
        @Nullable OfficerId assignedOfficer,
        @Nullable OfficerId publisher,
        List<Act> acts,
        List<CaseFinding> findings) {

    public ApprovalCase {
        acts = List.copyOf(acts);
        findings = List.copyOf(findings);
    }

    /** Where a case stands. */
    public enum Status {
        /** A decision is awaited. */
        IN_PROGRESS,
        /** Agreed; the item is still to be published, or what is public still to be verified. */
        APPROVED,
        /** Refused; the requester may still have to be told. A new submission is a new case. */
        REFUSED,
        /** Sent back to the author; a new submission is a new case. */
        RETURNED,
        /** Every step is done. */
        DONE,
        /** Called off, or the item was ordered down. A new submission is a new case. */
        WITHDRAWN,
        /** Overtaken by a newer case whose revision is public now. */
        SUPERSEDED
    }

    /**
     * What was done in a step.
     *
     * @param step in which step
     * @param outcome what was decided, or null for a step that nobody decides: handed in, published, verified, told
     * @param choice what was chosen with it, or null
     * @param reason the opinion or reason
     * @param officer who did it
     * @param orderNumber the number of the order by which the officer acted in the place of another, or null
     * @param at when
     * @param due until when it was to be done, or null
     */
    public record Act(
            String step,
            @Nullable Outcome outcome,
            @Nullable String choice,
            String reason,
            OfficerId officer,
            @Nullable String orderNumber,
            Instant at,
            @Nullable Instant due) {

        /**
         * Whether it was done late.
         *
         * @return true if it had a deadline and came after it
         */
        public boolean late() {
            return due != null && at.isAfter(due);
        }
    }
}
