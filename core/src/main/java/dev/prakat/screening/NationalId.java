package dev.prakat.screening;

/** The checksum of national identity numbers. It cuts false alarms and proves nothing: it is blind to the third digit. */
final class NationalId {

    static final int LENGTH = 13;

    private NationalId() {}

    /** Whether the last of thirteen digits follows from the others: weights 13 down to 2, modulo 11, then modulo 10. */
    static boolean checksumHolds(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (digits.charAt(i) - '0') * (LENGTH - i);
        }
        return (11 - sum % 11) % 10 == digits.charAt(LENGTH - 1) - '0';
    }

    /** Whether the first digit is one that persons have; 0 and 9 are not. */
    static boolean ofAPerson(CharSequence digits) {
        return digits.charAt(0) >= '1' && digits.charAt(0) <= '8';
    }
}
