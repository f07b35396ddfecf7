package dev.prakat.trafficlog;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The right edge of an RFC 6962 tree: enough to add leaves and to name the root, at most 64 hashes for any size. One thread.
 */
final class MerkleRange {

    /** Sees the hashes that tiles are made of, each once and in order, as the tree grows. */
    interface Nodes {

        /**
         * @param level the tile's level: the hash is over {@code 256^level} leaves
         * @param index its place among the hashes of that level, from 0
         * @param hash the hash, not to be changed or kept
         */
        void node(int level, long index, byte[] hash);

        /** Called once before the first hash: what is known of the records that are gone. */
        default void startsAt(Pruned pruned) {}
    }

    private static final int LEFT = 1;
    private static final int RIGHT = LEFT + Hashes.LENGTH;

    private final MessageDigest digest = Hashes.sha256();
    private final Nodes nodes;

    /** {@code full[level]} is the hash of a complete subtree of {@code 2^level} leaves; it counts only when size has that bit. */
    private final byte[][] full;

    /** A byte for the prefix, the left hash, the right hash. */
    private final byte[] pair = new byte[1 + 2 * Hashes.LENGTH];

    private long size;

    MerkleRange() {
        this((level, index, hash) -> {});
    }

    MerkleRange(Nodes nodes) {
        this(nodes, Pruned.NOTHING);
    }

    /** Goes on after records that are no longer there. */
    MerkleRange(Nodes nodes, Pruned pruned) {
        this.nodes = nodes;
        this.full = pruned.subtrees();
        this.size = pruned.first();
        nodes.startsAt(pruned);
    }

    /** Adds the hash of the next leaf, which is copied. */
    void add(byte[] leafHash) {
        int level = 0;
        nodes.node(0, size, leafHash);
        System.arraycopy(leafHash, 0, pair, RIGHT, Hashes.LENGTH);
        while ((size >>> level & 1) == 1) {
            System.arraycopy(full[level], 0, pair, LEFT, Hashes.LENGTH);
            Hashes.node(digest, pair);
            level++;
            if (level % Tile.HEIGHT == 0) {
                nodes.node(level / Tile.HEIGHT, size >>> level, Arrays.copyOfRange(pair, RIGHT, pair.length));
            }
        }
        if (full[level] == null) {
            full[level] = new byte[Hashes.LENGTH];
        }
        System.arraycopy(pair, RIGHT, full[level], 0, Hashes.LENGTH);
        size++;
    }

    long size() {
        return size;
    }

    /** The root of everything added so far; for an empty tree the hash of no bytes. */
    byte[] root() {
        if (size == 0) {
            return digest.digest();
        }
        int level = Long.numberOfTrailingZeros(size);
        byte[] hash = full[level];
        for (level++; level < Long.SIZE; level++) {
            if ((size >>> level & 1) == 1) {
                hash = Hashes.node(digest, full[level], hash);
            }
        }
        return hash.clone();
    }
}
