package dev.prakat.trafficlog;

/**
 * A line of an access log that was not imported. Holds nothing of the line itself, which is personal. Immutable.
 *
 * @param number which line of the file, from 1
 * @param why what was found and what was expected, a sentence in English
 */
public record RejectedLine(long number, String why) {}
