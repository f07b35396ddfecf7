package dev.prakat.procedure;

/** What a step that somebody decides may come to. Where each leads, the policy says. */
public enum Outcome {
    /** Agreed. */
    APPROVE,
    /** Refused, with a reason. Source: S002-R06, S003-R09. */
    REFUSE,
    /** Given back for correction, to an earlier step or to the author. */
    RETURN,
    /** Given to a unit or to an officer. Source: S001-R17. */
    ASSIGN,
    /** The category is set. Source: S001-R13. */
    CLASSIFY,
    /** On hold as instructed: the step's clock stands still until the next decision. */
    HOLD
}
