package dev.prakat.trafficlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Ed25519 keys in the shapes that C2SP notes use. No state. */
final class Ed25519 {

    static final String NAME = "Ed25519";

    /** The length of a public key and of a private key's seed, in bytes. */
    static final int KEY = 32;

    /** The algorithm's number in a note's key. */
    static final byte ALGORITHM = 1;

    /** What stands before the 32 bytes of the key in the X.509 form (RFC 8410). */
    private static final byte[] X509 = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private Ed25519() {}

    static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY);
        System.arraycopy(bytes, 0, encoded, X509.length, KEY);
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static byte[] bytes(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, X509.length, encoded.length);
    }

    /** The id of a key: the first four bytes of {@code SHA-256(name, line feed, algorithm, key)}. */
    static int keyId(String name, byte[] key) {
        var digest = Hashes.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ALGORITHM);
        digest.update(key);
        return ByteBuffer.wrap(digest.digest()).getInt();
    }
}
