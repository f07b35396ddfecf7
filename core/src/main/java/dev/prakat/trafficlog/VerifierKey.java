package dev.prakat.trafficlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The public half of a log's signing key with the log's name. Its text is {@code <name>+<id>+<base64 of 0x01 and key>}. Thread-safe. */
final class VerifierKey {

    private static final int REMEMBERED = 64;

    private final String name;
    private final byte[] bytes;
    private final int id;
    private final PublicKey key;

    /** Notes that were found good: the newest one is met several times in one verification, and a check takes a millisecond. */
    private final Set<String> good = ConcurrentHashMap.newKeySet();

    private VerifierKey(String name, byte[] bytes) throws GeneralSecurityException {
        this.name = name;
        this.bytes = bytes;
        this.id = Ed25519.keyId(name, bytes);
        this.key = Ed25519.publicKey(bytes);
    }

    static VerifierKey of(String name, byte[] publicKey) throws GeneralSecurityException {
        return new VerifierKey(name, publicKey.clone());
    }

    /**
     * Reads the text of a key.
     *
     * @return the key, or null if the text is not one in its only spelling
     */
    static @Nullable VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty() || parts[0].chars().anyMatch(Character::isWhitespace)) {
            return null;
        }
        try {
            byte[] blob = Base64.getDecoder().decode(parts[2]);
            if (blob.length != 1 + Ed25519.KEY || blob[0] != Ed25519.ALGORITHM) {
                return null;
            }
            VerifierKey found = of(parts[0], Arrays.copyOfRange(blob, 1, blob.length));
            return found.text().equals(text.strip()) ? found : null;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return null;
        }
    }

    /** The log's name. */
    String name() {
        return name;
    }

    int id() {
        return id;
    }

    boolean isKey(byte[] publicKey) {
        return Arrays.equals(bytes, publicKey);
    }

    /** The key in one line without a line feed. */
    String text() {
        byte[] blob = ByteBuffer.allocate(1 + Ed25519.KEY)
                .put(Ed25519.ALGORITHM)
                .put(bytes)
                .array();
        return name + "+" + String.format(Locale.ROOT, "%08x", id) + "+"
                + Base64.getEncoder().encodeToString(blob);
    }

    /**
     * Reads a checkpoint of this log.
     *
     * @param note the bytes of a signed note
     * @param signature whether to check the signature too, which costs far more than all the rest
     * @return the checkpoint, or null if the bytes are no checkpoint of this log with a line signed by this key
     */
    @Nullable
    Checkpoint checkpoint(byte[] note, boolean signature) {
        SignedNote parsed = SignedNote.parse(note);
        Checkpoint checkpoint = parsed == null ? null : Checkpoint.parse(parsed.text());
        if (parsed == null || checkpoint == null || !checkpoint.origin().equals(name)) {
            return null;
        }
        boolean ours = false;
        for (SignedNote.Line line : parsed.signatures()) {
            if (line.name().equals(name) && line.keyId() == id) {
                if (signature && !verifies(parsed.text(), line)) {
                    return null;
                }
                ours = true;
            }
        }
        return ours ? checkpoint : null;
    }

    /**
     * The text of a note that this key has signed.
     *
     * @return the text, or null if the bytes are no note with a good signature of this key
     */
    @Nullable
    String signed(byte[] note) {
        SignedNote parsed = SignedNote.parse(note);
        return parsed != null
                        && parsed.signatures().stream()
                                .anyMatch(line ->
                                        line.name().equals(name) && line.keyId() == id && verifies(parsed.text(), line))
                ? parsed.text()
                : null;
    }

    private boolean verifies(String text, SignedNote.Line line) {
        String known = text + line.text();
        if (good.contains(known)) {
            return true;
        }
        try {
            Signature verifier = Signature.getInstance(Ed25519.NAME);
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            boolean verified = verifier.verify(line.signature());
            if (verified && good.size() < REMEMBERED) {
                good.add(known);
            }
            return verified;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
