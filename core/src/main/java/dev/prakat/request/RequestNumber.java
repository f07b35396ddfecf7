package dev.prakat.request;

import dev.prakat.calendar.ThaiDate;
import java.util.regex.Pattern;

/**
 * A request's number in the register, which is its key: no two have the same. Thai digits and Arabic ones are the same number.
 * Immutable.
 *
 * @param value letters, digits, {@code / . -} and single blanks, 1 to 60 characters, for example {@code 599/2564}
 */
public record RequestNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{N}./-]+( [\\p{L}\\p{M}\\p{N}./-]+)*");
    private static final int LONGEST = 60;
    private static final String SUBJECT = "request:";

    /**
     * Reads a number as people write it.
     *
     * @throws IllegalArgumentException if it is empty, too long or has other characters
     */
    public RequestNumber {
        value = ThaiDate.toArabicDigits(value.strip()).replaceAll("\\s+", " ");
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("request number: found '" + value
                    + "', expected 1 to 60 letters and digits with / . - between them, for example 599/2564");
        }
    }

    /**
     * What the journal and the traffic log call the request.
     *
     * @return for example {@code request:599/2564}
     */
    public String subject() {
        return SUBJECT + value;
    }

    static boolean isSubject(String subject) {
        return subject.startsWith(SUBJECT);
    }

    @Override
    public String toString() {
        return value;
    }
}
