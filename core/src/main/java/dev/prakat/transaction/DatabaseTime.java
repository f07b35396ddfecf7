package dev.prakat.transaction;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * The database's own time: leases of several machines are measured by one clock. It is asked for as a number of microseconds,
 * because a time that comes as a time is read in the zone of a session that is the host's to choose.
 */
public final class DatabaseTime {

    static final String QUERY_PROPERTY = "prakat.database-time";

    private static final String STANDARD = "select cast(extract(epoch from current_timestamp) * 1000000 as bigint)";
    private static final String MARIADB = "select timestampdiff(microsecond, '1970-01-01 00:00:00', utc_timestamp(6))";

    private DatabaseTime() {}

    /**
     * Asks for the time.
     *
     * @param manager the entity manager of a unit of work, of a factory that {@link PersistenceUnit} opened
     * @return the instant, in microseconds; within one unit of work it may stand still
     */
    public static Instant now(EntityManager manager) {
        Object query = manager.getEntityManagerFactory().getProperties().get(QUERY_PROPERTY);
        Number micros = (Number)
                manager.createNativeQuery(String.valueOf(query), Long.class).getSingleResult();
        return Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS);
    }

    /** How this database is asked. */
    static String query(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("MariaDB") ? MARIADB : STANDARD;
        } catch (SQLException e) {
            throw new PrakatException(
                    ProblemCode.BROKEN, "the database could not be asked what it is: " + e.getMessage(), e);
        }
    }
}
