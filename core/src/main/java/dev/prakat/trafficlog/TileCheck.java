package dev.prakat.trafficlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds the full tiles below the newest checkpoint against the records. They are derived, so a wrong one says nothing about the
 * records; but a proof that is made of it convinces nobody. One thread, one use.
 */
final class TileCheck implements MerkleRange.Nodes {

    private static final int MOST = 10;

    private final Storage storage;
    private final long covered;
    private final List<byte[]> growing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private long count;

    TileCheck(Storage storage, long covered) {
        this.storage = storage;
        this.covered = covered;
    }

    @Override
    public void node(int level, long index, byte[] hash) {
        if (growing.size() == level) {
            growing.add(new byte[Tile.WIDTH * Hashes.LENGTH]);
        }
        byte[] hashes = growing.get(level);
        int place = (int) (index % Tile.WIDTH);
        System.arraycopy(hash, 0, hashes, place * Hashes.LENGTH, Hashes.LENGTH);
        boolean full = place == Tile.WIDTH - 1;
        // What was published after the checkpoint that we read may be there or not.
        if (full && index < covered >>> (level * Tile.HEIGHT)) {
            check(new Tile(level, index / Tile.WIDTH, Tile.WIDTH), hashes);
        }
    }

    private void check(Tile tile, byte[] hashes) {
        try {
            boolean there = storage.exists(tile.path());
            if (!there || !Arrays.equals(storage.readAll(tile.path()), hashes)) {
                count++;
                if (wrong.size() < MOST) {
                    wrong.add(tile.path() + (there ? " is not what the records come to" : " is missing")
                            + "; the next opening of the log makes it anew");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sentence for each of the first wrong tiles, and one for the rest. */
    List<String> problems() {
        List<String> all = new ArrayList<>(wrong);
        if (count > wrong.size()) {
            all.add((count - wrong.size()) + " further tiles are wrong or missing");
        }
        return all;
    }
}
