package dev.prakat.trafficlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Holds every checkpoint of the history against the tree as it grows. Of the signatures it checks the newest ones only: an old
 * checkpoint whose root is right adds nothing to what the newest one proves, and a signature costs a millisecond. One thread.
 */
final class RootCheck implements Closeable {

    private final HistoryReader history;
    private final VerifierKey key;
    private final long signaturesFrom;
    private final @Nullable Checkpoint kept;
    private final long first;
    private long ordinal = -1;
    private long unchecked;
    private @Nullable Checkpoint next;
    private long agreed;
    private @Nullable Damage damage;

    /**
     * @param first the first record that is kept; the roots before it can no longer be computed
     * @param kept a checkpoint that was kept elsewhere, whose signature is checked already, or null
     */
    RootCheck(
            Storage storage, VerifierKey key, SignedState state, long signatures, @Nullable Checkpoint kept, long first)
            throws IOException {
        this.first = first;
        this.kept = kept;
        this.history = new HistoryReader(storage, state.historyLength());
        this.key = key;
        this.signaturesFrom = state.entries() - signatures;
        advance();
        while (next != null && next.size() < first) {
            unchecked++;
            agreed = next.size();
            advance();
        }
    }

    /** The tree has grown to its present size. */
    void grown(MerkleRange range) {
        if (kept != null && kept.size() == range.size() && damage == null) {
            compareKept(Checkpoint.of(key.name(), range));
        }
        while (damage == null && next != null && next.size() == range.size()) {
            if (!Checkpoint.of(key.name(), range).equals(next)) {
                String what = "the root signed for " + next.size() + " records is not that of the records " + agreed
                        + " to " + (next.size() - 1) + " and those before";
                damage = new Damage(agreed, SignedState.HISTORY, history.offset(), what);
                return;
            }
            agreed = next.size();
            try {
                advance();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void compareKept(Checkpoint found) {
        if (kept != null && !kept.equals(found)) {
            damage = new Damage(
                    0,
                    SignedState.HISTORY,
                    0,
                    "the root of the first " + kept.size() + " records is not the one of the checkpoint that was kept");
        }
    }

    /** How many checkpoints are of before the first record that is kept. */
    long unchecked() {
        return unchecked;
    }

    @Nullable
    Damage damage() {
        return damage;
    }

    @Override
    public void close() throws IOException {
        history.close();
    }

    private void advance() throws IOException {
        byte[] note = history.next();
        ordinal++;
        next = note == null ? null : key.checkpoint(note, ordinal >= signaturesFrom);
        if (note != null && next == null) {
            damage = new Damage(
                    agreed, SignedState.HISTORY, history.offset(), "found no checkpoint signed by the log's key");
        }
    }
}
