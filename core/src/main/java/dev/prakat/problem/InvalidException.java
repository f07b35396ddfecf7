package dev.prakat.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Validation failed. Carries every finding; the message repeats them, one a line. */
public final class InvalidException extends PrakatException {

    private static final long serialVersionUID = 1L;

    /** Everything that was found; not empty. Transient: a finding need not survive serialisation, its text does. */
    private final transient List<Finding> findings;

    /**
     * Creates the exception.
     *
     * @param code {@link ProblemCode#INVALID_INPUT} or {@link ProblemCode#CONFIGURATION}
     * @param subject what was validated, as the message names it
     * @param findings everything that was found; at least one
     */
    public InvalidException(ProblemCode code, String subject, List<Finding> findings) {
        super(code, message(subject, findings));
        this.findings = List.copyOf(findings);
    }

    /**
     * Everything that was found.
     *
     * @return the findings in the order of their places
     */
    public List<Finding> findings() {
        return findings;
    }

    private static String message(String subject, List<Finding> findings) {
        return findings.stream()
                .map(Finding::line)
                .collect(Collectors.joining(
                        "\n  ",
                        subject + ": " + findings.size() + (findings.size() == 1 ? " finding" : " findings") + "\n  ",
                        ""));
    }
}
