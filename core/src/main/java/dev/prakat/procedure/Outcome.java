package dev.prakat.procedure;

/** What a step may come to. */
public enum Outcome {
    /** Agreed; the next step begins. */
    APPROVE,
    /** Refused, with a reason; the run ends. */
    REFUSE,
    /** Given back for correction: to the step before, or from the first step to the author. */
    RETURN,
    /** Given to a unit or an officer. No policy may use it yet. */
    ASSIGN,
    /** The category is set. No policy may use it yet. */
    CLASSIFY,
    /** On hold as instructed. No policy may use it yet. */
    HOLD
}
