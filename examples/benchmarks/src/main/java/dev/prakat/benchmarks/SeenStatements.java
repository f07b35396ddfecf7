package dev.prakat.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the statements that were run on the connections of a data source, with their last parameters, so that the database
 * can be asked how it runs each of them. Counts commits too. Thread-safe.
 */
final class SeenStatements {

    private final DataSource real;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final AtomicLong commits = new AtomicLong();

    SeenStatements(DataSource real) {
        this.real = real;
    }

    /** A parameter as it was set. */
    private record Setting(Method method, List<@Nullable Object> arguments) {}

    /** What was seen of one statement. */
    static final class Seen {
        private final String sql;
        private long calls;
        private long nanos;
        private List<Setting> last = List.of();

        private Seen(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }

        long calls() {
            return calls;
        }

        double millisEach() {
            return nanos / 1e6 / Math.max(1, calls);
        }
    }

    /** The same data source, watched. */
    DataSource source() {
        return watched(DataSource.class, real, (method, arguments) -> {
            Object result = method.invoke(real, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    synchronized List<Seen> statements() {
        return List.copyOf(seen.values());
    }

    /** How many statements were run. */
    synchronized long runs() {
        return seen.values().stream().mapToLong(one -> one.calls).sum();
    }

    long commits() {
        return commits.get();
    }

    synchronized void forget() {
        seen.clear();
        commits.set(0);
    }

    /** Runs a statement once more with its last parameters, rolls back, and gives the plan, buffers and times. */
    List<String> explain(Seen one, String... settings) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = real.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement("explain (analyze, buffers) " + one.sql)) {
                for (String setting : settings) {
                    connection.createStatement().execute(setting);
                }
                for (Setting parameter : one.last) {
                    parameter.method().invoke(statement, parameter.arguments().toArray());
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
            } catch (ReflectiveOperationException e) {
                throw new SQLException(e);
            } finally {
                connection.rollback();
            }
        }
        return lines;
    }

    private Connection connection(Connection inner) {
        return watched(Connection.class, inner, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                commits.incrementAndGet();
            }
            Object result = method.invoke(inner, arguments);
            return result instanceof PreparedStatement statement && arguments != null
                    ? statement(statement, String.valueOf(arguments[0]))
                    : result;
        });
    }

    private PreparedStatement statement(PreparedStatement inner, String sql) {
        List<Setting> settings = new ArrayList<>();
        return watched(PreparedStatement.class, inner, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                settings.add(new Setting(method, new ArrayList<>(Arrays.asList(arguments))));
            }
            if (!method.getName().startsWith("execute")) {
                return method.invoke(inner, arguments);
            }
            long begun = System.nanoTime();
            try {
                return method.invoke(inner, arguments);
            } finally {
                ran(sql, System.nanoTime() - begun, List.copyOf(settings));
                settings.clear();
            }
        });
    }

    private synchronized void ran(String sql, long nanos, List<Setting> settings) {
        Seen one = seen.computeIfAbsent(sql, Seen::new);
        one.calls++;
        one.nanos += nanos;
        one.last = settings;
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws ReflectiveOperationException;
    }

    private static <T> T watched(Class<T> type, Object real, Call call) {
        return type.cast(Proxy.newProxyInstance(
                SeenStatements.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}
