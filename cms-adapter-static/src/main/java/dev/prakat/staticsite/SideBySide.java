package dev.prakat.staticsite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Work on many things with several threads. Comes back when all of it is over, also after a fault. */
final class SideBySide {

    /** How many threads wait for a disk at once: it then serves them together. */
    private static final int WAITING = 16;

    private SideBySide() {}

    /** What is done with each. */
    @FunctionalInterface
    interface Work<T, R> {
        R of(T one) throws IOException;
    }

    /** What is done with each when nothing comes of it. */
    @FunctionalInterface
    interface Deed<T> {
        void on(T one) throws IOException;
    }

    /**
     * Works with every core.
     *
     * @return what came of each, in order
     * @throws IOException the first fault
     */
    static <T, R> List<R> all(Collection<T> all, Work<T, R> work) throws IOException {
        List<T> things = List.copyOf(all);
        List<Optional<R>> results = new ArrayList<>(Collections.nCopies(things.size(), Optional.empty()));
        AtomicInteger next = new AtomicInteger();
        Queue<Exception> faults = new ConcurrentLinkedQueue<>();
        // A loop and no stream: a stream's many small methods would each be compiled with all of the work in them.
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < things.size() && faults.isEmpty(); i = next.getAndIncrement()) {
                try {
                    results.set(i, Optional.of(work.of(things.get(i))));
                } catch (IOException | RuntimeException e) {
                    faults.add(e);
                }
            }
        };
        List<ForkJoinTask<?>> others = new ArrayList<>();
        int cores = Math.min(ForkJoinPool.getCommonPoolParallelism() + 1, things.size());
        for (int i = 1; i < cores; i++) {
            others.add(ForkJoinPool.commonPool().submit(worker));
        }
        worker.run();
        others.forEach(ForkJoinTask::join);
        throwFirst(faults);
        List<R> present = new ArrayList<>(results.size());
        results.forEach(result -> result.ifPresent(present::add));
        return present;
    }

    /**
     * Works with more threads than there are cores, because most of the time is spent waiting. They are there only meanwhile.
     *
     * @throws IOException the first fault
     */
    static <T> void waiting(Collection<T> all, Deed<T> deed) throws IOException {
        if (all.size() < 2) {
            for (T one : all) {
                deed.on(one);
            }
            return;
        }
        Queue<T> left = new ConcurrentLinkedQueue<>(all);
        Queue<Exception> faults = new ConcurrentLinkedQueue<>();
        ForkJoinPool pool = new ForkJoinPool(Math.min(WAITING, all.size()));
        try {
            List<ForkJoinTask<?>> workers = new ArrayList<>();
            for (int i = 0; i < pool.getParallelism(); i++) {
                workers.add(pool.submit(() -> work(left, deed, faults)));
            }
            workers.forEach(ForkJoinTask::join);
        } finally {
            pool.shutdown();
        }
        throwFirst(faults);
    }

    private static <T> void work(Queue<T> left, Deed<T> deed, Queue<Exception> faults) {
        for (T one = left.poll(); one != null && faults.isEmpty(); one = left.poll()) {
            try {
                deed.on(one);
            } catch (IOException | RuntimeException e) {
                faults.add(e);
            }
        }
    }

    private static void throwFirst(Queue<Exception> faults) throws IOException {
        Exception fault = faults.peek();
        if (fault instanceof IOException broken) {
            throw broken;
        }
        if (fault instanceof RuntimeException refused) {
            throw refused;
        }
    }
}
