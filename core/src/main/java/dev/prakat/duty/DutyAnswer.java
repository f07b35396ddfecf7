package dev.prakat.duty;

import java.util.List;

/**
 * The answer to "may this unit act?". Immutable.
 *
 * @param allowed whether it may
 * @param holders the codes of those who hold the duty, with the variable already replaced when its unit is known
 * @param reason why or why not, in English, one sentence
 */
public record DutyAnswer(boolean allowed, List<String> holders, String reason) {

    /** Copies the list. */
    public DutyAnswer {
        holders = List.copyOf(holders);
    }
}
