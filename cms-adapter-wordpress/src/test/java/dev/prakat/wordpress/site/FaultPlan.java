package dev.prakat.wordpress.site;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Decides what befalls each request. Called by one thread at a time. */
@FunctionalInterface
public interface FaultPlan {

    /** What a random plan chooses from. */
    List<Fault> ALL = List.of(
            Fault.RESET_BEFORE,
            Fault.ANSWER_DROPPED,
            Fault.BAD_GATEWAY_AFTER,
            Fault.UNAVAILABLE_BEFORE,
            Fault.HALF_ANSWER,
            Fault.LATE,
            Fault.TOO_MANY);

    /**
     * The fate of a request.
     *
     * @param number the how manieth request through the proxy it is, from 1
     * @param method for instance {@code POST}
     * @param target its path and query
     */
    Fault fate(long number, String method, String target);

    /** {@return a plan that lets everything pass} */
    static FaultPlan none() {
        return (number, method, target) -> Fault.NONE;
    }

    /** {@return a plan that hits so many of 100 requests, each kind of fault alike; the same for the same seed and order of requests} */
    static FaultPlan random(long seed, int percent) {
        return random(seed, percent, ALL);
    }

    /** {@return the same with these faults only} */
    static FaultPlan random(long seed, int percent, List<Fault> faults) {
        SplittableRandom random = new SplittableRandom(seed);
        return (number, method, target) ->
                random.nextInt(100) < percent ? faults.get(random.nextInt(faults.size())) : Fault.NONE;
    }

    /** {@return a plan that gives these fates, in this order, to the first requests of a method whose target has a text in it} */
    static FaultPlan next(String method, String part, Fault... fates) {
        Predicate<String> matches = request -> request.startsWith(method + " ") && request.contains(part);
        Queue<Fault> left = new ArrayDeque<>(List.of(fates));
        return (number, asked, target) ->
                !left.isEmpty() && matches.test(asked + " " + target) ? left.remove() : Fault.NONE;
    }
}
