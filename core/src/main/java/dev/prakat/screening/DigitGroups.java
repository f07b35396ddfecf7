package dev.prakat.screening;

/**
 * The groups of digits from a place on, with a blank, a dash or both between two of them: {@code 1-2345-67890-12-1}. Reads no
 * further than the longest number that is looked for, so that a whole book of digits costs a constant for each. One thread, used
 * again and again.
 */
final class DigitGroups {

    private static final int MOST = 16;
    private static final int WIDEST_GAP = 3;

    private final StringBuilder digits = new StringBuilder(MOST);
    /** The end of each group: how many digits stand before it, and the place behind it. */
    private final int[] sums = new int[MOST + 1];

    private final int[] ends = new int[MOST + 1];
    private int groups;
    private boolean complete;

    /** Reads from a place where a group begins. */
    void read(char[] text, int length, int from) {
        digits.setLength(0);
        groups = 0;
        int i = from;
        while (true) {
            while (i < length && Characters.isDigit(text[i]) && digits.length() <= MOST) {
                digits.append(text[i++]);
            }
            if (digits.length() > MOST) {
                complete = false;
                return;
            }
            sums[groups] = digits.length();
            ends[groups++] = i;
            int next = gap(text, length, i);
            if (next < 0 || digits.length() == MOST) {
                complete = next < 0;
                return;
            }
            i = next;
        }
    }

    /** The place behind the first so many digits if a group ends there, else -1. */
    int end(int count) {
        int group = group(count);
        return group < 0 ? -1 : ends[group];
    }

    CharSequence digits(int from, int to) {
        return digits.substring(from, to);
    }

    char digit(int at) {
        return digits.charAt(at);
    }

    int count() {
        return digits.length();
    }

    /** Into how many groups the first so many digits fall. */
    int groups(int count) {
        return group(count) + 1;
    }

    /** Whether the first so many digits are parted only where a bit of the mask is set: bit 3 is behind the third digit. */
    boolean parted(int count, int mask) {
        for (int i = 0; sums[i] < count; i++) {
            if ((mask >> sums[i] & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether there are so many digits, each alone, and no more. */
    boolean singles(int count) {
        return complete && groups == count && digits.length() == count;
    }

    private int group(int count) {
        for (int i = 0; i < groups && sums[i] <= count; i++) {
            if (sums[i] == count) {
                return i;
            }
        }
        return -1;
    }

    /** Where the next group begins after a gap, or -1. */
    private static int gap(char[] text, int length, int from) {
        int dashes = 0;
        for (int i = from; i < Math.min(length, from + WIDEST_GAP + 1); i++) {
            if (Characters.isDigit(text[i])) {
                return i == from ? -1 : i;
            }
            if (text[i] == '-') {
                dashes++;
            } else if (text[i] != ' ' && !(text[i] == ')' && dashes == 0)) {
                return -1;
            }
            if (dashes > 1) {
                return -1;
            }
        }
        return -1;
    }
}
