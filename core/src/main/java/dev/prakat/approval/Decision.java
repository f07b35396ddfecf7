package dev.prakat.approval;

import dev.prakat.procedure.Outcome;

/**
 * What an officer decides in a step. Immutable.
 *
 * @param outcome what the step comes to
 * @param reason the opinion or reason; must not be blank for a refusal or a return Source: S002-R06, S003-R09, AMB-39
 */
public record Decision(Outcome outcome, String reason) {

    /**
     * Agrees.
     *
     * @param opinion the opinion, may be empty
     * @return the decision
     */
    public static Decision approve(String opinion) {
        return new Decision(Outcome.APPROVE, opinion);
    }

    /**
     * Refuses.
     *
     * @param reason why; the requester is told
     * @return the decision
     */
    public static Decision refuse(String reason) {
        return new Decision(Outcome.REFUSE, reason);
    }

    /**
     * Sends back for correction.
     *
     * @param reason what is to be corrected
     * @return the decision
     */
    public static Decision sendBack(String reason) {
        return new Decision(Outcome.RETURN, reason);
    }
}
