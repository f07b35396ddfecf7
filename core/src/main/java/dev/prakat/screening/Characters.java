package dev.prakat.screening;

/** What becomes of single characters, and which kind they are once normalised. Stateless. */
final class Characters {

    private Characters() {}

    /** The character that patterns see for one that is neither ASCII nor ordinary Thai; -1 for one that nobody sees. */
    static int kept(char c) {
        if (c >= '\u0E50' && c <= '\u0E59') {
            return c - '\u0E50' + '0';
        }
        if (c < 0x80 || (c >= '\u0E01' && c <= '\u0E4E')) {
            return c;
        }
        if (c == '\u00A0' || (c >= '\u2000' && c <= '\u200A') || c == '\u202F' || c == '\u205F' || c == '\u3000') {
            return ' ';
        }
        if (isDash(c)) {
            return '-';
        }
        if (isUnseen(c)) {
            return -1;
        }
        int type = Character.getType(c);
        if (type == Character.DECIMAL_DIGIT_NUMBER) {
            return '0' + Character.digit(c, 10);
        }
        return fullWidth(c);
    }

    /** Whether a mark stands on a digit: underlined, struck through, in a key cap. The digit counts, the mark does not. */
    static boolean marksADigit(char before, char c) {
        return isDigit(before)
                && (Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.ENCLOSING_MARK);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A letter, a vowel or a sign of Thai; no digit, no PAIYANNOI, no baht. */
    static boolean isThai(char c) {
        return c >= '\u0E01' && c <= '\u0E4E' && c != '\u0E2F' && c != '\u0E3F' && c != '\u0E46';
    }

    static boolean isConsonant(char c) {
        return c >= '\u0E01' && c <= '\u0E2E';
    }

    /** A letter or digit of ASCII, an underline, or one of {@code .+-}: what the local part of an address is made of. */
    static boolean isLocal(char c) {
        return isAlphanumeric(c) || c == '_' || c == '.' || c == '+' || c == '-';
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isLatin(c);
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDash(char c) {
        return (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\u2043' || c == '\uFE58' || c == '\uFE63';
    }

    /** Zero-width characters, soft hyphens, orders for the direction of writing, selectors of a variant. */
    private static boolean isUnseen(char c) {
        return (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\uFEFF'
                || c == '\u00AD'
                || c == '\u034F'
                || c == '\u180E'
                || (c >= '\uFE00' && c <= '\uFE0F');
    }

    private static int fullWidth(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' ? c - 0xFEE0 : c;
    }
}
