package dev.prakat.screening;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came out of a file: text, or why there is none, or both when only a part could be read. Immutable. It does not print the text. */
public final class Extracted {

    private final String text;
    private final @Nullable UnscreenableReason reason;

    private Extracted(String text, @Nullable UnscreenableReason reason) {
        this.text = Objects.requireNonNull(text);
        this.reason = reason;
    }

    /**
     * A file that was read.
     *
     * @param text all of its text, and what it says of itself
     * @return the content
     */
    public static Extracted of(String text) {
        return new Extracted(text, null);
    }

    /**
     * A file that was read in part or not at all.
     *
     * @param text what came out, perhaps nothing
     * @param reason why there is no more
     * @return the content
     */
    public static Extracted partly(String text, UnscreenableReason reason) {
        return new Extracted(text, reason);
    }

    /** {@return the text; empty when nothing came out} */
    public String text() {
        return text;
    }

    /** {@return why there is not all of the text; empty when there is} */
    public Optional<UnscreenableReason> reason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public String toString() {
        return text.length() + " characters" + (reason == null ? "" : ", " + reason);
    }
}
