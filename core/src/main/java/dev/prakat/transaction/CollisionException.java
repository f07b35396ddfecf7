package dev.prakat.transaction;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;

/**
 * Two units of work wanted the same row; this one came second and nothing of it is in the database. Its code is
 * {@link ProblemCode#CONFLICT}. The same work may be done again in a new unit, if whoever asked for it would still ask.
 */
public final class CollisionException extends PrakatException {

    private static final long serialVersionUID = 1L;

    /**
     * Wraps what the database or its mapper said.
     *
     * @param cause what showed that somebody else was first
     */
    public CollisionException(Throwable cause) {
        super(
                ProblemCode.CONFLICT,
                "somebody else changed the same record first; nothing of this call was stored. Read it again and repeat.",
                cause);
    }
}
