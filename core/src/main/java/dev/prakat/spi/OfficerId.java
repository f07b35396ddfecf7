package dev.prakat.spi;

/**
 * The stable key of an officer in the host's directory. Immutable.
 *
 * @param value 1 to 80 visible characters, never a name or a national ID number
 */
public record OfficerId(String value) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is blank or longer than 80 characters
     */
    public OfficerId {
        if (value.isBlank() || value.length() > 80) {
            throw new IllegalArgumentException("officer id: found '" + value + "', expected 1 to 80 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
