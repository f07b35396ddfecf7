package dev.prakat.trafficlog;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a C2SP checkpoint says: the log of this name has this many records and this root.  *
 * @param origin the log's name
 * @param size how many records
 * @param root the RFC 6962 root of exactly those, in base64
 */
record Checkpoint(String origin, long size, String root) {

    /** The text that is signed: three lines. */
    String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    /**
     * Reads the text of a checkpoint. Further lines are allowed, as the C2SP format has it, and say nothing to us.
     *
     * @return the checkpoint, or null if the text is not one in its only spelling
     */
    static @Nullable Checkpoint parse(String text) {
        String[] lines = text.split("\n", 4);
        if (lines.length != 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return null;
        }
        try {
            // Base64 has several spellings of some bytes; only the usual one is taken.
            byte[] root = Base64.getDecoder().decode(lines[2]);
            boolean usual = root.length == Hashes.LENGTH && base64(root).equals(lines[2]);
            return usual ? new Checkpoint(lines[0], Long.parseLong(lines[1]), lines[2]) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The checkpoint of a tree as it is now. */
    static Checkpoint of(String origin, MerkleRange range) {
        return new Checkpoint(origin, range.size(), base64(range.root()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
