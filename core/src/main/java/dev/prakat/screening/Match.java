package dev.prakat.screening;

/**
 * Something found in a normalised text.
 *
 * @param from its first character
 * @param to behind its last character
 * @param strength how sure it is
 */
record Match(ScreeningKind kind, int from, int to, Strength strength) {

    /** How sure a match is, which decides how far the policy's action goes. */
    enum Strength {
        /** As the kind's action says. */
        CLEAR,
        /** Likely a misreading or another number: a warning at most. */
        DOUBTFUL,
        /** Of somebody who acts in office: what the policy says of officers. */
        IN_OFFICE
    }

    static Match clear(ScreeningKind kind, int from, int to) {
        return new Match(kind, from, to, Strength.CLEAR);
    }
}
