package dev.prakat.transaction;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Whether rows that another node is working on can be passed over without waiting ({@code for update skip locked}): PostgreSQL,
 * and MariaDB from 10.6. Elsewhere a row is taken by an update that names what it expects to find.
 */
public final class RowLocks {

    static final String PROPERTY = "prakat.skip-locked";

    private RowLocks() {}

    /**
     * Asks what this database can do.
     *
     * @param manager the entity manager of a unit of work, of a factory that {@link PersistenceUnit} opened
     * @return true when locked rows can be passed over
     */
    public static boolean canSkipLocked(EntityManager manager) {
        return Boolean.TRUE.equals(
                manager.getEntityManagerFactory().getProperties().get(PROPERTY));
    }

    static boolean skipLocked(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            String product = about.getDatabaseProductName().toLowerCase(Locale.ROOT);
            int version = about.getDatabaseMajorVersion() * 100 + about.getDatabaseMinorVersion();
            return product.equals("postgresql") || (product.equals("mariadb") && version >= 1006);
        } catch (SQLException e) {
            throw new PrakatException(
                    ProblemCode.BROKEN, "the database could not be asked what it is: " + e.getMessage(), e);
        }
    }
}
