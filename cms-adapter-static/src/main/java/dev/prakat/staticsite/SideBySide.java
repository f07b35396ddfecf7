package dev.prakat.staticsite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Work on many things with every core. Comes back when all of it is over, also after a fault. */
final class SideBySide {

    private SideBySide() {}

    /** What is done with each. */
    interface Work<T, R> {
        R of(T one) throws IOException;
    }

    /**
     * Works.
     *
     * @return what came of each, in order
     * @throws IOException the first fault
     */
    static <T, R> List<R> all(Collection<T> all, Work<T, R> work) throws IOException {
        Queue<Exception> faults = new ConcurrentLinkedQueue<>();
        List<Optional<R>> results = all.parallelStream()
                .map(one -> {
                    try {
                        return faults.isEmpty() ? Optional.of(work.of(one)) : Optional.<R>empty();
                    } catch (IOException | RuntimeException e) {
                        faults.add(e);
                        return Optional.<R>empty();
                    }
                })
                .toList();
        Exception fault = faults.peek();
        if (fault instanceof IOException broken) {
            throw broken;
        }
        if (fault instanceof RuntimeException refused) {
            throw refused;
        }
        List<R> present = new ArrayList<>(results.size());
        results.forEach(result -> result.ifPresent(present::add));
        return present;
    }
}
