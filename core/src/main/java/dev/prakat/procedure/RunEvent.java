package dev.prakat.procedure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened in a run; a run is its beginning and its events. */
public sealed interface RunEvent {

    /**
     * When it happened.
     *
     * @return the instant
     */
    Instant at();

    /**
     * A step was decided.
     *
     * @param outcome what it came to
     * @param choice what was chosen with it: for ASSIGN the unit or the officer, for CLASSIFY the category, for an outcome
     *     that branches the branch; else null
     * @param at when
     */
    record Decided(Outcome outcome, @Nullable String choice, Instant at) implements RunEvent {}

    /**
     * A step that nobody decides was done: handed in, made public, verified, told.
     *
     * @param at when
     */
    record Completed(Instant at) implements RunEvent {}
}
