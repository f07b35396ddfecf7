package dev.prakat.problem;

/** The kinds of problem that a caller can meet. A code is never renamed or reused once released. */
public enum ProblemCode {
    /** What the caller gave is not acceptable; nothing was changed. */
    INVALID_INPUT,
    /** The officer may not do this; the message says who may. */
    NOT_ALLOWED,
    /** No such item, category, officer, target or policy. */
    NOT_FOUND,
    /** The state does not permit this now, or somebody else changed it first. */
    CONFLICT,
    /** A policy, a directory or a setting is wrong; every finding is listed. */
    CONFIGURATION,
    /** The database is not as this version needs it. */
    SCHEMA,
    /** The traffic log cannot be written or opened; nothing that must be logged is done without it. */
    TRAFFIC_LOG,
    /** Something outside Prakat broke: a disk, a database, a network. */
    BROKEN
}
