package dev.prakat.problem;

/**
 * One thing that validation found. Immutable. Validation always lists all findings at once.
 *
 * @param place where: a file, or a file and a row ({@code matrix.csv:37}), or a field name
 * @param rule the rule or clause that asks for it ({@code S001-R15}), or a short code of ours
 * @param message what was found and what was expected
 * @param remedy what to do about it
 */
public record Finding(String place, String rule, String message, String remedy) {

    /**
     * The same finding, with its place put more exactly.
     *
     * @param before what stands before the place, for example {@code placement on 'www', }
     * @return the changed copy
     */
    public Finding at(String before) {
        return new Finding(before + place, rule, message, remedy);
    }

    /**
     * The finding on one line, for a message or a terminal.
     *
     * @return place, rule, message and remedy
     */
    public String line() {
        return place + " [" + rule + "] " + message + " -> " + remedy;
    }
}
