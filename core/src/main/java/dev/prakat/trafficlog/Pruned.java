package dev.prakat.trafficlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the records that a retention has ended for: how many there were, and the hashes at the right edge of the tree
 * over them, as tiles have them. Nobody has to believe it: with other hashes no later signed root comes out. Immutable.
 *
 * @param end where the records that are gone ended
 * @param levels for each level of tiles the hashes side by side in base64, fewer than 256, maybe none
 */
record Pruned(LogEnd end, List<String> levels) {

    static final String FILE = "pruned";

    /** A log that still has its first record. */
    static final Pruned NOTHING = new Pruned(LogEnd.EMPTY, List.of());

    Pruned {
        levels = List.copyOf(levels);
    }

    /** The index of the first record that is kept. */
    long first() {
        return end.size();
    }

    /**
     * Reads what lies in the folder.
     *
     * @return {@link #NOTHING} without a file, or null if the file is not one in its only spelling
     */
    static @Nullable Pruned read(Storage storage) throws IOException {
        if (!storage.exists(FILE)) {
            return NOTHING;
        }
        String text = new String(storage.readAll(FILE), StandardCharsets.US_ASCII);
        Pruned parsed = parse(text);
        return parsed != null && parsed.text().equals(text) ? parsed : null;
    }

    /** Takes the hashes from the tiles of a published tree. */
    static Pruned of(Storage storage, LogEnd end, long published) throws IOException {
        List<String> levels = new ArrayList<>();
        for (int level = 0; end.size() >>> (level * Tile.HEIGHT) > 0; level++) {
            long hashes = end.size() >>> (level * Tile.HEIGHT);
            int over = (int) (hashes % Tile.WIDTH);
            byte[] kept = {};
            if (over > 0) {
                String path = Tile.holding(level, hashes - 1, published).path();
                kept = Arrays.copyOf(storage.readAll(path), over * Hashes.LENGTH);
            }
            levels.add(Base64.getEncoder().encodeToString(kept));
        }
        return new Pruned(end, levels);
    }

    /** One line of numbers, then a line of base64 for each level, from the leaves up. */
    String text() {
        StringBuilder text = new StringBuilder()
                .append(end.size() + " " + end.batches() + " " + Integer.toUnsignedString(end.headerChecksum()) + "\n");
        levels.forEach(level -> text.append(level).append('\n'));
        return text.toString();
    }

    /** The hashes of a level of tiles, side by side. */
    byte[] hashes(int level) {
        return Base64.getDecoder().decode(levels.get(level));
    }

    /** The hashes of complete subtrees of {@code 2^height} leaves, by height; only those that the size has a bit for. */
    byte[][] subtrees() {
        MessageDigest digest = Hashes.sha256();
        byte[][] full = new byte[Long.SIZE][];
        for (int level = 0; level < levels.size(); level++) {
            byte[] hashes = hashes(level);
            int at = 0;
            for (int height = Tile.HEIGHT - 1; height >= 0; height--) {
                int count = 1 << height;
                if ((hashes.length / Hashes.LENGTH & count) != 0) {
                    full[level * Tile.HEIGHT + height] = fold(digest, hashes, at, count);
                    at += count;
                }
            }
        }
        return full;
    }

    private static byte[] fold(MessageDigest digest, byte[] hashes, int first, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(hashes, first * Hashes.LENGTH, (first + 1) * Hashes.LENGTH);
        }
        int half = count / 2;
        return Hashes.node(digest, fold(digest, hashes, first, half), fold(digest, hashes, first + half, half));
    }

    private static @Nullable Pruned parse(String text) {
        String[] lines = text.split("\n", -1);
        if (!lines[0].matches("[1-9][0-9]{0,17} [1-9][0-9]{0,17} [0-9]{1,10}")) {
            return null;
        }
        try {
            String[] numbers = lines[0].split(" ", -1);
            LogEnd end = new LogEnd(
                    Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Integer.parseUnsignedInt(numbers[2]));
            List<String> levels = new ArrayList<>();
            for (int level = 0; end.size() >>> (level * Tile.HEIGHT) > 0; level++) {
                byte[] hashes = level + 1 < lines.length ? Base64.getDecoder().decode(lines[level + 1]) : new byte[1];
                if (hashes.length != (end.size() >>> (level * Tile.HEIGHT)) % Tile.WIDTH * Hashes.LENGTH) {
                    return null;
                }
                levels.add(lines[level + 1]);
            }
            return new Pruned(end, levels);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
