package dev.prakat.seal;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals personal details with AES-256-GCM under a key of the command's own, which the host's key provider wraps: who reads the
 * tables, or a copy of them, reads nothing. What is sealed opens only under the name that it was sealed for, such as the key of a
 * complaint. One command, one thread.
 */
public final class Seal {

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

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(SealKeyEntity.class);
    }

    /**
     * Makes a new key, stored wrapped in the same unit of work.
     *
     * @param manager the unit of work
     * @param provider what wraps the key
     * @param now when
     * @return a seal under the new key
     */
    public static Seal fresh(EntityManager manager, KeyProvider provider, Instant now) {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        String id = UUID.randomUUID().toString();
        manager.persist(new SealKeyEntity(id, Base64.getEncoder().encodeToString(provider.wrap(key)), now));
        Seal seal = new Seal(id, key);
        Arrays.fill(key, (byte) 0);
        return seal;
    }

    /**
     * Opens the key under which something was sealed.
     *
     * @param manager the unit of work
     * @param provider what wrapped the key
     * @param keyId what {@link #keyId} gave
     * @return a seal under that key
     * @throws PrakatException {@code BROKEN} if the key is gone, or another key wrapped it
     */
    public static Seal of(EntityManager manager, KeyProvider provider, String keyId) {
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

    /**
     * The key's own key, to be stored beside what is sealed.
     *
     * @return at most 40 characters
     */
    public String keyId() {
        return keyId;
    }

    /**
     * Seals texts.
     *
     * @param texts the texts, of at most 65,535 bytes each
     * @param subject what they are of; they open as nothing else
     * @return the sealed form, in Base64
     */
    public String seal(List<String> texts, String subject) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, subject);
            byte[] sealed = cipher.doFinal(bytes(texts));
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @param sealed the sealed form
     * @param subject what it was sealed for
     * @return the texts, as many as were sealed
     * @throws PrakatException {@code BROKEN} if it was changed, or sealed for something else
     */
    public List<String> open(String sealed, String subject) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), subject);
            return texts(cipher.doFinal(all, NONCE, all.length - NONCE));
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

    private static byte[] bytes(List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : texts) {
                out.writeUTF(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> texts(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                texts.add(in.readUTF());
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrakatException unreadable(String why, @Nullable Exception cause) {
        String message = "the sealed details cannot be opened: " + why
                + ". Give the key provider that sealed them (PrakatBuilder.keys), or restore the key file; nothing was changed.";
        return cause == null
                ? new PrakatException(ProblemCode.BROKEN, message)
                : new PrakatException(ProblemCode.BROKEN, message, cause);
    }
}
