package dev.prakat.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Numbered points at which a process can die: before and after each commit, before and after each call to a website. From the
 * point at which it dies on, nothing that it still tries has an effect, until it lives again.
 */
final class CrashPoints implements HookedTarget.Hook {

    /** The process is dead. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("crashed here on purpose");
        }
    }

    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean dead;
    private int passed;

    /** The same database; each commit is two points. */
    DataSource around(DataSource database) {
        return ProxyDataSourceBuilder.create(database)
                .beforeMethod(call -> commit(call.getMethod().getName()))
                .afterMethod(call -> commit(call.getMethod().getName()))
                .build();
    }

    private void commit(String method) {
        if (method.equals("commit")) {
            point();
        } else if (dead && (method.startsWith("execute") || method.equals("prepareStatement"))) {
            throw new Crash();
        }
    }

    @Override
    public void before(String call, String item) {
        point();
    }

    @Override
    public void after(String call, String item) {
        point();
    }

    private void point() {
        passed++;
        if (dead || left.decrementAndGet() <= 0) {
            dead = true;
            throw new Crash();
        }
    }

    /** Dies at the n-th point from now, 1 is the next. */
    void dieAt(int n) {
        left.set(n);
        passed = 0;
        dead = false;
    }

    /** Lives again, for ever. */
    void live() {
        dieAt(Integer.MAX_VALUE);
    }

    /** How many points were passed since the last of these calls. */
    int passed() {
        return passed;
    }

    boolean isDead() {
        return dead;
    }
}
