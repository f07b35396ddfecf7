package dev.prakat.screening;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as patterns want it, with the way back: every digit is 0 to 9, every dash '-', every space ' ', characters that nobody
 * sees are left out, SARA AM is one character. The way back is kept in pieces, a new one only where the two texts part, so that
 * an ordinary text costs no more than its characters. Not changed once it is built.
 */
final class NormalText {

    private final char[] chars;
    private final int length;
    private final int[] pieces;
    private final int count;

    /** Three numbers for a piece: where it begins here, where it begins there, and where it ends there or -1 for one to one. */
    private static final int FIELDS = 3;

    private NormalText(char[] chars, int length, int[] pieces, int count) {
        this.chars = chars;
        this.length = length;
        this.pieces = pieces;
        this.count = count;
    }

    static NormalText of(String text) {
        Builder builder = new Builder(text.length());
        builder.append(text, 0, text.length(), 0);
        return builder.build();
    }

    /** The characters; only the first {@link #length()} count. */
    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** Where the character at a place begins in the original. */
    int start(int at) {
        int piece = piece(at) * FIELDS;
        return pieces[piece + 2] < 0 ? pieces[piece + 1] + at - pieces[piece] : pieces[piece + 1];
    }

    /** Where the character at a place ends in the original, exclusive. */
    int end(int at) {
        int piece = piece(at) * FIELDS;
        return pieces[piece + 2] < 0 ? pieces[piece + 1] + at - pieces[piece] + 1 : pieces[piece + 2];
    }

    @Override
    public String toString() {
        return length + " normalised characters";
    }

    private int piece(int at) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces[middle * FIELDS] <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Collects characters with their places. One thread. */
    static final class Builder {

        private static final char NIKHAHIT = '\u0E4D';
        private static final char SARA_AA = '\u0E32';
        private static final char SARA_AM = '\u0E33';

        private char[] chars;
        private int length;
        private int[] pieces = new int[FIELDS * 8];
        private int count;
        /** What must be added to a place here to get the place there, while one to one; MIN_VALUE after a lump. */
        private int shift = Integer.MIN_VALUE;

        Builder(int expected) {
            chars = new char[Math.max(expected, 16)];
        }

        /** Appends what stands in a text from one place to another; its first character stands at {@code origin} there. */
        void append(String text, int from, int to, int origin) {
            room(to - from);
            int delta = origin - from;
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                if (c < 0x80 || (c >= 0x0E01 && c <= 0x0E37) || (c >= 0x0E3F && c <= 0x0E47)) {
                    one(c, i + delta);
                } else if (c >= 0x0E50 && c <= 0x0E59) {
                    one((char) (c - 0x0E50 + '0'), i + delta);
                } else if (c >= 0x0E38 && c <= 0x0E4E) {
                    i += thai(text, i, to, delta) - 1;
                } else {
                    other(c, i + delta);
                }
            }
        }

        /** Appends characters that stand for one stretch of the original: an entity, an escape, the end of a block. */
        void lump(String text, int from, int to) {
            if (text.length() == 1 && to - from == 1) {
                append(text, 0, 1, from);
                return;
            }
            room(text.length());
            for (int i = 0; i < text.length(); i++) {
                int kept = Characters.kept(text.charAt(i));
                if (kept >= 0) {
                    piece(from, to);
                    chars[length++] = (char) kept;
                }
            }
        }

        NormalText build() {
            return new NormalText(chars, length, pieces, count);
        }

        /** Signs above and below: SARA AM in two parts, and a tone that was typed before its vowel. */
        private int thai(String text, int at, int to, int delta) {
            char c = text.charAt(at);
            char next = at + 1 < to ? text.charAt(at + 1) : 0;
            char third = at + 2 < to ? text.charAt(at + 2) : 0;
            if (c == NIKHAHIT && next == SARA_AA) {
                two(SARA_AM, (char) 0, at + delta, 2);
                return 2;
            }
            if (c == NIKHAHIT && isTone(next) && third == SARA_AA) {
                two(next, SARA_AM, at + delta, 3);
                return 3;
            }
            if (isTone(c) && next == NIKHAHIT && third == SARA_AA) {
                two(c, SARA_AM, at + delta, 3);
                return 3;
            }
            if (isTone(c) && (next == '\u0E38' || next == '\u0E39')) {
                two(next, c, at + delta, 2);
                return 2;
            }
            one(c, at + delta);
            return 1;
        }

        private void two(char first, char second, int origin, int taken) {
            piece(origin, origin + taken);
            chars[length++] = first;
            if (second != 0) {
                chars[length++] = second;
            }
        }

        private void other(char c, int origin) {
            int kept = Characters.kept(c);
            if (kept < 0 || (length > 0 && Characters.marksADigit(chars[length - 1], c))) {
                return;
            }
            if (length > 0 && shift != Integer.MIN_VALUE && Character.getType(c) == Character.NON_SPACING_MARK) {
                String composed =
                        Normalizer.normalize(new String(new char[] {chars[length - 1], c}), Normalizer.Form.NFC);
                if (composed.length() == 1) {
                    int begin = length - 1 + shift;
                    length--;
                    piece(begin, origin + 1);
                    chars[length++] = composed.charAt(0);
                    return;
                }
            }
            one((char) kept, origin);
        }

        private void one(char c, int origin) {
            if (shift != origin - length) {
                shift = origin - length;
                add(origin, -1);
            }
            chars[length++] = c;
        }

        private void piece(int from, int to) {
            add(from, to);
            shift = Integer.MIN_VALUE;
        }

        private void add(int from, int to) {
            // A piece that would begin where the last one does takes its place.
            if (count > 0 && pieces[(count - 1) * FIELDS] == length) {
                count--;
            }
            if ((count + 1) * FIELDS > pieces.length) {
                pieces = Arrays.copyOf(pieces, pieces.length * 2);
            }
            pieces[count * FIELDS] = length;
            pieces[count * FIELDS + 1] = from;
            pieces[count * FIELDS + 2] = to;
            count++;
        }

        private void room(int more) {
            if (length + more > chars.length) {
                chars = Arrays.copyOf(chars, Math.max(length + more, chars.length * 2));
            }
        }

        private static boolean isTone(char c) {
            return c >= '\u0E48' && c <= '\u0E4B';
        }
    }
}
