package dev.prakat.request;

import dev.prakat.policy.RequestStep;

/** Whether, and where, the requested data is held. Source: S000-R06 */
public enum Branch {
    /** Statistics that are held here. Source: S000-R07 */
    HELD(RequestStep.Kind.PREPARE_HELD),
    /** Other units own it and are asked by letter. Source: S000-R09 */
    OWNED_BY_OTHERS(RequestStep.Kind.COLLECT),
    /** Nobody of the agency holds it; the requester is told by letter. Source: S000-R11 */
    NOT_HELD(RequestStep.Kind.TELL_NOT_HELD);

    private final RequestStep.Kind step;

    Branch(RequestStep.Kind step) {
        this.step = step;
    }

    RequestStep.Kind step() {
        return step;
    }
}
