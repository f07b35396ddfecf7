package dev.prakat.procedure;

/** What kind of act a step is. */
public enum StepKind {
    /** An officer decides. */
    DECIDE,
    /** The item is made public. */
    PUBLISH,
    /** What is public is compared with what was approved. */
    VERIFY
}
