package dev.prakat.schema;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/** The databases that have migrations in the jar. */
public enum Database {
    /** H2 2.x, the embedded default. */
    H2("H2");

    private final String productName;

    Database(String productName) {
        this.productName = productName;
    }

    /** The folder of the migrations on the class path. */
    String folder() {
        return "dev/prakat/schema/sql/" + name().toLowerCase(Locale.ROOT);
    }

    static Database of(Connection connection) throws SQLException {
        String found = connection.getMetaData().getDatabaseProductName();
        return Arrays.stream(values())
                .filter(database -> database.productName.equalsIgnoreCase(found))
                .findFirst()
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.CONFIGURATION,
                        "the database: found " + found + ", expected one of " + Arrays.toString(values())
                                + ". Use one of these, or SchemaMode.NONE if you made the tables yourself."));
    }
}
