package dev.prakat.cli;

import dev.prakat.problem.ProblemCode;

/** What a command ends with, the same everywhere. */
final class ExitCode {

    /** Done. */
    static final int DONE = 0;

    /** A finding or a refusal: nothing is broken, but somebody must look. */
    static final int FINDING = 1;

    /** The command was used wrongly. */
    static final int WRONG_USE = 2;

    /** Something broke: a disk, a database, the log. */
    static final int BROKEN = 3;

    /** The log is sound, but not fully covered. */
    static final int NOT_COVERED = 4;

    private ExitCode() {}

    static int of(ProblemCode code) {
        return switch (code) {
            case INVALID_INPUT, NOT_ALLOWED, NOT_FOUND, CONFLICT, CONFIGURATION -> FINDING;
            case SCHEMA, TRAFFIC_LOG, BROKEN -> BROKEN;
        };
    }
}
