package dev.prakat.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Reads which migrations were run, from the table that each migration enters itself into: the same trace whether Flyway ran
 * it or an administrator by hand. Plain JDBC, so that a database that is up to date is known without starting Flyway, which
 * is most of the start-up time of a short command.
 */
final class SchemaHistory {

    private static final String TABLE = "prakat_schema_version";
    private static final String HIGHEST = "select max(version) from " + TABLE;

    private SchemaHistory() {}

    /** The highest version that was run; 0 when none was. */
    static int version(Connection connection) throws SQLException {
        if (!tableExists(connection)) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(HIGHEST);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static boolean tableExists(Connection connection) throws SQLException {
        String[] spellings = {TABLE, TABLE.toUpperCase(Locale.ROOT)};
        for (String spelling : spellings) {
            try (ResultSet tables = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), spelling, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
