package dev.prakat.database;

import com.zaxxer.hikari.HikariConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL on a loopback port. A test's database is a schema of its own: making one is a matter of a millisecond. */
final class PostgresqlServer extends DatabaseServer {

    private static final String USER = "postgres";

    private final EmbeddedPostgres postgres;
    private final AtomicInteger number = new AtomicInteger();

    private PostgresqlServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static PostgresqlServer start() throws IOException {
        return new PostgresqlServer(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("deadlock_timeout", "50ms")
                .start());
    }

    @Override
    Words words() {
        return new Words(
                "set time zone interval '%s' hour to minute",
                List.of("set lock_timeout = '100ms'"),
                List.of("set session characteristics as transaction isolation level repeatable read"));
    }

    @Override
    EmptyDatabase empty() {
        String schema = "test" + number.incrementAndGet();
        run("create schema " + schema);
        return opened(postgres.getJdbcUrl(USER, USER) + "&currentSchema=" + schema);
    }

    /** A database of its own whose encoding has no Thai letters. */
    EmptyDatabase latin1() {
        String name = "latin" + number.incrementAndGet();
        run("create database " + name + " encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
        return open(name);
    }

    /** The name of a database of its own. */
    String database() {
        return copyOf("template1");
    }

    /** The name of a copy of a database that nobody has open, as a backup makes it. */
    String copyOf(String database) {
        String name = "own" + number.incrementAndGet();
        run("create database " + name + " template " + database);
        return name;
    }

    EmptyDatabase open(String database) {
        return opened(postgres.getJdbcUrl(USER, database));
    }

    private EmptyDatabase opened(String url) {
        return new EmptyDatabase(words(), statements -> {
            HikariConfig config = pool(url, USER);
            config.setConnectionInitSql(String.join(";", statements));
            return config;
        });
    }

    private void run(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
