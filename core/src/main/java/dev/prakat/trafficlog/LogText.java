package dev.prakat.trafficlog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts as web servers write them into access logs. A text here has a character for each byte of the file. No state. */
final class LogText {

    private static final String LETTERS = "nrtbfv";
    private static final String CONTROLS = "\n\r\t\b\f\u000B";
    private static final int HEX = 16;

    private LogText() {}

    /**
     * What the client sent, as far as it is text: nginx spells a byte as {@code \x} and two digits, Apache also a quotation mark and a
     * backslash with a backslash before it. What is no UTF-8 then, or holds controls, stays as the server spelled it.
     */
    static String sent(String field) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(field.length());
        int at = 0;
        while (at < field.length()) {
            char c = field.charAt(at);
            char next = c == '\\' && at + 1 < field.length() ? field.charAt(at + 1) : 0;
            int octet = next == 'x' ? octet(field, at + 2) : -1;
            if (octet >= 0) {
                bytes.write(octet);
                at += 4;
            } else if (next == '"' || next == '\\') {
                bytes.write(next);
                at += 2;
            } else if (next != 0 && LETTERS.indexOf(next) >= 0) {
                bytes.write(CONTROLS.charAt(LETTERS.indexOf(next)));
                at += 2;
            } else {
                bytes.write(c);
                at++;
            }
        }
        String text = plain(bytes.toByteArray());
        return text != null ? text : field;
    }

    /** The bytes as text, or null when they are no UTF-8 or hold controls. */
    static @Nullable String plain(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars().anyMatch(Character::isISOControl) ? null : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int octet(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = digit(text.charAt(at));
        int low = digit(text.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : HEX * high + low;
    }

    /** ASCII only: {@link Character#digit} takes the digits of every script. */
    private static int digit(char c) {
        return c < 128 ? Character.digit(c, HEX) : -1;
    }
}
