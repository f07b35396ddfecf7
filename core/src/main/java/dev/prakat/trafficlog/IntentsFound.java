package dev.prakat.trafficlog;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The intents without an outcome that a reading of the log has met. A bit for each record, in blocks, so that a million of them
 * fit into 130 kB; what they say is kept of the first ones only. One thread.
 */
final class IntentsFound {

    /** How many are kept with what they say; more are closed without it. */
    static final int MOST_KEPT = 10_000;

    private static final int BLOCK = 1 << 16;

    private final Map<Long, BitSet> blocks = new TreeMap<>();
    private final Map<Long, StoredRecord> kept = new HashMap<>();
    private long count;

    /** Sees an intent. */
    interface Each {
        void intent(long index, @Nullable StoredRecord says);
    }

    /** Adds an intent, with what it says if that is to be kept. */
    void add(long index, @Nullable StoredRecord says) {
        blocks.computeIfAbsent(index / BLOCK, block -> new BitSet()).set((int) (index % BLOCK));
        count++;
        if (says != null && kept.size() < MOST_KEPT) {
            kept.put(index, says);
        }
    }

    /** Takes away an intent that has its outcome now; no intent of the log may be named twice, so another index changes nothing. */
    void remove(long index) {
        BitSet block = index < 0 ? null : blocks.get(index / BLOCK);
        if (block == null || !block.get((int) (index % BLOCK))) {
            return;
        }
        block.clear((int) (index % BLOCK));
        count--;
        kept.remove(index);
        if (block.isEmpty()) {
            blocks.remove(index / BLOCK);
        }
    }

    long count() {
        return count;
    }

    /** Shows them in order. */
    void forEach(Each each) {
        blocks.forEach((block, bits) -> bits.stream()
                .mapToLong(bit -> block * BLOCK + bit)
                .forEach(index -> each.intent(index, kept.get(index))));
    }
}
