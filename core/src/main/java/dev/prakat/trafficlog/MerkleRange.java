package dev.prakat.trafficlog;

import java.security.MessageDigest;

/**
 * The right edge of an RFC 6962 tree: enough to add leaves and to name the root, at most 64 hashes for any size. One thread.
 */
final class MerkleRange {

    private final MessageDigest digest = Hashes.sha256();

    /** {@code full[level]} is the hash of a complete subtree of {@code 2^level} leaves; it counts only when size has that bit. */
    private final byte[][] full = new byte[Long.SIZE][];

    private long size;

    /** Adds the hash of the next leaf. The array is kept and must not be changed. */
    void add(byte[] leafHash) {
        byte[] hash = leafHash;
        int level = 0;
        while ((size >>> level & 1) == 1) {
            hash = Hashes.node(digest, full[level], hash);
            level++;
        }
        full[level] = hash;
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
