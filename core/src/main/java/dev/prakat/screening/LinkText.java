package dev.prakat.screening;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of an address with its escapes undone: {@code mailto:somsri%40example.com}. Stateless. */
final class LinkText {

    private LinkText() {}

    static NormalText of(String link) {
        NormalText.Builder out = new NormalText.Builder(link.length());
        int plain = 0;
        int i = 0;
        while (i < link.length()) {
            if (link.charAt(i) == '%') {
                out.append(link, plain, i, plain);
                i = escape(out, link, i, link.length());
                plain = i;
            } else {
                i++;
            }
        }
        out.append(link, plain, link.length(), plain);
        return out.build();
    }

    /** Appends the character of the escapes at a place, or the percent sign when they are none; gives the place behind. */
    static int escape(NormalText.Builder out, String text, int from, int end) {
        int first = octet(text, from, end);
        int bytes = first < 0 ? 0 : first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
        byte[] octets = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            int octet = octet(text, from + i * 3, end);
            if (octet < 0) {
                bytes = 0;
            } else {
                octets[i] = (byte) octet;
            }
        }
        if (bytes > 0) {
            try {
                String meant = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(octets))
                        .toString();
                out.lump(meant, from, from + bytes * 3);
                return from + bytes * 3;
            } catch (CharacterCodingException e) {
                // No UTF-8: it stands for itself.
            }
        }
        out.append(text, from, from + 1, from);
        return from + 1;
    }

    private static int octet(String text, int at, int end) {
        if (at + 3 > end || text.charAt(at) != '%') {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
