package dev.prakat.schema;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks whether the database can keep Thai text, before it is asked to: a PostgreSQL database has one encoding for all, a
 * MariaDB database one for each column, and a wrong one turns every letter into a question mark without a word.
 */
final class ThaiText {

    private static final String ENCODING =
            "select pg_encoding_to_char(encoding) from pg_database" + " where datname = current_database()";

    private static final String WRONG_COLUMNS = """
            select concat(table_name, '.', column_name, ' ', character_set_name, ' ', collation_name)
            from information_schema.columns
            where table_schema = database() and table_name like 'prakat\\_%' and table_name <> 'prakat_schema_history'
            and character_set_name is not null
            and (character_set_name <> 'utf8mb4' or collation_name not like '%\\_bin')
            order by table_name, ordinal_position""";

    private ThaiText() {}

    static void require(Connection connection, Database database) throws SQLException {
        switch (database) {
            case POSTGRESQL -> requireEncoding(texts(connection, ENCODING));
            case MARIADB -> requireColumns(texts(connection, WRONG_COLUMNS));
            case H2 -> {}
        }
    }

    private static void requireEncoding(List<String> found) {
        if (!found.equals(List.of("UTF8"))) {
            throw new PrakatException(
                    ProblemCode.SCHEMA,
                    "the database's encoding: found " + String.join(", ", found) + ", expected UTF8, because Thai text"
                            + " must come out as it went in. Make a database with encoding 'UTF8' template template0;"
                            + " nothing was changed.");
        }
    }

    private static void requireColumns(List<String> found) {
        if (!found.isEmpty()) {
            throw new PrakatException(
                    ProblemCode.SCHEMA,
                    "the tables' character set: found " + found.size()
                            + " columns that are not utf8mb4 with a collation"
                            + " that ends in _bin (" + String.join("; ", found.subList(0, Math.min(5, found.size())))
                            + "), because Thai text must come out as it went in and keys differ by case. Run, for each"
                            + " table named, 'alter table ... convert to character set utf8mb4 collate"
                            + " utf8mb4_nopad_bin'; nothing was changed.");
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
