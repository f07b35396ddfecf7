package dev.prakat.schema;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Creates, upgrades or checks our tables. They carry the prefix {@code prakat_}. Each migration enters
 * itself into {@code prakat_schema_version}, whoever runs it; Flyway keeps its own book in {@code prakat_schema_history}, apart
 * from any history of the host. Migrations only go forward and never drop anything.
 */
public final class Schema {

    /** The migrations of this version, oldest first. The number in the name is the version. */
    private static final List<String> MIGRATIONS = List.of(
            "V001__items_approval_delivery.sql",
            "V002__authority_and_account.sql",
            "V003__lanes_and_drift.sql",
            "V004__complaints.sql",
            "V005__reports.sql",
            "V006__requests.sql");

    static final int LATEST = MIGRATIONS.size();
    private static final String HISTORY_TABLE = "prakat_schema_history";

    private Schema() {}

    /**
     * Makes the database ready, as the mode says.
     *
     * @param dataSource the host's; MIGRATE needs two connections at once
     * @param mode what to do
     * @throws PrakatException {@code SCHEMA} if the tables are missing, older (VALIDATE) or newer than this version, or
     *     if the database cannot keep Thai text; nothing is changed then. {@code CONFIGURATION} if the database is of a
     *     kind that has no migrations here, or if MIGRATE lacks the part of Flyway that knows the database
     */
    public static void prepare(DataSource dataSource, SchemaMode mode) {
        if (mode == SchemaMode.NONE) {
            return;
        }
        Found found = look(dataSource);
        if (found.version() > LATEST) {
            throw new PrakatException(
                    ProblemCode.SCHEMA,
                    "the database's schema is newer than this program: found version " + found.version()
                            + ", expected " + LATEST
                            + ". Use the newer Prakat that made it, or restore a backup; nothing was changed.");
        }
        if (found.version() < LATEST && mode == SchemaMode.VALIDATE) {
            throw new PrakatException(
                    ProblemCode.SCHEMA,
                    "the database's schema is " + (found.version() == 0 ? "missing" : "version " + found.version())
                            + ", expected version "
                            + LATEST + "; to be run: " + MIGRATIONS.subList(found.version(), LATEST)
                            + ". Either build with schema(SchemaMode.MIGRATE), or hand the output of"
                            + " Schema.writeTo to whoever runs the database.");
        }
        if (found.version() < LATEST) {
            migrate(dataSource, found);
        }
    }

    /** What is there. The connection is given back before Flyway wants two. */
    private static Found look(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Database database = Database.of(connection);
            ThaiText.require(connection, database);
            return new Found(database, SchemaHistory.version(connection));
        } catch (SQLException e) {
            throw new PrakatException(
                    ProblemCode.BROKEN,
                    "the database could not be read while its schema was checked: " + e.getMessage(),
                    e);
        }
    }

    private record Found(Database database, int version) {}

    /**
     * Writes the whole schema as SQL, for a database administrator who runs it by hand.
     *
     * @param writer gets the SQL; not closed
     * @param database for which database
     * @throws UncheckedIOException if the writer fails
     */
    public static void writeTo(Writer writer, Database database) {
        try {
            for (String name : MIGRATIONS) {
                writer.write("-- " + name + "\n");
                writer.write(read(database, name));
                writer.write('\n');
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void migrate(DataSource dataSource, Found found) {
        ClassLoader loader = Schema.class.getClassLoader();
        found.database().requireFlyway(loader);
        try {
            Flyway.configure(loader)
                    .dataSource(dataSource)
                    .table(HISTORY_TABLE)
                    .locations("classpath:" + found.database().folder())
                    .baselineOnMigrate(true)
                    // What an administrator ran by hand is taken as it is; Flyway goes on from there.
                    .baselineVersion(Integer.toString(found.version()))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new PrakatException(
                    ProblemCode.SCHEMA,
                    "the schema could not be brought to version " + LATEST + ": " + e.getMessage()
                            + " The statements before the failing one may have been run; mend the cause and start again.",
                    e);
        }
    }

    private static String read(Database database, String name) throws IOException {
        String resource = "/" + database.folder() + "/" + name;
        try (InputStream in = Schema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the jar lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
