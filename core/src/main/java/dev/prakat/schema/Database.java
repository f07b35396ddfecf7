package dev.prakat.schema;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The databases that have migrations in the jar. */
public enum Database {
    /** H2 2.x, the embedded default. Flyway knows it without a further part. */
    H2("H2", null, null),
    /** PostgreSQL 14 or later, with the encoding UTF8. */
    POSTGRESQL("PostgreSQL", "flyway-database-postgresql", "org.flywaydb.database.postgresql.PostgreSQLDatabaseType"),
    /** MariaDB 10.6 or later, InnoDB. The tables are utf8mb4, whatever the database's own character set is. */
    MARIADB("MariaDB", "flyway-mysql", "org.flywaydb.database.mysql.mariadb.MariaDBDatabaseType");

    private final String productName;
    private final @Nullable String flywayPart;
    private final @Nullable String flywayType;

    Database(String productName, @Nullable String flywayPart, @Nullable String flywayType) {
        this.productName = productName;
        this.flywayPart = flywayPart;
        this.flywayType = flywayType;
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

    /**
     * Flyway looks for the part that knows the database by itself, and without it says only that it has no plug-in.
     *
     * @param loader where Flyway looks
     * @throws PrakatException {@code CONFIGURATION} if the part is not on the class path
     */
    void requireFlyway(ClassLoader loader) {
        if (flywayType == null) {
            return;
        }
        try {
            Class.forName(flywayType, false, loader);
        } catch (ClassNotFoundException e) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "the schema of " + productName + ": found no org.flywaydb:" + flywayPart
                            + " on the class path, which Flyway needs beside flyway-core to migrate this database. Add it"
                            + " in the version of your flyway-core with scope runtime, or hand the output of Schema.writeTo to whoever runs the database;"
                            + " nothing was changed.",
                    e);
        }
    }
}
