package dev.prakat.trafficlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That one record is in a log, for somebody who has nothing else of it: a C2SP {@code tlog-proof@v1}. Says nothing about any other
 * record. Immutable. Source: S001-R30
 *
 * @param index the record's index, from 0
 * @param path the audit path of RFC 6962 from the leaf's sibling up, each hash of 32 bytes in base64
 * @param checkpoint the signed note whose root the path leads to, with its last line feed
 */
public record InclusionProof(long index, List<String> path, String checkpoint) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final String EXTRA = "extra ";

    public InclusionProof {
        path = List.copyOf(path);
    }

    static InclusionProof of(long index, List<byte[]> path, String note) {
        List<String> hashes = path.stream()
                .map(hash -> Base64.getEncoder().encodeToString(hash))
                .toList();
        return new InclusionProof(index, hashes, note);
    }

    /**
     * The proof as it is kept and sent, to be named {@code *.tlog-proof}.
     *
     * @return the text, in UTF-8 lines that end with a line feed
     */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST + "\n" + INDEX + index + "\n");
        path.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Reads a proof, of this log or another. Extra data is not kept: nobody signed it.
     *
     * @param text the text of a proof
     * @return the proof, or null if the text is not one
     */
    public static @Nullable InclusionProof parse(String text) {
        int split = text.indexOf("\n\n");
        if (split < 0) {
            return null;
        }
        List<String> lines = new ArrayList<>(text.substring(0, split).lines().toList());
        if (lines.size() < 2 || !lines.remove(0).equals(FIRST)) {
            return null;
        }
        if (lines.get(0).startsWith(EXTRA)) {
            lines.remove(0);
        }
        if (lines.isEmpty() || !lines.get(0).matches(INDEX + "(0|[1-9][0-9]{0,17})")) {
            return null;
        }
        long index = Long.parseLong(lines.remove(0).substring(INDEX.length()));
        InclusionProof proof = new InclusionProof(index, lines, text.substring(split + 2));
        return proof.hashes() == null ? null : proof;
    }

    /**
     * Whether this proves that a record is in the log of a key. Needs nothing but its arguments.
     *
     * @param record the public part of the record, byte for byte
     * @param vkey the log's public key, as {@link TrafficLog#vkey} gave it
     * @return true only if the checkpoint is signed by the key and the path leads from the record to its root
     */
    public boolean proves(byte[] record, String vkey) {
        VerifierKey key = VerifierKey.parse(vkey);
        List<byte[]> hashes = hashes();
        if (key == null || hashes == null) {
            return false;
        }
        Checkpoint signed = key.checkpoint(checkpoint.getBytes(StandardCharsets.UTF_8), true);
        if (signed == null) {
            return false;
        }
        byte[] leaf = Hashes.leaf(Hashes.sha256(), record, 0, record.length);
        byte[] root = Proofs.root(index, signed.size(), leaf, hashes);
        return root != null && Base64.getEncoder().encodeToString(root).equals(signed.root());
    }

    /** The path as bytes, or null if it is not in its only spelling. */
    @Nullable
    List<byte[]> hashes() {
        try {
            List<byte[]> hashes = path.stream().map(Base64.getDecoder()::decode).toList();
            // Base64 has several spellings of some bytes; only the usual one is taken.
            boolean usual = of(index, hashes, checkpoint).path().equals(path);
            return usual && hashes.stream().allMatch(hash -> hash.length == Hashes.LENGTH) ? hashes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
