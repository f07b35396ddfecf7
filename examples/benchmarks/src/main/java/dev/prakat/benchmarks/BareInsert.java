package dev.prakat.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that is written by a prepared statement. One thread. */
final class BareInsert {

    private final String table;
    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    BareInsert(String table) {
        this.table = table;
    }

    BareInsert with(String column, @Nullable Object value) {
        columns.put(column, value);
        return this;
    }

    void into(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach((name, value) -> {
            if (value != null) {
                names.add(name);
                values.add(value);
            }
        });
        String marks = String.join(", ", names.stream().map(name -> "?").toList());
        run(
                connection,
                "insert into " + table + " (" + String.join(", ", names) + ") values (" + marks + ")",
                values.toArray());
    }

    static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                if (values[n] instanceof OffsetDateTime) {
                    statement.setObject(n + 1, values[n], Types.TIMESTAMP_WITH_TIMEZONE);
                } else {
                    statement.setObject(n + 1, values[n]);
                }
            }
            statement.executeUpdate();
        }
    }
}
