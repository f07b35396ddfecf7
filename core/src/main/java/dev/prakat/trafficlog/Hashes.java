package dev.prakat.trafficlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as this log uses it. No state; the digests it gives belong to one thread. */
final class Hashes {

    /** The length of every hash in this log, in bytes. */
    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The RFC 6962 hash of a leaf: {@code SHA-256(0x00 || bytes)}. */
    static byte[] leaf(MessageDigest digest, byte[] bytes, int from, int length) {
        digest.update(LEAF);
        digest.update(bytes, from, length);
        return digest.digest();
    }

    /** The RFC 6962 hash of an inner node: {@code SHA-256(0x01 || left || right)}. */
    static byte[] node(MessageDigest digest, byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }
}
