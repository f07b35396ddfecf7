package dev.prakat.trafficlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the full tiles below the newest checkpoint against the records. They are derived, so a wrong one says nothing about the
 * records; but a proof that is made of it convinces nobody. One thread, one use.
 */
final class TileCheck extends TileGrowth {

    private static final int MOST = 10;

    private final Storage storage;
    private final long covered;
    private final List<String> wrong = new ArrayList<>();
    private long count;

    TileCheck(Storage storage, long covered) {
        super(storage);
        this.storage = storage;
        this.covered = covered;
    }

    @Override
    void full(Tile tile, byte[] hashes) {
        // What was published after the checkpoint that we read may be there or not.
        boolean published = (tile.number() + 1) * Tile.WIDTH <= covered >>> (tile.level() * Tile.HEIGHT);
        if (published && !isStored(tile, hashes)) {
            count++;
            if (wrong.size() < MOST) {
                wrong.add(
                        tile.path() + (storage.exists(tile.path()) ? " is not what the records come to" : " is missing")
                                + "; the next opening of the log makes it anew");
            }
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
