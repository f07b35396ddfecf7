package dev.prakat.database;

import dev.prakat.schema.Database;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/** The databases that the tests run on. Each server is started once, when the first test needs it, and ends with the JVM. */
public enum TestDatabases {
    H2(Database.H2) {
        @Override
        DatabaseServer start() {
            return new H2InMemory();
        }
    },
    POSTGRESQL(Database.POSTGRESQL) {
        @Override
        DatabaseServer start() throws Exception {
            return PostgresqlServer.start();
        }
    },
    MARIADB(Database.MARIADB) {
        @Override
        DatabaseServer start() throws Exception {
            return MariadbServer.start();
        }
    };

    private static final boolean REQUIRED = "1".equals(System.getenv("PRAKAT_REQUIRE_ALL"));

    private final Database kind;
    private final Set<Class<?>> told = ConcurrentHashMap.newKeySet();
    private DatabaseServer server;
    private Throwable whyNot;

    TestDatabases(Database kind) {
        this.kind = kind;
    }

    abstract DatabaseServer start() throws Exception;

    public Database kind() {
        return kind;
    }

    /**
     * The server. Where it cannot be had, the test is skipped with one line for its class on standard error, and fails when
     * {@code PRAKAT_REQUIRE_ALL=1}.
     */
    public synchronized DatabaseServer server(Class<?> test) {
        if (server == null && whyNot == null) {
            try {
                server = start();
            } catch (Exception | LinkageError e) {
                whyNot = e;
            }
        }
        if (server != null) {
            return server;
        }
        String message = test.getSimpleName() + ": NO " + name() + " on this machine, found: " + whyNot
                + ". The servers come from Maven Central for Linux and Windows on amd64 and for macOS on arm64.";
        if (REQUIRED) {
            throw new IllegalStateException(message + " PRAKAT_REQUIRE_ALL=1 asks for it.", whyNot);
        }
        if (told.add(test)) {
            System.err.println("!!!!!!!! SKIPPED " + message);
        }
        return Assumptions.abort(message);
    }
}
