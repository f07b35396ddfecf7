package dev.prakat.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Reads the history that Flyway wrote, by plain JDBC: a database that is up to date is known without starting Flyway, which
 * is most of the start-up time of a short command.
 */
final class SchemaHistory {

    private static final String VERSIONS =
            "select \"version\", \"success\" from \"" + Schema.HISTORY_TABLE + "\" where \"version\" is not null";

    private SchemaHistory() {}

    /** The highest version that was run with success; 0 when there is no history. */
    static int version(Connection connection) throws SQLException {
        if (!tableExists(connection)) {
            return 0;
        }
        int highest = 0;
        try (PreparedStatement statement = connection.prepareStatement(VERSIONS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getBoolean(2)) {
                    highest = Math.max(highest, Integer.parseInt(rows.getString(1)));
                }
            }
        }
        return highest;
    }

    private static boolean tableExists(Connection connection) throws SQLException {
        String[] spellings = {Schema.HISTORY_TABLE, Schema.HISTORY_TABLE.toUpperCase(Locale.ROOT)};
        for (String spelling : spellings) {
            try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, spelling, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
