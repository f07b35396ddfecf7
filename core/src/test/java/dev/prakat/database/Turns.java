package dev.prakat.database;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Lets two threads go on by one call to the database at a time, in an order that a random number decides. Whoever waits in the
 * database for a lock of the other one is passed over.
 */
final class Turns implements AutoCloseable {

    private static final int NOBODY = -1;
    private static final long HELD_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int SECONDS = 120;

    private enum At {
        WORK,
        GATE,
        END
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final ThreadLocal<Integer> player = new ThreadLocal<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final At[] at = {At.END, At.END};
    private Random random = new Random(0);
    private double stay;
    private int turn = NOBODY;
    private int last;

    /** The same database; who plays stops before each statement and before each commit. */
    DataSource around(DataSource database) {
        return ProxyDataSourceBuilder.create(database)
                .beforeQuery((execution, queries) -> gate())
                .beforeMethod(call -> {
                    if (call.getMethod().getName().equals("commit")) {
                        gate();
                    }
                })
                .build();
    }

    /** Both at once; gives back what each came to, when both have ended. */
    <T> Pair<T> play(Random order, Callable<T> one, Callable<T> other) throws Exception {
        lock.lock();
        try {
            random = order;
            // Sometimes one goes far before the other moves, sometimes they alternate.
            stay = order.nextDouble();
            last = order.nextInt(2);
            turn = NOBODY;
            at[0] = At.WORK;
            at[1] = At.WORK;
        } finally {
            lock.unlock();
        }
        Future<T> first = threads.submit(() -> playing(0, one));
        Future<T> second = threads.submit(() -> playing(1, other));
        return new Pair<>(first.get(SECONDS, TimeUnit.SECONDS), second.get(SECONDS, TimeUnit.SECONDS));
    }

    record Pair<T>(T first, T second) {}

    private <T> T playing(int me, Callable<T> work) throws Exception {
        player.set(me);
        try {
            gate();
            return work.call();
        } finally {
            player.remove();
            moves(me, At.END);
        }
    }

    private void moves(int me, At where) {
        lock.lock();
        try {
            at[me] = where;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void gate() {
        Integer me = player.get();
        if (me == null) {
            return;
        }
        lock.lock();
        try {
            at[me] = At.GATE;
            changed.signalAll();
            awaitTurn(me, 1 - me);
            turn = NOBODY;
            last = me;
            at[me] = At.WORK;
            changed.signalAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn(int me, int other) throws InterruptedException {
        long patience = HELD_UP_NANOS;
        while (at[other] != At.END) {
            if (at[other] == At.GATE && turn == NOBODY) {
                turn = random.nextDouble() < stay ? last : 1 - last;
                changed.signalAll();
            }
            if (turn == me || patience <= 0) {
                return;
            }
            if (at[other] == At.GATE) {
                changed.await();
            } else {
                patience = changed.awaitNanos(patience);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
