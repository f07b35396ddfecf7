package dev.prakat.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hashes named fields without any two different lists giving the same bytes: a head line, then each field as its name, the
 * number of its bytes and its bytes. An absent field is left out, an empty one is not. One thread, one use; see
 * {@code docs/reference/journal.md}.
 */
public final class FieldHash {

    private final MessageDigest digest;

    /**
     * Begins a hash.
     *
     * @param head names the form, for example {@code prakat-event-v1}; ASCII
     */
    public FieldHash(String head) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        digest.update((head + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Adds a field.
     *
     * @param name its name; ASCII
     * @param value its value, written as its {@code toString()} says in UTF-8; nothing is added for null
     * @return this
     */
    public FieldHash field(String name, @Nullable Object value) {
        if (value != null) {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((name + ":" + bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
            digest.update((byte) '\n');
        }
        return this;
    }

    /**
     * Adds two fields for each entry, first the key, then the value.
     *
     * @param name the name of the field that holds the key; that of the value ends in {@code -value}
     * @param entries the entries, in their order
     * @return this
     */
    public FieldHash fields(String name, SortedMap<String, String> entries) {
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            field(name, entry.getKey());
            field(name + "-value", entry.getValue());
        }
        return this;
    }

    /**
     * Ends the hash.
     *
     * @return SHA-256, 64 lower-case hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
