package dev.prakat.trafficlog;

import java.security.DigestException;
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

    /**
     * The RFC 6962 hash of a leaf that has a byte before it in its array. That byte is lent for the prefix and put back: for many
     * short leaves one call of the digest costs less than two.
     *
     * @param out gets the hash in its first 32 bytes
     */
    static void leaf(MessageDigest digest, byte[] bytes, int from, int length, byte[] out) {
        byte before = bytes[from - 1];
        bytes[from - 1] = LEAF;
        digest.update(bytes, from - 1, length + 1);
        bytes[from - 1] = before;
        finish(digest, out, 0);
    }

    /**
     * The RFC 6962 hash of an inner node whose children stand in an array, without a new array.
     *
     * @param pair 65 bytes: one that is used here, the left hash, the right hash; the right one is replaced by the node's
     */
    static void node(MessageDigest digest, byte[] pair) {
        pair[0] = NODE;
        digest.update(pair, 0, 1 + 2 * LENGTH);
        finish(digest, pair, 1 + LENGTH);
    }

    /** Ends a digest and puts the hash into an array. */
    static void finish(MessageDigest digest, byte[] out, int at) {
        try {
            digest.digest(out, at, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("there is room for a hash", e);
        }
    }

    /** The RFC 6962 hash of an inner node: {@code SHA-256(0x01 || left || right)}. */
    static byte[] node(MessageDigest digest, byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }
}
