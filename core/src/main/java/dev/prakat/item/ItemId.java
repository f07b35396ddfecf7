package dev.prakat.item;

import java.util.regex.Pattern;

/**
 * The key of an item: safe in an address, sorted by the day of its making, not to be guessed. Immutable.
 *
 * @param value {@code [0-9a-z-]}, 4 to 40 characters, for example {@code 261122-k3f9q2x7mh}
 */
public record ItemId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-z][0-9a-z-]{2,38}[0-9a-z]");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is not of the form
     */
    public ItemId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("item id: found '" + value
                    + "', expected 4 to 40 of 0-9, a-z and '-', for example 261122-k3f9q2x7mh");
        }
    }

    /**
     * Whether a text is of the form: the journal's subjects are items, complaints and more.
     *
     * @param text the text
     * @return true if {@code new ItemId(text)} would take it
     */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
