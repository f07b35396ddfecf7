package dev.prakat.policy;

import dev.prakat.calendar.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * A step of the procedure for data requests. Immutable.
 *
 * @param kind which
 * @param labelTh its Thai name
 * @param labelEn its English name
 * @param within how long it may take, or null when there is no limit
 * @param soft whether the limit is a norm that reminds and is never broken. Source: AMB-34
 */
public record RequestStep(
        Kind kind, String labelTh, String labelEn, @Nullable TimeLimit within, boolean soft) {

    /** The steps. */
    public enum Kind {
        /** The document reaches the person in charge. Source: S000-R02, S000-R03 */
        RECEIVE,
        /** What is wanted, and how urgently. Source: S000-R04, S000-R05 */
        CLARIFY,
        /** Branch A: statistics that are held. Source: S000-R07, S000-R08 */
        PREPARE_HELD,
        /** Branch B: letters to the units that own the data. Source: S000-R09, S000-R10 */
        COLLECT,
        /** Branch C: the requester is told by letter that nobody here holds it; ends the case. Source: S000-R11, S000-R12 */
        TELL_NOT_HELD,
        /** The data is produced as requested. Source: S000-R13, S000-R14 */
        PRODUCE,
        /** It is verified. Source: S000-R15, S000-R16 */
        VERIFY,
        /** The letter to the Secretary-General. Source: S000-R17, S000-R18 */
        PROPOSE,
        /** The approval is awaited; not yet approved is no refusal. Source: S000-R20, S000-R21 */
        APPROVE,
        /** Sent by e-mail and by post. Source: S000-R19 */
        SEND
    }
}
