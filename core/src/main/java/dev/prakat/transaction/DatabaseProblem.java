package dev.prakat.transaction;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the database's refusal means to the caller. Somebody else was first, in whatever words the database says so, is a
 * {@code CONFLICT} that is mended by reading again and repeating; anything else is {@code BROKEN}.
 */
final class DatabaseProblem {

    /**
     * SQLSTATE of a serialization failure, of PostgreSQL's deadlock, of a row that a caller did not want to wait for, of a key
     * that is taken, and of H2's lock time-out. MariaDB's deadlock says 40001 too. The keys of our rows are counted from what
     * was read, so a taken one was taken since.
     */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "23505", "HYT00");

    /** MariaDB, which says HY000 or 23000 for these: record changed since it was read, key taken, lock time-out, deadlock. */
    private static final Set<Integer> MARIADB_CONFLICTS = Set.of(1020, 1062, 1205, 1213);

    private static final Set<String> MARIADB_STATES = Set.of("HY000", "23000", "40001");

    /** H2: the row was changed by a transaction that ended since. */
    private static final String H2_CONCURRENT_UPDATE = "90131";

    /** A character that the database cannot keep: U+0000 in PostgreSQL. */
    private static final String NOT_IN_REPERTOIRE = "22021";

    private DatabaseProblem() {}

    static PrakatException of(PersistenceException e) {
        SQLException refusal = refusal(e);
        if (staleVersion(e) || (refusal != null && conflict(refusal))) {
            return new PrakatException(
                    ProblemCode.CONFLICT,
                    "somebody else changed the same record first; nothing of this call was stored. Read it again and repeat.",
                    e);
        }
        if (refusal != null && NOT_IN_REPERTOIRE.equals(refusal.getSQLState())) {
            return new PrakatException(
                    ProblemCode.INVALID_INPUT,
                    "a text holds a character that the database cannot keep, such as U+0000; nothing of this call was"
                            + " stored. Take it out and repeat. The database says: " + refusal.getMessage(),
                    e);
        }
        return new PrakatException(
                ProblemCode.BROKEN,
                "the database did not do what was asked, nothing of this call was stored: " + e.getMessage(),
                e);
    }

    private static boolean conflict(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return CONFLICTS.contains(state)
                || H2_CONCURRENT_UPDATE.equals(state)
                || (MARIADB_STATES.contains(state) && MARIADB_CONFLICTS.contains(e.getErrorCode()));
    }

    private static boolean staleVersion(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return true;
            }
        }
        return false;
    }

    /** The last word of the driver: of a batch, the statement's own exception comes after the batch's. */
    private static @Nullable SQLException refusal(Throwable e) {
        SQLException found = null;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
                SQLException next = sql.getNextException();
                if (sql.getSQLState() == null && next != null) {
                    found = next;
                }
            }
        }
        return found;
    }
}
