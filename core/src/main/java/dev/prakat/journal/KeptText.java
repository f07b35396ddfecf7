package dev.prakat.journal;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What can be hashed and stored the same everywhere: half a character has no UTF-8, and not every database keeps U+0000. */
final class KeptText {

    private KeptText() {}

    static void require(String event, Map<String, String> details) {
        List<Finding> findings = new TreeMap<>(details)
                .entrySet().stream()
                        .flatMap(detail -> unkept(detail.getValue())
                                .map(what -> new Finding(
                                        detail.getKey(),
                                        "prakat",
                                        "found " + what,
                                        "type the text again at that place; it was damaged on the way"))
                                .stream())
                        .toList();
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "what '" + event + "' was to say", findings);
        }
    }

    private static Optional<String> unkept(String text) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c == 0) {
                return Optional.of("U+0000 at position " + i);
            }
            if (c <= Character.MAX_VALUE && Character.isSurrogate((char) c)) {
                return Optional.of("half a character (a lone surrogate) at position " + i);
            }
            if (c > Character.MAX_VALUE) {
                i++;
            }
        }
        return Optional.empty();
    }
}
