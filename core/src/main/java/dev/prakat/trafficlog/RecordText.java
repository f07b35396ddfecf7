package dev.prakat.trafficlog;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Makes any text fit for a record. No state. */
final class RecordText {

    /** The longest text that is stored whole, in UTF-16 units. */
    static final int LONGEST = 4_096;

    private RecordText() {}

    /**
     * Replaces halves of surrogate pairs, which have no UTF-8, and cuts a text that is too long. What was cut is named by its
     * length and hash, so that a full copy found elsewhere can be held against the record.
     */
    static String fit(String text) {
        String whole = text.chars().anyMatch(c -> Character.isSurrogate((char) c)) ? paired(text) : text;
        if (whole.length() <= LONGEST) {
            return whole;
        }
        int end = Character.isHighSurrogate(whole.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        String hash = HexFormat.of().formatHex(Hashes.sha256().digest(whole.getBytes(StandardCharsets.UTF_8)));
        return whole.substring(0, end) + "[cut:" + whole.length() + ":sha256:" + hash + "]";
    }

    private static String paired(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> out.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point));
        return out.toString();
    }
}
