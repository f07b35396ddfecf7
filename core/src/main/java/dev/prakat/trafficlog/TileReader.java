package dev.prakat.trafficlog;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hashes of a tree as its tiles have them, and the proofs of RFC 6962 out of them. Believes the tiles: whoever uses a proof
 * checks it against a signed root. One thread.
 */
final class TileReader {

    private final Storage storage;
    private final long size;
    private final MessageDigest digest = Hashes.sha256();
    private final Map<Tile, byte[]> read = new HashMap<>();

    /**
     * @param size how many leaves the tree has; a checkpoint of this size must have been published
     */
    TileReader(Storage storage, long size) {
        this.storage = storage;
        this.size = size;
    }

    /** The root of the first leaves of the tree. */
    byte[] root(long leaves) throws IOException {
        return leaves == 0 ? digest.digest() : range(0, leaves);
    }

    /** The audit path of a leaf, from its sibling up. Section 2.1.1. */
    List<byte[]> inclusion(long index) throws IOException {
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + left(to - from);
            if (index < split) {
                path.add(0, range(split, to));
                to = split;
            } else {
                path.add(0, range(from, split));
                from = split;
            }
        }
        return path;
    }

    /** The proof that the first leaves are a beginning of the tree. Section 2.1.2. */
    List<byte[]> consistency(long leaves) throws IOException {
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        boolean whole = true;
        while (leaves < to) {
            long split = from + left(to - from);
            if (leaves <= split) {
                path.add(0, range(split, to));
                to = split;
            } else {
                path.add(0, range(from, split));
                from = split;
                whole = false;
            }
        }
        if (!whole) {
            path.add(0, range(from, to));
        }
        return path;
    }

    /** The hash over some leaves, which begin where a subtree of that size may. */
    private byte[] range(long from, long to) throws IOException {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return complete(height, from >>> height);
        }
        long split = from + left(count);
        return Hashes.node(digest, range(from, split), range(split, to));
    }

    /** The hash over {@code 2^height} leaves: some hashes side by side in one tile. */
    private byte[] complete(int height, long index) throws IOException {
        int level = height / Tile.HEIGHT;
        int above = height % Tile.HEIGHT;
        long first = index << above;
        Tile tile = Tile.holding(level, first, size);
        byte[] hashes = read(tile);
        List<byte[]> row = new ArrayList<>();
        for (int i = 0; i < 1 << above; i++) {
            int at = ((int) (first % Tile.WIDTH) + i) * Hashes.LENGTH;
            row.add(Arrays.copyOfRange(hashes, at, at + Hashes.LENGTH));
        }
        while (row.size() > 1) {
            List<byte[]> next = new ArrayList<>();
            for (int i = 0; i < row.size(); i += 2) {
                next.add(Hashes.node(digest, row.get(i), row.get(i + 1)));
            }
            row = next;
        }
        return row.get(0);
    }

    private byte[] read(Tile tile) throws IOException {
        byte[] known = read.get(tile);
        if (known == null) {
            known = storage.readAll(tile.path());
            if (known.length != tile.bytes()) {
                throw new IOException(
                        "found " + known.length + " bytes in " + tile.path() + ", expected " + tile.bytes());
            }
            read.put(tile, known);
        }
        return known;
    }

    /** The greatest power of two below a number. */
    private static long left(long count) {
        return Long.highestOneBit(count - 1);
    }
}
