package dev.prakat.trafficlog;

import dev.prakat.spi.KeyProvider;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps keys with a key that lies beside them: AES-256-GCM, a nonce of 12 bytes before the ciphertext. It keeps day keys from
 * being read out of a copy of single files, no more; who can read the whole folder can read everything. Thread-safe.
 */
final class LocalKeyFile implements KeyProvider {

    static final int KEY = 32;
    static final int NONCE = 12;
    static final int TAG_BITS = 128;
    static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    LocalKeyFile(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public byte[] wrap(byte[] secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] wrapped = new byte[NONCE + cipher.getOutputSize(secret.length)];
            System.arraycopy(nonce, 0, wrapped, 0, NONCE);
            cipher.doFinal(secret, 0, secret.length, wrapped, NONCE);
            return wrapped;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, wrapped, 0, NONCE));
            return cipher.doFinal(wrapped, NONCE, wrapped.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("wrapped by another key, or changed", e);
        }
    }
}
