package dev.prakat.complaint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of what an import gave, row by row, without anything personal. One use, one thread. */
final class GivenHash {

    private final MessageDigest digest;
    private int rows;

    GivenHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(ComplaintEntity complaint) {
        digest.update((complaint.imported() + "\n").getBytes(StandardCharsets.UTF_8));
        rows++;
    }

    int rows() {
        return rows;
    }

    /** Ends it. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
