package dev.prakat.item;

import org.jspecify.annotations.Nullable;

/**
 * Where an item comes from and who answers for it. Part of what is approved, never of what is public. Immutable. Source:
 * S001-R03, S001-R12, S001-R16, S001-R21, S002-F07.
 *
 * @param source where it comes from, a word of the policy: {@code INTERNAL}, {@code MINISTRY} or {@code EXTERNAL}
 * @param letter the letter with which it came, or null; needed for every source but {@code INTERNAL}
 * @param provider who answers for what it says, or null
 * @param personalData why it may hold personal data, or null when it holds none
 */
public record Origin(
        String source,
        @Nullable RegisteredLetter letter,
        @Nullable Provider provider,
        @Nullable PersonalDataStatement personalData) {

    /** What an item of the agency itself comes from. */
    public static final String INTERNAL = "INTERNAL";

    /**
     * An item of the agency itself.
     *
     * @return no letter, no provider, no personal data
     */
    public static Origin internal() {
        return new Origin(INTERNAL, null, null, null);
    }

    /**
     * Sets who answers for what the item says.
     *
     * @param who the provider
     * @return the changed copy
     */
    public Origin withProvider(Provider who) {
        return new Origin(source, letter, who, personalData);
    }

    /**
     * Says why the item may hold personal data.
     *
     * @param statement the statement
     * @return the changed copy
     */
    public Origin withPersonalData(PersonalDataStatement statement) {
        return new Origin(source, letter, provider, statement);
    }

    /**
     * Sets the letter.
     *
     * @param came the letter
     * @return the changed copy
     */
    public Origin withLetter(RegisteredLetter came) {
        return new Origin(source, came, provider, personalData);
    }
}
