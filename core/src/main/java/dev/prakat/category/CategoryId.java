package dev.prakat.category;

import java.util.regex.Pattern;

/**
 * The stable key of a category. It stays when a label is reworded, and it is safe in an address. Immutable.
 *
 * @param value 2 to 60 characters of {@code a-z}, {@code 0-9} and {@code -}
 */
public record CategoryId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{2,60}");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value has another form
     */
    public CategoryId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "category id: found '" + value + "', expected 2 to 60 characters of a-z, 0-9 and '-'");
        }
    }

    /**
     * Whether a text has the form of an id. It need not be the id of any category.
     *
     * @param text the text
     * @return true when the constructor would accept it
     */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
