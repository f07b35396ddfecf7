package dev.prakat.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts the statements that are prepared on the connections of a data source. Thread-safe. */
final class StatementCount {

    private final DataSource source;
    private final AtomicLong statements = new AtomicLong();

    StatementCount(DataSource source) {
        this.source = source;
    }

    /** The same data source, counted. */
    DataSource source() {
        return seen(DataSource.class, source);
    }

    long statements() {
        return statements.get();
    }

    private <T> T seen(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                StatementCount.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(real, method, arguments)));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement")) {
            statements.incrementAndGet();
        }
        try {
            Object result = method.invoke(real, arguments);
            return result instanceof Connection connection ? seen(Connection.class, connection) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
