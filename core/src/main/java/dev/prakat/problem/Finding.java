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
     * The finding on one line, for a message or a terminal.
     *
     * @return place, rule, message and remedy
     */
    public String line() {
        return place + " [" + rule + "] " + message + " -> " + remedy;
    }
}
