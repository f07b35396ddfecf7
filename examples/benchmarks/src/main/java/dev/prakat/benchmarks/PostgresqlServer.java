package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL: the one at {@code --url}, or one of our own, set up as a careful administrator would,
 * durable commits first of all. Its files go with it, unless {@code --keep=yes} or {@code --filled=yes} is given. One thread.
 */
final class PostgresqlServer implements AutoCloseable {

    private final @Nullable EmbeddedPostgres own;
    private final String url;
    private final List<HikariDataSource> pools = new ArrayList<>();

    private PostgresqlServer(@Nullable EmbeddedPostgres own, String url) {
        this.own = own;
        this.url = url;
    }

    static PostgresqlServer start(Arguments arguments, Path home) throws IOException {
        String given = arguments.text("url", "");
        if (!given.isEmpty()) {
            return new PostgresqlServer(null, given);
        }
        boolean kept = arguments.text("keep", "no").equals("yes")
                || arguments.text("filled", "no").equals("yes");
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgresql"))
                .setCleanDataDirectory(!kept)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("random_page_cost", "1.1")
                .start();
        return new PostgresqlServer(postgres, postgres.getJdbcUrl("postgres", "postgres"));
    }

    /** A pool on an empty schema of this name; what was in it before is dropped. */
    HikariDataSource emptySchema(String name) throws SQLException {
        HikariDataSource source = schema(name);
        run(source, "drop schema if exists " + name + " cascade", "create schema " + name);
        return source;
    }

    /** A pool on a schema as it stands. */
    HikariDataSource schema(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name);
        config.setMaximumPoolSize(10);
        HikariDataSource source = new HikariDataSource(config);
        pools.add(source);
        return source;
    }

    static void run(HikariDataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first two columns of every row as {@code name value}. */
    static List<String> rows(HikariDataSource source, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        pools.forEach(HikariDataSource::close);
        if (own != null) {
            own.close();
        }
    }
}
