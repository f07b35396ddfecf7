package dev.prakat.trafficlog;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the log has signed about itself: the newest checkpoint and the history of all of them. The writer appends to the history
 * first and replaces the newest after it, so the newest may be one behind and never ahead.
 *
 * @param newest the newest checkpoint that is signed well, or null when there is none
 * @param entries how many whole checkpoints the history holds
 * @param historyLength the bytes of those
 * @param tornBytes how many bytes of an unfinished checkpoint follow them
 * @param behind whether the newest checkpoint's own file has not got it yet
 * @param damage what is wrong, or null
 */
record SignedState(
        @Nullable Checkpoint newest,
        long entries,
        long historyLength,
        long tornBytes,
        boolean behind,
        @Nullable Damage damage) {

    static final String CHECKPOINT = "checkpoint";
    static final String HISTORY = "checkpoints.log";

    /** How many records are signed for. */
    long covered() {
        return newest == null ? 0 : newest.size();
    }

    static SignedState read(Storage storage, VerifierKey key) throws IOException {
        Reading reading = Reading.of(storage, key, -1);
        byte[] note = storage.exists(CHECKPOINT) ? storage.readAll(CHECKPOINT) : null;
        Checkpoint current = note == null ? null : key.checkpoint(note, true);
        if (note != null && current == null) {
            String what = "found no checkpoint of " + key.name() + " signed by its key";
            return reading.state(false, new Damage(reading.size(), CHECKPOINT, 0, what));
        }
        if (current != null && current.size() > reading.size()) {
            // A running writer may have moved on since the history was read.
            reading = Reading.of(storage, key, current.size());
        }
        if (reading.damage != null) {
            return reading.state(false, null);
        }
        String against = reading.contradiction(current);
        if (against != null) {
            return reading.state(false, new Damage(current == null ? 0 : current.size(), CHECKPOINT, 0, against));
        }
        boolean behind = reading.size() > (current == null ? -1 : current.size());
        return reading.state(behind, null);
    }

    /** One pass over the history. */
    private static final class Reading {
        private final VerifierKey key;
        private @Nullable Checkpoint last;
        private @Nullable Checkpoint beforeLast;
        private @Nullable Checkpoint wanted;
        private long entries;
        private long length;
        private long torn;
        private @Nullable Damage damage;

        private Reading(VerifierKey key) {
            this.key = key;
        }

        static Reading of(Storage storage, VerifierKey key, long wantedSize) throws IOException {
            Reading reading = new Reading(key);
            long limit = storage.exists(HISTORY) ? storage.size(HISTORY) : 0;
            try (HistoryReader history = new HistoryReader(storage, limit)) {
                byte[] lastNote = null;
                for (byte[] note = history.next(); note != null && reading.damage == null; note = history.next()) {
                    reading.add(note, history.offset(), wantedSize);
                    lastNote = note;
                }
                reading.length = history.offset();
                reading.torn = limit - reading.length;
                if (reading.damage == null && lastNote != null && key.checkpoint(lastNote, true) == null) {
                    reading.bad(
                            reading.length - lastNote.length - 1,
                            "the newest checkpoint is not signed by the log's key");
                }
            }
            return reading;
        }

        private void add(byte[] note, long offset, long wantedSize) {
            Checkpoint next = key.checkpoint(note, false);
            if (next == null) {
                bad(offset, "found no checkpoint of " + key.name());
            } else if (last != null && next.size() <= last.size()) {
                bad(offset, "found size " + next.size() + " after size " + last.size() + ", expected a greater one");
            } else {
                beforeLast = last;
                last = next;
                wanted = next.size() == wantedSize ? next : wanted;
                entries++;
            }
        }

        private void bad(long offset, String what) {
            damage = new Damage(size() < 0 ? 0 : size(), HISTORY, offset, what);
        }

        /** How many records the last checkpoint covers, -1 without one. */
        private long size() {
            return last == null ? -1 : last.size();
        }

        /** Why the checkpoint file cannot stand beside this history, or null. */
        private @Nullable String contradiction(@Nullable Checkpoint current) {
            if (current == null) {
                return entries > 1 ? "missing, but the history holds " + entries + " checkpoints" : null;
            }
            Checkpoint same = wanted != null ? wanted : same(last, current) ? last : beforeLast;
            if (same == null || !same(same, current)) {
                return "found size " + current.size()
                        + ", expected one of the two newest checkpoints of the history, whose last has "
                        + (last == null ? "no size" : "size " + last.size());
            }
            return same.root().equals(current.root()) ? null : "its root differs from the history's for the same size";
        }

        private static boolean same(@Nullable Checkpoint one, Checkpoint other) {
            return one != null && one.size() == other.size();
        }

        private SignedState state(boolean behind, @Nullable Damage other) {
            return new SignedState(last, entries, length, torn, behind, damage != null ? damage : other);
        }
    }
}
