package dev.prakat.duty;

/** The part that a person plays in one item. Source: AMB-02. */
public enum Part {
    /** Drafted or submitted it. */
    REQUESTER,
    /** Agreed to it, screened it, assigned it. */
    APPROVER,
    /** Made it public. */
    PUBLISHER,
    /** Compared what is public with what was approved. */
    VERIFIER
}
