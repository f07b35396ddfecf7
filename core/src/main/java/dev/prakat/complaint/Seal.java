package dev.prakat.complaint;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.KeyProvider;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals personal details with AES-256-GCM under a key of the command's own, which the host's key provider wraps: who reads the
 * tables, or a copy of them, reads nothing. A sealed text opens only as the complaint that it was sealed for. One command, one
 * thread.
 */
final class Seal {

    static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final String keyId;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private Seal(String keyId, byte[] key) {
        this.keyId = keyId;
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A new key, stored wrapped in the same unit of work. */
    static Seal fresh(EntityManager manager, KeyProvider provider, Instant now) {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        String id = UUID.randomUUID().toString();
        manager.persist(new SealKeyEntity(id, Base64.getEncoder().encodeToString(provider.wrap(key)), now));
        Seal seal = new Seal(id, key);
        Arrays.fill(key, (byte) 0);
        return seal;
    }

    /** The key under which something was sealed. */
    static Seal of(EntityManager manager, KeyProvider provider, String keyId) {
        SealKeyEntity stored = manager.find(SealKeyEntity.class, keyId);
        if (stored == null) {
            throw unreadable("its key " + keyId + " is not in the database", null);
        }
        try {
            byte[] key = provider.unwrap(Base64.getDecoder().decode(stored.wrapped()));
            Seal seal = new Seal(keyId, key);
            Arrays.fill(key, (byte) 0);
            return seal;
        } catch (IllegalArgumentException e) {
            throw unreadable("its key was wrapped by another key than the one that is given now", e);
        }
    }

    String keyId() {
        return keyId;
    }

    String seal(Complainant complainant, String subject) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, subject);
            byte[] sealed = cipher.doFinal(bytes(complainant));
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    Complainant open(String sealed, String subject) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), subject);
            return complainant(cipher.doFinal(all, NONCE, all.length - NONCE));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable("what is stored is not what was sealed for " + subject, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String subject) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(subject.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] bytes(Complainant complainant) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(complainant.firstName());
            out.writeUTF(complainant.surname());
            out.writeUTF(complainant.address());
            out.writeUTF(complainant.telephone());
            out.writeUTF(complainant.matter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Complainant complainant(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Complainant(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrakatException unreadable(String why, @org.jspecify.annotations.Nullable Exception cause) {
        String message = "the sealed details cannot be opened: " + why
                + ". Give the key provider that sealed them (PrakatBuilder.keys), or restore the key file; nothing was changed.";
        return cause == null
                ? new PrakatException(ProblemCode.BROKEN, message)
                : new PrakatException(ProblemCode.BROKEN, message, cause);
    }
}
