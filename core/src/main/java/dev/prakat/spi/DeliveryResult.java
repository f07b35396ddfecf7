package dev.prakat.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How one of several requests ended that a target was given together. Immutable. */
public sealed interface DeliveryResult {

    /**
     * It was done.
     *
     * @param receipt what there is now
     */
    record Done(Receipt receipt) implements DeliveryResult {}

    /**
     * It was not done, or nobody can say whether it was.
     *
     * @param failure what the call would have thrown had it been made for this request alone; a {@link TargetException} as a rule
     */
    record Failed(RuntimeException failure) implements DeliveryResult {}

    /**
     * The results of requests that are made one after the other, whatever becomes of those before.
     *
     * @param requests the requests
     * @param call makes one of them
     * @param <T> what a request is
     * @return a result for each request, in the same order
     */
    static <T> List<DeliveryResult> oneByOne(List<T> requests, Function<T, Receipt> call) {
        List<DeliveryResult> results = new ArrayList<>(requests.size());
        for (T request : requests) {
            results.add(of(request, call));
        }
        return results;
    }

    private static <T> DeliveryResult of(T request, Function<T, Receipt> call) {
        try {
            return new Done(call.apply(request));
        } catch (RuntimeException e) {
            return new Failed(e);
        }
    }
}
