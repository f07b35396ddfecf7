package dev.prakat.staticsite;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/** What search ought to find, worked out in the plainest way, so that it owes nothing to what is tested. */
final class SearchGrep {

    private SearchGrep() {}

    /** Whether a text has what was typed, letter by letter or as it looks. */
    static boolean finds(String text, String typed) {
        String one = letters(text);
        String other = letters(typed);
        return one.contains(other) || looks(one).contains(looks(other));
    }

    static String letters(String text) {
        String seen = text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && c != 0x034F)
                .map(c -> Character.isSpaceChar(c) || Character.isISOControl(c) ? ' ' : c)
                .map(c -> c >= '๐' && c <= '๙' ? '0' + c - '๐' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
        while (composed.contains("  ")) {
            composed = composed.replace("  ", " ");
        }
        return composed.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.codePointAt(0) < 0x250 && c.toLowerCase(Locale.ROOT).length() == 1
                        ? c.toLowerCase(Locale.ROOT)
                        : c)
                .collect(Collectors.joining())
                .strip();
    }

    private static String looks(String text) {
        String looks = text.replace("\u0E40\u0E40", "\u0E41");
        for (String tone : new String[] {"", "\u0E48", "\u0E49", "\u0E4A", "\u0E4B"}) {
            looks = looks.replace("\u0E4D" + tone + "\u0E32", tone + "\u0E33");
        }
        return looks;
    }
}
