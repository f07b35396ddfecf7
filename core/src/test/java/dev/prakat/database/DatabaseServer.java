package dev.prakat.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.List;

/** A server that gives each test an empty database of its own. */
abstract class DatabaseServer {

    /** An empty database. Its sessions are far from UTC unless a test says otherwise. */
    abstract EmptyDatabase empty();

    /**
     * What the tests say to a session, in the server's words.
     *
     * @param zone statements that put the session into a zone, written {@code +09:00}
     * @param impatient statements after which a wait for a lock ends soon
     * @param stable statements after which a transaction sees the database as it began, and fails where that would not do
     */
    record Words(String zone, List<String> impatient, List<String> stable) {}

    abstract Words words();

    static HikariConfig pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(8);
        return config;
    }
}
