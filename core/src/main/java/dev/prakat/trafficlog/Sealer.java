package dev.prakat.trafficlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals the personal part of a record under the day's key, and commits to it. The commitment is salted, so that it tells nothing;
 * the hash of the sealed bytes lets a verifier without keys see that they were exchanged. Thread-safe.
 */
final class Sealer {

    static final int SALT = 32;

    private final String origin;
    private final LogKeys keys;

    Sealer(String origin, LogKeys keys) {
        this.origin = origin;
        this.keys = keys;
    }

    /** A sealed part and what the public part says of it. The bytes are not copied. */
    static final class Sealed {
        private final String commitment;
        private final byte[] bytes;

        private Sealed(String commitment, byte[] bytes) {
            this.commitment = commitment;
            this.bytes = bytes;
        }

        /** Base64 of {@code SHA-256(salt || personal part)}. */
        String commitment() {
            return commitment;
        }

        /** The nonce, then salt and personal part under AES-256-GCM. */
        byte[] bytes() {
            return bytes;
        }

        /** Base64 of the SHA-256 of the sealed bytes. */
        String hash() {
            return base64(Hashes.sha256().digest(bytes));
        }
    }

    Sealed seal(LocalDate day, String id, byte[] personal) {
        byte[] salt = keys.random(SALT);
        byte[] nonce = keys.random(LocalKeyFile.NONCE);
        MessageDigest digest = Hashes.sha256();
        digest.update(salt);
        String commitment = base64(digest.digest(personal));
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, day, id, nonce);
            ByteBuffer plain =
                    ByteBuffer.allocate(SALT + personal.length).put(salt).put(personal);
            byte[] sealed = new byte[LocalKeyFile.NONCE + cipher.getOutputSize(plain.capacity())];
            System.arraycopy(nonce, 0, sealed, 0, nonce.length);
            cipher.doFinal(plain.array(), 0, plain.capacity(), sealed, nonce.length);
            return new Sealed(commitment, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    /**
     * Opens a sealed part.
     *
     * @return the salt, then the personal part
     * @throws GeneralSecurityException if it was sealed for another record, log or day, or was changed
     */
    byte[] unseal(LocalDate day, String id, byte[] sealed) throws GeneralSecurityException {
        byte[] nonce = new byte[LocalKeyFile.NONCE];
        ByteBuffer.wrap(sealed).get(nonce);
        return cipher(Cipher.DECRYPT_MODE, day, id, nonce).doFinal(sealed, nonce.length, sealed.length - nonce.length);
    }

    private Cipher cipher(int mode, LocalDate day, String id, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(LocalKeyFile.CIPHER);
        cipher.init(mode, keys.day(day), new GCMParameterSpec(LocalKeyFile.TAG_BITS, nonce));
        cipher.updateAAD((origin + "\n" + id).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
