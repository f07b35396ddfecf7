package dev.prakat.approval;

import dev.prakat.procedure.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What an officer decides in a step. Immutable.
 *
 * @param outcome what the step comes to
 * @param reason the opinion or reason; must not be blank for a refusal, a return or a hold Source: S002-R06, S003-R09, AMB-39
 * @param choice what is chosen with it: for ASSIGN the unit's code or the officer's key, for CLASSIFY the category (its id, its
 *     row or its path), for an outcome that branches the branch; else null
 * @param waiver why what screening only warned of may stay, or null when nothing is waived; it holds for every finding of the
 *     case that is not waived yet
 */
public record Decision(
        Outcome outcome,
        String reason,
        @Nullable String choice,
        @Nullable String waiver) {

    /**
     * Agrees.
     *
     * @param opinion the opinion, may be empty
     * @return the decision
     */
    public static Decision approve(String opinion) {
        return new Decision(Outcome.APPROVE, opinion, null, null);
    }

    /**
     * Refuses.
     *
     * @param reason why; the requester is told
     * @return the decision
     */
    public static Decision refuse(String reason) {
        return new Decision(Outcome.REFUSE, reason, null, null);
    }

    /**
     * Sends back for correction, to an earlier step or to the author as the procedure says.
     *
     * @param reason what is to be corrected
     * @return the decision
     */
    public static Decision sendBack(String reason) {
        return new Decision(Outcome.RETURN, reason, null, null);
    }

    /**
     * Gives the item to a unit or to an officer, as the step says. Source: S001-R13, S001-R17, S001-R18.
     *
     * @param unitOrOfficer the unit's code or the officer's key
     * @param opinion the opinion, may be empty
     * @return the decision
     */
    public static Decision assign(String unitOrOfficer, String opinion) {
        return new Decision(Outcome.ASSIGN, opinion, unitOrOfficer, null);
    }

    /**
     * Sets the category. The step stays open. Source: S001-R13.
     *
     * @param category its id, its row or its path
     * @return the decision
     */
    public static Decision classify(String category) {
        return new Decision(Outcome.CLASSIFY, "", category, null);
    }

    /**
     * Puts the step on hold: its clock stands still until the next decision.
     *
     * @param instruction what is waited for
     * @return the decision
     */
    public static Decision hold(String instruction) {
        return new Decision(Outcome.HOLD, instruction, null, null);
    }

    /**
     * The same decision, with what screening only warned of accepted.
     *
     * @param why why it may stay; not blank
     * @return the changed copy
     */
    public Decision waiving(String why) {
        return new Decision(outcome, reason, choice, why);
    }
}
