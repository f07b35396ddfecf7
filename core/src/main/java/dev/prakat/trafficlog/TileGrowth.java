package dev.prakat.trafficlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the hashes of a growing tree into tiles, and hands over each that is full. One thread. */
abstract class TileGrowth implements MerkleRange.Nodes {

    private final Storage storage;
    private final List<byte[]> growing = new ArrayList<>();

    TileGrowth(Storage storage) {
        this.storage = storage;
    }

    /**
     * A tile is full.
     *
     * @param hashes its content; used again for the next tile
     */
    abstract void full(Tile tile, byte[] hashes);

    @Override
    public final void startsAt(Pruned pruned) {
        for (int level = 0; level < pruned.levels().size(); level++) {
            growing.add(Arrays.copyOf(pruned.hashes(level), Tile.WIDTH * Hashes.LENGTH));
        }
    }

    @Override
    public final void node(int level, long index, byte[] hash) {
        if (growing.size() == level) {
            growing.add(new byte[Tile.WIDTH * Hashes.LENGTH]);
        }
        byte[] hashes = growing.get(level);
        int place = (int) (index % Tile.WIDTH);
        System.arraycopy(hash, 0, hashes, place * Hashes.LENGTH, Hashes.LENGTH);
        if (place == Tile.WIDTH - 1) {
            full(new Tile(level, index / Tile.WIDTH, Tile.WIDTH), hashes);
        }
    }

    /** The content of a tile at the right edge. */
    final byte[] edge(Tile tile) {
        return Arrays.copyOf(growing.get(tile.level()), tile.bytes());
    }

    /** Whether the file of a tile holds these hashes. */
    final boolean isStored(Tile tile, byte[] hashes) {
        try {
            return storage.exists(tile.path()) && Arrays.equals(storage.readAll(tile.path()), hashes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
