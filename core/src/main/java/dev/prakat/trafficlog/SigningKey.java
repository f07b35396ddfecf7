package dev.prakat.trafficlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.List;

/** The key that signs checkpoints. Kept as 64 bytes: the seed, then the public key. Thread-safe. */
final class SigningKey {

    private final PrivateKey key;
    private final byte[] publicKey;

    private SigningKey(PrivateKey key, byte[] publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /** Makes the 64 bytes of a new key. */
    static byte[] generate() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(Ed25519.NAME).generateKeyPair();
        byte[] seed = ((EdECPrivateKey) pair.getPrivate())
                .getBytes()
                .orElseThrow(() -> new GeneralSecurityException("the new key does not show its seed"));
        return ByteBuffer.allocate(2 * Ed25519.KEY)
                .put(seed)
                .put(Ed25519.bytes(pair.getPublic()))
                .array();
    }

    static SigningKey of(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != 2 * Ed25519.KEY) {
            throw new GeneralSecurityException("found " + bytes.length + " bytes, expected " + 2 * Ed25519.KEY);
        }
        byte[] seed = Arrays.copyOf(bytes, Ed25519.KEY);
        PrivateKey key = KeyFactory.getInstance(Ed25519.NAME)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        Arrays.fill(seed, (byte) 0);
        return new SigningKey(key, Arrays.copyOfRange(bytes, Ed25519.KEY, bytes.length));
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    /** Signs a checkpoint; the same one always gives the same note. */
    SignedNote sign(Checkpoint checkpoint) {
        return sign(checkpoint.origin(), checkpoint.text());
    }

    /** Signs a text, which ends with a line feed and whose first line says what it is, under the log's name. */
    SignedNote sign(String origin, String text) {
        try {
            Signature signer = Signature.getInstance(Ed25519.NAME);
            signer.initSign(key);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            int id = Ed25519.keyId(origin, publicKey);
            return new SignedNote(text, List.of(SignedNote.Line.of(origin, id, signer.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key cannot sign", e);
        }
    }
}
