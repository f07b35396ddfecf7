package dev.prakat.wordpress.site;

/**
 * A request that came through a {@link FaultProxy}.
 *
 * @param number the how manieth it was, from 1
 * @param method for instance {@code POST}
 * @param target its path and query
 * @param fault what befell it
 */
public record Passed(long number, String method, String target, Fault fault) {}
