package dev.prakat.trafficlog;

/**
 * How often each line is in the log already, and how often it was met in a file. A table of numbers, since a file may have a million
 * lines: 16 bytes a place, of which at least a third stay free. One thread.
 */
final class LineCounts {

    private static final int FIRST = 1 << 10;

    private long[] keys = new long[FIRST];
    private int[] recorded = new int[FIRST];
    private int[] met = new int[FIRST];
    private int used;

    /** Notes that the log has a line so and so many times at least. */
    void recorded(long key, int times) {
        int place = place(key);
        recorded[place] = Math.max(recorded[place], times);
    }

    /** How many times the log had a line. */
    int recorded(long key) {
        int place = place(key); // first, for it may exchange the table
        return recorded[place];
    }

    /**
     * Meets a line in the file.
     *
     * @return how often it was met before
     */
    int meet(long key) {
        int place = place(key);
        return met[place]++;
    }

    /** Where a key is; it is put there when it is nowhere. Zero marks a free place, so the key zero shares that of one. */
    private int place(long key) {
        if (3L * used >= 2L * keys.length) {
            grow();
        }
        long wanted = key == 0 ? 1 : key;
        int mask = keys.length - 1;
        int place = Long.hashCode(wanted) & mask;
        while (keys[place] != 0 && keys[place] != wanted) {
            place = (place + 1) & mask;
        }
        if (keys[place] == 0) {
            keys[place] = wanted;
            used++;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldRecorded = recorded;
        int[] oldMet = met;
        keys = new long[2 * oldKeys.length];
        recorded = new int[keys.length];
        met = new int[keys.length];
        used = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int place = place(oldKeys[i]);
                recorded[place] = oldRecorded[i];
                met[place] = oldMet[i];
            }
        }
    }
}
