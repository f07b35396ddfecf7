package dev.prakat.screening;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One finding. Immutable. It says where, and never what: the text that was found is in no field, and prints masked.
 *
 * @param kind what it is
 * @param action what it asks for
 * @param place the part in which it stands, for example {@code body}
 * @param start its first character in that part as it was given, from 0
 * @param end behind its last character, exclusive
 * @param line its line in that part, from 1
 * @param column its column in that line, from 1, counted in code points
 * @param masked what was found with a star for each letter and digit, for example {@code *-****-*****-**-*}
 * @param unscreenable why a file could not be read; null unless the kind is UNSCREENABLE
 */
public record ScreeningFinding(
        ScreeningKind kind,
        ScreeningAction action,
        String place,
        int start,
        int end,
        int line,
        int column,
        String masked,
        @Nullable UnscreenableReason unscreenable) {

    /**
     * By what a waiver names this finding within a subject of one hash. It is made of places only, so that nothing can be
     * guessed from it: thirteen digits are found from any hash of them.
     *
     * @return for example {@code MOBILE 120-132 body}
     */
    public String key() {
        return kind + " " + start + "-" + end + " " + place;
    }

    /** {@return why a file could not be read; empty unless the kind is UNSCREENABLE} */
    public Optional<UnscreenableReason> reason() {
        return Optional.ofNullable(unscreenable);
    }

    @Override
    public String toString() {
        return action + " " + kind + " " + line + ":" + column + " " + place + " " + masked;
    }
}
